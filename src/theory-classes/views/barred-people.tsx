import type { ClassItem } from '../../classes/classes.queries';
import { PageHeader } from '../../platform/pages/blocks';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { MarksRow } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

interface Props {
  readonly item: ClassItem;
  readonly modules: readonly ModuleItem[];
  readonly rows: readonly MarksRow[];
}

/** Whom absence keeps from an examination; their names lead to where a decision is recorded. */
export function BarredPeople({ item, modules, rows }: Props) {
  const say = useWords(theoryWords);
  const entries = rows.map(({ marks, ...person }) => ({
    ...person,
    bars: marks.flatMap(({ bar }, index) => (bar ? [{ ...bar, module: modules[index]! }] : [])),
  }));
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${item.id}/marks`, label: say.backToMarks }}
        title={say.barredOf(item.code)}
        subtitle={item.name}
      />
      <Table
        caption={say.barredPeople}
        list="whole"
        hidesCaption
        rows={entries}
        columns={[
          {
            label: say.name,
            isRowName: true,
            cell: ({ enrollmentId, fullName }) => <a href={`/enrollments/${enrollmentId}/marks`}>{fullName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          {
            label: say.barredFrom,
            cell: ({ bars }) =>
              bars.map(({ module, absent, halfDays, liftedBy }) => (
                <div>
                  {module.number}. {module.name}: {say.absentOf(absent, halfDays)}
                  {liftedBy && <span class="quiet"> · {say.letIn(liftedBy.decisionNumber)}</span>}
                </div>
              )),
          },
        ]}
        empty={{ title: say.nobodyBarred, next: say.nobodyBarredNext }}
      />
    </>
  );
}
