import { showMark } from '../../../enrollments/show-mark';
import { Badge } from '../../../platform/pages/badges';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { RowCheck } from '../../../platform/pages/choices';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { AdmissionRow } from '../admission.queries';
import { examTime, examTitle } from '../exam-title';
import type { ExamItem } from '../exams.queries';
import { admissionWords, examWords } from '../exams.words';

interface Props {
  readonly exam: ExamItem;
  readonly title: string;
  readonly rows: readonly AdmissionRow[];
  readonly typed: FormValues | null;
  readonly refusal: Refusal | null;
}

/** Draws up who sits an examination: the class first, then people of other classes who may join. */
export function CandidateForm({ exam, title, rows, typed, refusal }: Props) {
  const say = useWords(examWords);
  const locale = useLocale();
  const path = `/exams/${exam.id}`;
  const ticked = rows.filter(
    ({ isGuest, admission }) => admission === 'listed' || (!isGuest && admission === 'admitted'),
  );
  const own = rows.filter(({ isGuest }) => !isGuest);
  const guests = rows.filter(
    ({ isGuest, admission }) => isGuest && (admission === 'listed' || admission === 'admitted'),
  );
  const columns = useColumns();
  return (
    <>
      <PageHeader
        back={{ href: path, label: examTitle(exam, locale) }}
        title={title}
        subtitle={`${exam.classCode} – ${exam.className} · ${examTime(exam)}`}
      />
      <Problem refusal={refusal} />
      <p>{say.drawUpHow}</p>
      <Form
        action={`${path}/candidates`}
        values={typed ?? { enrollmentIds: ticked.map(({ enrollmentId }) => enrollmentId) }}
        errors={refusal?.fields ?? []}
      >
        <Table caption={say.candidates} isLong rows={own} columns={columns} empty={{ title: say.nobody }} />
        {guests.length > 0 && (
          <Card title={say.guests}>
            <Table
              caption={say.guests}
              hidesCaption
              isLong
              rows={guests}
              columns={[
                ...columns.slice(0, 2),
                { label: say.guests, cell: ({ classCode }) => say.guestOf(classCode) },
                ...columns.slice(2),
              ]}
              empty={{ title: say.nobody }}
            />
          </Card>
        )}
        <SaveBar>
          <SubmitButton label={say.saveList} />
          <LinkButton href={path} label={say.leave} />
        </SaveBar>
      </Form>
    </>
  );
}

const tones = { listed: 'success', admitted: 'success', barred: 'danger', busy: 'warning' } as const;

function useColumns(): Column<AdmissionRow>[] {
  const say = useWords(examWords);
  const admissions = useWords(admissionWords);
  const locale = useLocale();
  const marks = ({ first, resit }: AdmissionRow) =>
    [first, resit].flatMap((mark) => (mark === null ? [] : showMark(mark, locale))).join(' / ');
  return [
    {
      label: say.sits,
      hidesLabel: true,
      cell: ({ enrollmentId, fullName, admission }) =>
        admission !== 'barred' && <RowCheck name="enrollmentIds" value={enrollmentId} label={fullName} />,
    },
    { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
    { label: say.unit, cell: ({ unitName }) => unitName },
    {
      label: say.why,
      isState: true,
      cell: ({ admission }) => (
        <Badge tone={tones[admission as keyof typeof tones] ?? 'neutral'} text={admissions[admission]} />
      ),
    },
    { label: say.mark, isNumber: true, cell: marks },
  ];
}
