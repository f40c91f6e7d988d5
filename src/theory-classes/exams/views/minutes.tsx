import type { Actor } from '../../../platform/access/actor';
import { showTime } from '../../../platform/clock';
import { PageHeader } from '../../../platform/pages/blocks';
import { NumberField, TextArea, TextField, TimeField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { examOutcomes, outcomeWords, showNumber } from '../exam';
import { examTime, examTitle } from '../exam-title';
import type { Candidate, ExamItem } from '../exams.queries';
import { examWords } from '../exams.words';
import { RowSelect, RowText } from './row-fields';

export interface RecordForm {
  readonly exam: ExamItem;
  readonly actor: Actor;
  readonly title: string;
  readonly candidates: readonly Candidate[];
  readonly typed: FormValues | null;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** Takes the minutes of an examination: everybody stands as present, so that only what was otherwise is typed. */
export function MinutesForm({ exam, actor, title, candidates, typed, refusal }: RecordForm) {
  const say = useWords(examWords);
  const locale = useLocale();
  const path = `/exams/${exam.id}`;
  const others = candidates.filter(({ personId }) => !actor.is(personId));
  const outcomes = examOutcomes.map((outcome) => ({ value: outcome, label: outcomeWords[outcome][locale] }));
  return (
    <>
      <PageHeader
        back={{ href: path, label: examTitle(exam, locale) }}
        title={title}
        subtitle={`${exam.classCode} – ${exam.className} · ${examTime(exam)}`}
      />
      <Problem refusal={refusal} />
      <p>{say.minutesHow}</p>
      {others.length < candidates.length && <p class="quiet">{say.ownRow}</p>}
      <Form action={`${path}/minutes`} values={typed ?? stored(exam, candidates)} errors={refusal?.fields ?? []}>
        <FieldRow>
          <TimeField name="begunAt" label={say.begunAt} required />
          <TimeField name="endedAt" label={say.endedAt} required />
          <NumberField name="papers" label={say.papers} required />
          <NumberField name="sheets" label={say.sheets} required />
        </FieldRow>
        <Table
          caption={say.candidates}
          isLong
          rows={others}
          empty={{ title: say.nobody }}
          columns={[
            {
              label: say.name,
              isRowName: true,
              cell: ({ number, fullName }) => `${showNumber(number)} · ${fullName}`,
            },
            { label: say.unit, cell: ({ unitName }) => unitName },
            {
              label: say.outcome,
              hasOwnLines: () => true,
              cell: ({ enrollmentId, fullName }) => (
                <RowSelect name={`outcome.${enrollmentId}`} label={say.outcome} of={fullName} choices={outcomes} />
              ),
            },
            {
              label: say.violation,
              hasOwnLines: () => true,
              cell: ({ enrollmentId, fullName }) => (
                <RowText name={`violation.${enrollmentId}`} label={say.violation} of={fullName} />
              ),
            },
          ]}
        />
        <TextArea name="incidents" label={say.incidents} rows={3} maxLength={2000} />
        {exam.minutesAt !== null && <TextField name="reason" label={say.correctionReason} maxLength={500} required />}
        <SaveBar>
          <SubmitButton label={say.saveMinutes} />
          <LinkButton href={path} label={say.leave} />
        </SaveBar>
      </Form>
    </>
  );
}

function stored(
  { startsAt, endsAt, begunAt, endedAt, ...exam }: ExamItem,
  candidates: readonly Candidate[],
): FormValues {
  const rows = candidates.flatMap(({ enrollmentId, outcome, violation }) => [
    [`outcome.${enrollmentId}`, outcome ?? 'sat'] as const,
    [`violation.${enrollmentId}`, violation] as const,
  ]);
  return {
    ...Object.fromEntries(rows),
    begunAt: showTime(begunAt ?? startsAt),
    endedAt: showTime(endedAt ?? endsAt),
    papers: exam.papers ?? candidates.length,
    sheets: exam.sheets,
    incidents: exam.incidents,
  };
}
