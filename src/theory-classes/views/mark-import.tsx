import { showMark } from '../../enrollments/show-mark';
import { showMoment } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { PageHeader, StatCards } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../platform/pages/forms';
import { Reading } from '../../platform/imports/views/reading';
import { TrialOutcome } from '../../platform/imports/views/trial-outcome';
import { linkTo } from '../../platform/pages/links';
import { Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { type ComparedMarks, type MarkVerdict, markVerdicts } from '../mark-comparison';
import type { MarkImportItem } from '../mark-imports.queries';
import { markImportWords } from '../mark-imports.words';
import type { ModuleItem } from '../theory-classes.queries';
import { MarkImportState } from './mark-imports';

interface Props {
  readonly item: MarkImportItem;
  /** The kind of rows shown; all when not told. */
  readonly verdict: MarkVerdict | undefined;
  readonly rows: PageOf<ComparedMarks>;
  readonly modules: readonly ModuleItem[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  readonly isFirstPage: boolean;
}

const tones: Readonly<Record<MarkVerdict, Tone>> = { changes: 'info', same: 'neutral', refused: 'danger' };

/** A workbook of marks: what it would change, and the one button that does it. */
export function MarkImportPage({ item, verdict, rows, modules, typed, refusal, isFirstPage }: Props) {
  const say = useWords(markImportWords);
  const locale = useLocale();
  const path = `/mark-imports/${item.id}`;
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${item.classId}/mark-imports`, label: say.workbook }}
        title={item.fileName}
        subtitle={
          <>
            {showMoment(item.uploadedAt)} · {item.uploadedByName} · <MarkImportState {...item} />
          </>
        }
      />
      <Problem refusal={refusal} />
      <Reading read={item} action={item.appliedAt ? null : `${path}/readings`} refusal={refusal} />
      {item.warnings.map((warning) => (
        <Notice tone="warning">
          <p>{warning[locale]}</p>
        </Notice>
      ))}
      <NextStep item={item} typed={typed} refusal={refusal} />
      <StatCards
        label={say.outcome}
        cards={markVerdicts.map((one) => ({
          label: say[one],
          value: item.summary[one],
          href: `${linkTo(path, { verdict: one })}#rows`,
          tone: item.summary[one] > 0 ? tones[one] : 'neutral',
        }))}
      />
      <section id="rows">
        <Table
          caption={verdict ? say[verdict] : say.outcome}
          isLong
          rows={rows.items}
          columns={[
            {
              label: say.row,
              isNumber: true,
              cell: ({ rowNumber, sheet }) => (sheet ? `${sheet}, ${rowNumber}` : rowNumber),
            },
            { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
            { label: say.code, cell: ({ code }) => <span class="text-nowrap">{code}</span> },
            {
              label: say.verdict,
              isState: true,
              cell: (row) => <Badge tone={tones[row.verdict]} text={say[row.verdict]} />,
            },
            { label: say.details, cell: (row) => <Details row={row} modules={modules} />, hasOwnLines: () => true },
          ]}
          empty={{ title: say.noRows }}
        />
        <Pager path={path} query={{ verdict }} next={rows.next} isFirstPage={isFirstPage} />
      </section>
    </>
  );
}

function NextStep({ item, typed, refusal }: Pick<Props, 'item' | 'typed' | 'refusal'>) {
  const say = useWords(markImportWords);
  const { summary, marks, corrections, appliedAt } = item;
  if (appliedAt) {
    return (
      <Notice tone="success">
        <p>{say.appliedAt(showMoment(appliedAt), item.appliedByName ?? '')}</p>
      </Notice>
    );
  }
  return (
    <TrialOutcome say={say} changes={marks} summary={summary} hint={say.applyNext(marks)}>
      <Form action={`/mark-imports/${item.id}/application`} values={typed} errors={refusal?.fields ?? []}>
        {corrections > 0 && (
          <TextField name="reason" label={say.correctionsReason(corrections)} maxLength={500} required />
        )}
        <SubmitButton label={say.apply} />
      </Form>
    </TrialOutcome>
  );
}

function Details({ row, modules }: { readonly row: ComparedMarks; readonly modules: readonly ModuleItem[] }) {
  const say = useWords(markImportWords);
  const locale = useLocale();
  const nameOf = (moduleId: string, attempt: number) => {
    const module = modules.find(({ id }) => id === moduleId);
    return module ? `${module.number}. ${module.name}, ${attempt === 1 ? say.first : say.resit}` : '';
  };
  const shown = (mark: number | null) => (mark === null ? say.blank : showMark(mark, locale));
  return (
    <>
      {row.problems.map(({ field, message }) => {
        const [moduleId = '', attempt] = field.split('.');
        const name = nameOf(moduleId, Number(attempt));
        return <div>{name ? `${name}: ${message[locale]}` : message[locale]}</div>;
      })}
      {row.changes.map(({ moduleId, attempt, from, mark }) => (
        <div>{say.became(nameOf(moduleId, attempt), shown(from), shown(mark))}</div>
      ))}
    </>
  );
}
