import type { PersonItem } from '../../people/people.queries';
import { theoryLevelWords } from '../../people/person.labels';
import { showDay } from '../../platform/clock';
import { Card, DescriptionList, PageHeader, Timeline } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { enteredRecordWords } from '../entered-records.words';
import { gradeWords, recordKindWords } from '../training-record.labels';
import { type RecordVersion, standsOnCertificate } from '../training-records.queries';
import { awardInWords, trainingRecordWords } from '../training-records.words';
import { CertificateFields } from './enter-certificate';
import { DocumentFields, PlaceFields } from './enter-record';

interface Props {
  /** Newest first, at least one. */
  readonly versions: readonly RecordVersion[];
  readonly person: PersonItem;
  readonly mayCorrect: boolean;
  readonly refused: { readonly formId?: string; readonly refusal: Refusal; readonly values: FormValues } | null;
}

export function RecordLinePage({ versions, person, mayCorrect, refused }: Props) {
  const say = useWords(enteredRecordWords);
  const kinds = useWords(recordKindWords);
  const now = versions[0]!;
  return (
    <>
      <PageHeader
        title={now.courseName}
        subtitle={`${person.fullName} · ${kinds[now.kind]}`}
        back={{ href: `/people/${person.id}/training-record`, label: say.back }}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.formId} />
      {now.withdrawn && (
        <Notice tone="warning" heading={say.withdrawnNow}>
          <p>{now.reason}</p>
        </Notice>
      )}
      <Card title={say.now}>
        <Facts line={now} />
      </Card>
      <Card title={say.history}>
        <Timeline
          entries={versions.map((version, index) => ({
            at: version.recordedAt,
            who: version.recordedByName ?? say.service,
            what: (
              <>
                <strong>
                  {version.withdrawn ? say.withdrawn : version.supersedesId === null ? say.first : say.corrected}
                </strong>
                {index > 0 && <Facts line={version} />}
              </>
            ),
            reason: version.reason,
          }))}
        />
      </Card>
      {mayCorrect && !now.withdrawn && <Correcting line={now} refused={refused} />}
    </>
  );
}

function Facts({ line }: { line: RecordVersion }) {
  const say = useWords(enteredRecordWords);
  const ofRecord = useWords(trainingRecordWords);
  const grades = useWords(gradeWords);
  const levels = useWords(theoryLevelWords);
  const locale = useLocale();
  const isEntered = line.kind !== 'completion';
  const isCertificate = line.kind === 'earlier_certificate';
  return (
    <DescriptionList
      items={[
        { term: say.holderName, value: line.holderName },
        ...(isEntered ? [{ term: isCertificate ? say.committee : say.issuedBy, value: line.issuedBy }] : []),
        ...(line.courseId === null ? [] : [{ term: ofRecord.class, value: line.className }]),
        ...(line.theoryLevel ? [{ term: ofRecord.theoryLevel, value: levels[line.theoryLevel] }] : []),
        { term: ofRecord.number, value: isEntered ? line.awardNumber : awardInWords(line, locale) },
        isEntered
          ? { term: say.issuedOn, value: line.issuedOn && showDay(line.issuedOn) }
          : { term: ofRecord.when, value: ofRecord.fromTo(showDay(line.startedOn), showDay(line.endedOn)) },
        ...(isCertificate
          ? [{ term: say.validUntil, value: line.validUntil ? showDay(line.validUntil) : say.lasts }]
          : []),
        ...(line.courseId === null
          ? []
          : [{ term: ofRecord.grade, value: line.grade ? grades[line.grade] : ofRecord.ungraded }]),
        { term: ofRecord.unitThen, value: [line.position, line.unitName].filter(Boolean).join(', ') },
      ]}
    />
  );
}

function Correcting({ line, refused }: Pick<Props, 'refused'> & { line: RecordVersion }) {
  const say = useWords(enteredRecordWords);
  const isEntered = line.kind !== 'completion';
  const isCertificate = line.kind === 'earlier_certificate';
  const onCertificate = standsOnCertificate(line);
  const path = `/training-records/${line.id}`;
  const isOfWithdrawal = refused?.formId === 'withdraw';
  const values = refused && !isOfWithdrawal ? refused.values : { ...line, number: line.awardNumber, reason: '' };
  return (
    <>
      <Card title={say.correct}>
        <p class="quiet">{isEntered ? say.correctHint : `${say.correctHint} ${say.classStays}`}</p>
        {line.completionId && (
          <p>
            <a href={`/completions/${line.completionId}`}>{say.toResult}</a>
          </p>
        )}
        {onCertificate && (
          <p>
            {say.certificateSays}{' '}
            <a href={linkTo('/certificates', { search: line.awardNumber })}>{say.toCertificate}</a>
          </p>
        )}
        <Form
          action={`${path}/corrections`}
          values={values}
          errors={isOfWithdrawal ? [] : (refused?.refusal.fields ?? [])}
        >
          {onCertificate ? (
            <TextField name="position" label={say.position} hint={say.ifKnown} maxLength={200} />
          ) : (
            <>
              <TextField name="holderName" label={say.holderName} maxLength={200} />
              {isCertificate && <CertificateFields />}
              {isEntered && !isCertificate && <DocumentFields />}
              <PlaceFields />
            </>
          )}
          <TextField name="reason" label={say.reason} maxLength={500} required />
          <SubmitButton label={say.saveCorrection} />
        </Form>
      </Card>
      {isEntered && (
        <ActionButton
          id="withdraw"
          action={`${path}/withdrawal`}
          label={say.withdraw}
          tone="danger"
          confirm={say.withdrawWhat}
          values={isOfWithdrawal ? (refused?.values ?? {}) : {}}
          errors={isOfWithdrawal ? (refused?.refusal.fields ?? []) : []}
        >
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      )}
    </>
  );
}
