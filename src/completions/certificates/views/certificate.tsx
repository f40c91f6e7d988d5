import { showDay } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader, Timeline } from '../../../platform/pages/blocks';
import { LinkButton } from '../../../platform/pages/forms';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { gradeWords } from '../../../training-records/training-record.labels';
import { amendmentWords } from '../amendments.words';
import type { CertificateItem, PrintableCertificate } from '../certificates.queries';
import { certificateWords, heldUntil, signedBy, standingWords } from '../certificates.words';
import type { RegisterLine } from '../register-lines.queries';
import { StandingSentence } from './standing-sentence';

interface Props {
  readonly certificate: PrintableCertificate;
  readonly lines: readonly RegisterLine[];
  readonly mayAmend: boolean;
  readonly maySeePerson: boolean;
}

export function CertificatePage({ certificate, lines, mayAmend, maySeePerson }: Props) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const { id, number, standing, verificationCode } = certificate;
  return (
    <>
      <PageHeader
        title={say.certificate(number)}
        subtitle={certificate.holderName}
        back={{ href: '/certificates', label: say.back }}
        actions={
          <>
            <LinkButton href={`/certificates/${id}/pdf`} label={say.pdf} tone="primary" />
            <LinkButton href={`/verify/${verificationCode}`} label={say.verify} />
          </>
        }
      />
      <Notice tone={standing === 'issued' ? 'success' : 'warning'} heading={ofStanding[standing]}>
        <StandingSentence certificate={certificate} />
      </Notice>
      <Facts certificate={certificate} mayAmend={mayAmend} maySeePerson={maySeePerson} />
      <Card title={say.history}>
        <Timeline
          entries={lines.map((line) => ({
            at: line.at,
            who: line.actorName,
            what: <Event line={line} certificate={certificate} />,
            reason:
              [line.decision && `${say.decision} ${line.decision}`, line.reason].filter(Boolean).join(': ') || null,
          }))}
        />
      </Card>
    </>
  );
}

function Amendments({ certificate: { id, standing } }: { certificate: CertificateItem }) {
  const say = useWords(amendmentWords);
  return (
    <div class="actions">
      <LinkButton href={`/certificates/${id}/correction`} label={say.correct} />
      {standing === 'issued' && <LinkButton href={`/certificates/${id}/replacement`} label={say.replace} />}
      <LinkButton href={`/certificates/${id}/revocation`} label={say.revoke} tone="danger" />
    </div>
  );
}

function Facts({ certificate, mayAmend, maySeePerson }: Omit<Props, 'lines'>) {
  const say = useWords(certificateWords);
  const ofGrade = useWords(gradeWords);
  const locale = useLocale();
  const { holderName, personId, grade, letterhead, series, year, sequence, state } = certificate;
  const { replacesId, replacesNumber, replacedById, replacedByNumber, stateReason, stateDecision } = certificate;
  return (
    <Card title={say.asPrinted} footer={mayAmend && state === 'issued' && <Amendments certificate={certificate} />}>
      <DescriptionList
        items={[
          { term: say.holder, value: maySeePerson ? <a href={`/people/${personId}`}>{holderName}</a> : holderName },
          { term: say.birthDate, value: showDay(certificate.birthDate) },
          { term: say.unit, value: certificate.printedUnitName },
          { term: say.course, value: locale === 'vi' ? certificate.courseName : certificate.courseNameEn },
          {
            term: say.class,
            value: <a href={`/classes/${certificate.classId}/completion`}>{certificate.className}</a>,
          },
          { term: say.studied, value: say.fromTo(showDay(certificate.opensOn), showDay(certificate.closesOn)) },
          { term: say.grade, value: grade ? ofGrade[grade] : say.ungraded },
          { term: say.issuedOn, value: showDay(certificate.issuedOn) },
          { term: say.validUntil, value: heldUntil(certificate, locale) },
          { term: say.signedBy, value: signedBy(letterhead) },
          { term: say.inRegister, value: say.place(series, year, sequence) },
          { term: say.verificationCode, value: certificate.verificationCode },
          ...(replacesId
            ? [{ term: say.replaces, value: <a href={`/certificates/${replacesId}`}>{replacesNumber}</a> }]
            : []),
          ...(replacedById
            ? [{ term: say.replacedBy, value: <a href={`/certificates/${replacedById}`}>{replacedByNumber}</a> }]
            : []),
          ...(state === 'issued' ? [] : [{ term: say.stateReason, value: stateReason }]),
          ...(stateDecision ? [{ term: say.decision, value: stateDecision }] : []),
        ]}
      />
    </Card>
  );
}

type Said = Pick<
  PrintableCertificate,
  | 'holderName'
  | 'birthDate'
  | 'printedUnitName'
  | 'courseName'
  | 'className'
  | 'opensOn'
  | 'closesOn'
  | 'grade'
  | 'issuedOn'
  | 'validUntil'
  | 'letterhead'
>;

/** What a version said, in the order of the paper, to tell where it differs from another. */
function useFacts({ letterhead, ...said }: Said): { readonly term: string; readonly value: string }[] {
  const say = useWords(certificateWords);
  const amend = useWords(amendmentWords);
  const ofGrade = useWords(gradeWords);
  return [
    { term: amend.superior, value: letterhead.superior },
    { term: amend.body, value: letterhead.body },
    { term: say.holder, value: said.holderName },
    { term: say.birthDate, value: showDay(said.birthDate) },
    { term: say.unit, value: said.printedUnitName },
    { term: say.course, value: said.courseName },
    { term: say.class, value: said.className },
    { term: say.studied, value: say.fromTo(showDay(said.opensOn), showDay(said.closesOn)) },
    { term: say.grade, value: said.grade ? ofGrade[said.grade] : say.ungraded },
    { term: say.issuedOn, value: showDay(said.issuedOn) },
    { term: say.validUntil, value: said.validUntil ? showDay(said.validUntil) : say.lasting },
    { term: amend.place, value: letterhead.place },
    { term: say.signedBy, value: signedBy(letterhead) },
  ];
}

/** What happened; where it said something else then, what that was. */
function Event({ line: { event, facts }, certificate }: { line: RegisterLine; certificate: PrintableCertificate }) {
  const say = useWords(certificateWords);
  const isOutdated = facts.version < certificate.version;
  const then = useFacts({
    ...facts,
    printedUnitName: facts.unitName,
    opensOn: facts.startedOn,
    closesOn: facts.endedOn,
  });
  const now = useFacts(certificate);
  const differing = then.filter(({ value }, index) => value !== now[index]!.value);
  return (
    <>
      <strong>{say[`${event}Event`]}</strong>
      {isOutdated && (
        <>
          <br />
          {say.versionThen(differing.map(({ term, value }) => `${term}: ${value}`).join('; '))}.{' '}
          <a href={`/certificates/${certificate.id}/pdf?version=${facts.version}`}>{say.oldPdf}</a>
        </>
      )}
    </>
  );
}
