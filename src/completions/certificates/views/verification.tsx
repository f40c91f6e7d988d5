import { showDay } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import { CurrentForm } from '../../../platform/pages/form-scope';
import { LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { gradeWords } from '../../../training-records/training-record.labels';
import type { PrintedFacts, VerifiedCertificate } from '../certificates.queries';
import { certificateWords, heldUntil, standingWords } from '../certificates.words';
import { StandingSentence } from './standing-sentence';

export function Verification({ certificate }: { certificate: VerifiedCertificate | null }) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  if (!certificate) {
    return (
      <>
        <PageHeader title={say.verification} />
        <Notice tone="warning" heading={say.unknownCode} role="status">
          <p>{say.unknownCodeNext}</p>
        </Notice>
        <CodeForm />
      </>
    );
  }
  const { standing, inItsPlace } = certificate;
  return (
    <>
      <PageHeader title={say.verification} />
      <Notice tone={standing === 'issued' ? 'success' : 'warning'} heading={ofStanding[standing]} role="status">
        <StandingSentence certificate={certificate} inItsPlace={inItsPlace} />
      </Notice>
      <Card title={certificate.number}>
        <p>{say.compare}</p>
        <Facts certificate={certificate} />
      </Card>
      {inItsPlace?.standing === 'issued' && (
        <Card title={say.standsNow(inItsPlace.number)}>
          <Facts certificate={inItsPlace} />
        </Card>
      )}
      <div class="actions">
        <LinkButton href="/verify" label={say.another} />
      </div>
    </>
  );
}

function Facts({ certificate }: { certificate: PrintedFacts }) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const ofGrade = useWords(gradeWords);
  const locale = useLocale();
  const { grade, standing } = certificate;
  return (
    <DescriptionList
      items={[
        { term: say.holder, value: certificate.holderName },
        { term: say.birthYear, value: certificate.birthYear },
        { term: say.unit, value: certificate.printedUnitName },
        { term: say.course, value: locale === 'vi' ? certificate.courseName : certificate.courseNameEn },
        { term: say.class, value: certificate.className },
        { term: say.studied, value: say.fromTo(showDay(certificate.opensOn), showDay(certificate.closesOn)) },
        { term: say.grade, value: grade ? ofGrade[grade] : say.ungraded },
        { term: say.issuedOn, value: showDay(certificate.issuedOn) },
        { term: say.signedBy, value: certificate.signedBy },
        { term: say.validUntil, value: heldUntil(certificate, locale) },
        { term: say.standing, value: ofStanding[standing] },
      ]}
    />
  );
}

/** For whoever has the paper but no camera. */
export function AskForCode({ isRefused }: { isRefused: boolean }) {
  const say = useWords(certificateWords);
  return (
    <>
      <PageHeader title={say.verification} />
      <CodeForm isRefused={isRefused} />
    </>
  );
}

function CodeForm({ isRefused = false }: { isRefused?: boolean }) {
  const say = useWords(certificateWords);
  const message = { vi: certificateWords.vi.codeMissing, en: certificateWords.en.codeMissing };
  const errors = isRefused ? [{ field: 'code', code: 'required', message }] : [];
  return (
    <form method="get" action="/verify" class="form" noValidate>
      <CurrentForm.Provider value={{ id: 'verify', values: {}, errors }}>
        <TextField name="code" label={say.codeLabel} hint={say.codeHint} required maxLength={40} />
        <SubmitButton label={say.look} />
      </CurrentForm.Provider>
    </form>
  );
}
