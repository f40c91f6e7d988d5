import type { ClassItem } from '../../classes/classes.queries';
import { hasEnded } from '../../classes/training-class.states';
import type { PurposedRule } from '../../courses/courses.queries';
import { RuleTable } from '../../courses/views/rule-table';
import { dayOf, showDay } from '../../platform/clock';
import { showMark } from '../../enrollments/show-mark';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { isBarred } from '../exam-bar';
import type { MarkLine, MarksRow, ModuleElsewhere } from '../marks.queries';
import type { ModuleItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';
import { BarState, LiftForm, permissionFormId, type RefusedPermission } from './exam-permissions';
import { Notice, Problem } from '../../platform/pages/notices';
import { ElsewhereForm, elsewhereFormId, refusedMark } from './elsewhere-form';
import { GraduationBadge } from './graduation-badge';
import { MarkLines } from './mark-lines';

export interface PersonMarksProps extends RefusedPermission {
  readonly item: ClassItem;
  readonly row: MarksRow;
  readonly modules: readonly ModuleItem[];
  readonly rules: readonly PurposedRule[];
  readonly lines: readonly MarkLine[];
  /** Where examinations may be sat with another class. */
  readonly elsewhere: readonly ModuleElsewhere[];
  readonly mayEnter: boolean;
  readonly isOwn: boolean;
  readonly mayLift: boolean;
}

/** All marks of one person, how they came about, and what keeps the person from an examination. */
export function PersonMarks({
  item,
  row,
  modules,
  rules,
  lines,
  elsewhere,
  mayEnter,
  isOwn,
  mayLift,
  typed,
  refused,
}: PersonMarksProps) {
  const say = useWords(theoryWords);
  const locale = useLocale();
  const entries = row.marks.map((mark, index) => ({ ...mark, module: modules[index]! }));
  const barred = entries.filter(({ bar }) => isBarred(bar)).map(({ module }) => module);
  const lifts = mayLift && !hasEnded(item.state) && row.endedAt === null;
  const shown = (mark: number | null, satIn: string | null = null) =>
    mark !== null && (
      <>
        {showMark(mark, locale)}
        {satIn && <small class="choice-hint">{say.satIn(satIn)}</small>}
      </>
    );
  const back = mayEnter
    ? { href: `/classes/${item.id}/marks`, label: say.backToMarks }
    : { href: `/classes/${item.id}`, label: item.name };
  return (
    <>
      <PageHeader back={back} title={say.marksOfPerson(row.fullName)} subtitle={`${item.name} · ${row.unitName}`} />
      {refused?.isElsewhere ? (
        <Problem refusal={refusedMark(refused.refusal)} formId={elsewhereFormId} />
      ) : (
        <Problem
          refusal={refused?.refusal ?? null}
          formId={refused ? permissionFormId(row, refused.permissionId) : undefined}
        />
      )}
      {row.endedAt && (
        <Notice tone="info">
          <p>{say.hasLeft(showDay(dayOf(row.endedAt)))}</p>
        </Notice>
      )}
      <p>
        {row.average !== null && (
          <>
            {say.average}: <strong>{showMark(row.average, locale)}</strong> ·{' '}
          </>
        )}
        {say.graduation}: <GraduationBadge {...row} />
      </p>
      <Table
        caption={say.marks}
        hidesCaption
        rows={entries}
        columns={[
          {
            label: say.moduleName,
            isRowName: true,
            cell: ({ module }) => say.moduleHeading(module.number, module.name, module.weight),
          },
          { label: say.first, isNumber: true, cell: ({ first, firstSatIn }) => shown(first, firstSatIn) },
          { label: say.resit, isNumber: true, cell: ({ resit, resitSatIn }) => shown(resit, resitSatIn) },
          { label: say.counted, isNumber: true, cell: ({ counted }) => shown(counted) },
          {
            label: say.mayBeExamined,
            cell: ({ bar }) => bar && <BarState row={row} bar={bar} mayLift={lifts} typed={typed} refused={refused} />,
          },
        ]}
        empty={{ title: say.noModules }}
      />
      {lifts && barred.length > 0 && <LiftForm row={row} modules={barred} typed={typed} refused={refused} />}
      {mayEnter && !isOwn && !hasEnded(item.state) && row.endedAt === null && elsewhere.length > 0 && (
        <ElsewhereForm row={row} modules={elsewhere} typed={typed} refused={refused} />
      )}
      <MarkLines lines={lines} />
      <Card title={say.rulesOfMarks}>
        <RuleTable caption={say.rulesOfMarks} rules={rules} changePath={null} />
      </Card>
    </>
  );
}
