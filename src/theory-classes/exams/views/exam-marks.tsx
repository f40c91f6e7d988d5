import { showMark } from '../../../enrollments/show-mark';
import { PageHeader } from '../../../platform/pages/blocks';
import { FieldGrid } from '../../../platform/pages/field-grid';
import { TextField } from '../../../platform/pages/fields';
import { Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { showNumber } from '../exam';
import { examTime, examTitle } from '../exam-title';
import { examWords } from '../exams.words';
import type { RecordForm } from './minutes';
import { RowText } from './row-fields';

/** Marks of those who sat it, by number; nobody's own. */
export function ExamMarksForm({ exam, actor, title, candidates, typed, refusal }: RecordForm) {
  const say = useWords(examWords);
  const locale = useLocale();
  const path = `/exams/${exam.id}`;
  const rows = candidates.filter(({ personId, outcome }) => !actor.is(personId) && (outcome ?? 'sat') === 'sat');
  const shown = Object.fromEntries(
    rows.map(({ enrollmentId, mark }) => [enrollmentId, mark === null ? '' : showMark(mark, locale)]),
  );
  const values = Object.fromEntries(Object.entries(shown).map(([id, text]) => [`mark.${id}`, text]));
  const hasMarks = rows.some(({ mark }) => mark !== null);
  return (
    <>
      <PageHeader
        back={{ href: path, label: examTitle(exam, locale) }}
        title={title}
        subtitle={`${exam.classCode} – ${exam.className} · ${examTime(exam)}`}
      />
      <Problem refusal={refusal} />
      <p>{say.marksHow}</p>
      <Form
        action={`${path}/marks`}
        values={{ ...values, ...typed }}
        errors={refusal?.fields ?? []}
        hidden={Object.fromEntries(Object.entries(shown).map(([id, text]) => [`was.${id}`, text]))}
      >
        <FieldGrid>
          <Table
            caption={say.candidates}
            isLong
            rows={rows}
            empty={{ title: say.nobodySat, next: say.nobodySatNext }}
            columns={[
              {
                label: say.name,
                isRowName: true,
                cell: ({ number, fullName }) => `${showNumber(number)} · ${fullName}`,
              },
              { label: say.unit, cell: ({ unitName }) => unitName },
              {
                label: say.mark,
                cell: ({ enrollmentId, fullName }) => (
                  <RowText name={`mark.${enrollmentId}`} label={say.mark} of={fullName} isMark />
                ),
              },
            ]}
          />
        </FieldGrid>
        {(hasMarks || refusal?.fields.some(({ field }) => field === 'reason')) && (
          <TextField name="reason" label={say.whyChanged} maxLength={500} />
        )}
        <SaveBar>
          <SubmitButton label={say.saveMarks} />
          <LinkButton href={path} label={say.leave} />
        </SaveBar>
      </Form>
    </>
  );
}
