import { classWords } from '../../classes/classes.words';
import { dayOf, showDay } from '../../platform/clock';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { JointReport, UnitLine } from '../../reports/reports.service';
import { CountedAt } from '../../reports/views/counted-at';
import { AwaitedReports } from '../../reports/yearly/views/awaited-reports';
import type { YearlyReportLine } from '../../reports/yearly/yearly-reports.queries';
import type { AwaitedEndorsement } from '../desks.queries';
import type { PlanWork } from '../../training-plans/proposals/plan-work.queries';
import { PlanWorkNotice } from '../../training-plans/proposals/views/plan-work';
import { deskWords } from '../desks.words';
import { groupWords } from '../group-desk.words';
import { ClassLink, Desk } from './desk';

export interface GroupDeskData {
  readonly awaited: readonly AwaitedEndorsement[];
  readonly planWork: readonly PlanWork[];
  /** Those that wait for the Group's word. */
  readonly yearlyReports: readonly YearlyReportLine[];
  readonly report: JointReport;
}

export function GroupDesk({ awaited, planWork, yearlyReports, report }: GroupDeskData) {
  const say = useWords(groupWords);
  const desk = useWords(deskWords);
  const plan = useWords(classWords);
  return (
    <Desk
      title={desk.group}
      actions={
        <>
          <LinkButton href="/training-plans" label={plan.trainingPlan} />
          <LinkButton href="/calendar" label={desk.calendar} />
          <LinkButton href="/rooms/today" label={desk.roomsToday} />
        </>
      }
    >
      <PlanWorkNotice work={planWork} of="group" />
      <AwaitedReports reports={yearlyReports} />
      <Card
        title={say.awaiting}
        level={3}
        actions={awaited.length > 0 && <LinkButton href="/endorsements" label={say.all} />}
      >
        <AwaitedTable awaited={awaited} />
      </Card>
      <Card
        title={say.units(report.year)}
        level={3}
        actions={<LinkButton href={linkTo('/reports/joint', { year: report.year })} label={say.report} />}
      >
        <CountedAt countedAt={report.countedAt} mayRecount={false} />
        <UnitsCompared report={report} />
      </Card>
    </Desk>
  );
}

/** The page of everything that awaits the Group's word, class by class. */
export function Endorsements({ awaited }: Pick<GroupDeskData, 'awaited'>) {
  const say = useWords(groupWords);
  return (
    <>
      <PageHeader title={say.awaiting} />
      <AwaitedTable awaited={awaited} />
    </>
  );
}

function AwaitedTable({ awaited }: Pick<GroupDeskData, 'awaited'>) {
  const say = useWords(groupWords);
  const desk = useWords(deskWords);
  const submitted = '/nominations?state=submitted';
  return (
    <Table
      caption={say.awaiting}
      hidesCaption
      rows={awaited}
      empty={{ title: say.none, next: say.noneNext }}
      columns={[
        {
          label: desk.trainingClass,
          isRowName: true,
          cell: ({ classId, className }) => <ClassLink id={classId} name={className} part={submitted} />,
        },
        { label: say.people, isNumber: true, cell: ({ people }) => people },
        { label: say.byUnit, cell: ({ byUnit }) => byUnit },
        { label: say.since, cell: ({ since }) => showDay(dayOf(since)) },
        { label: desk.opening, cell: ({ opensOn }) => showDay(opensOn) },
        {
          label: desk.actions,
          cell: ({ classId }) => (
            <LinkButton href={`/classes/${classId}${submitted}`} label={say.decide} tone="primary" />
          ),
        },
      ]}
    />
  );
}

function UnitsCompared({ report }: { report: JointReport }) {
  const { units, total } = report;
  const say = useWords(groupWords);
  const locale = useLocale();
  const count = (label: string, of: (line: Pick<UnitLine, 'nominated' | 'nominations' | 'completion'>) => number) => ({
    label,
    isNumber: true,
    cell: of,
    total: of(total),
  });
  const columns: readonly Column<UnitLine>[] = [
    {
      label: useWords(deskWords).ofUnit,
      isRowName: true,
      cell: ({ unitNameVi, unitNameEn }) => (locale === 'vi' ? unitNameVi : unitNameEn),
    },
    count(say.nominated, ({ nominated }) => nominated),
    count(say.accepted, ({ nominations }) => nominations.accepted),
    count(say.completed, ({ completion }) => completion.completed),
  ];
  return (
    <Table
      caption={say.units(report.year)}
      hidesCaption
      rows={units}
      empty={{ title: say.noUnits, next: say.noUnitsNext }}
      columns={columns}
    />
  );
}
