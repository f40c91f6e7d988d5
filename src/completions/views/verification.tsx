import { showDay } from '../../platform/clock';
import { Card, DescriptionList, EmptyState, PageHeader } from '../../platform/pages/blocks';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { VerifiedCertificate } from '../certificates.queries';
import { certificateWords, standingWords } from '../certificates.words';

export function Verification({ certificate }: { certificate: VerifiedCertificate | null }) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const locale = useLocale();
  if (!certificate) {
    return (
      <>
        <PageHeader title={say.verification} />
        <EmptyState title={say.unknownCode} next={say.unknownCodeNext} />
      </>
    );
  }
  const { standing, validUntil } = certificate;
  return (
    <>
      <PageHeader title={say.verification} />
      <Notice tone={standing === 'issued' ? 'success' : 'warning'} role="status">
        <p>{standing === 'issued' ? say.genuine : say.wasGenuine(ofStanding[standing])}</p>
      </Notice>
      <Card title={certificate.number}>
        <p>{say.compare}</p>
        <DescriptionList
          items={[
            { term: say.holder, value: certificate.holderName },
            { term: say.course, value: locale === 'vi' ? certificate.courseName : certificate.courseNameEn },
            { term: say.class, value: certificate.className },
            { term: say.studied, value: say.fromTo(showDay(certificate.opensOn), showDay(certificate.closesOn)) },
            { term: say.issuedOn, value: showDay(certificate.issuedOn) },
            { term: say.validUntil, value: validUntil === null ? say.lasting : showDay(validUntil) },
            { term: say.standing, value: ofStanding[standing] },
          ]}
        />
      </Card>
    </>
  );
}
