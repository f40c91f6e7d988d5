import { showDay } from '../../platform/clock';
import { Notice } from '../../platform/pages/notices';
import { PageHeader, StatCards } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo, type Query } from '../../platform/pages/links';
import { Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Opening } from '../../platform/pages/papers/opening';
import { showShare } from '../../platform/pages/papers/shares';
import { Table } from '../../platform/pages/tables';
import { pageAmong } from '../../platform/paging';
import { ParticipationPlot } from '../../study-sessions/views/participation-plot';
import { coverageWords } from '../coverage.words';
import { classStates, hasFigures, type NumberName } from '../figures';
import { openingOfJoint } from '../openings/joint-opening';
import type { CourseLine, JointReport as Report, UnitLine } from '../reports.service';
import { papersWords } from '../papers/papers.words';
import { reportWords } from '../reports.words';
import { yearlyReportWords } from '../yearly/yearly-reports.words';
import { counted } from './counted';
import { CountedAt } from './counted-at';
import { type Leads, ResultsTable, SeatsTable } from './figures-tables';
import { SeatsPlot } from './plots';
import { StudiesTable } from './studies-table';
import { type YearChoice, YearFilter } from './year-filter';

export function JointReport({
  report,
  choice,
  cursor,
  mayRecount,
}: {
  report: Report;
  choice: YearChoice;
  /** Of the units before those that are shown; undefined for the first. */
  cursor: string | undefined;
  mayRecount: boolean;
}) {
  const say = useWords(reportWords);
  const locale = useLocale();
  const { year } = report;
  return (
    <>
      <PageHeader
        title={say.jointOf(year)}
        subtitle={say.jointSubtitle(showDay(report.asOf))}
        actions={
          <>
            <LinkButton href={linkTo('/yearly-reports', { year })} label={useWords(yearlyReportWords).reports} />
            <LinkButton href={linkTo('/papers', { year })} label={useWords(papersWords).title} />
            <LinkButton href="/reports/coverage" label={useWords(coverageWords).title} />
          </>
        }
      />
      <CountedAt countedAt={report.countedAt} mayRecount={mayRecount} />
      <YearFilter action="/reports/joint" choice={choice} />
      <Opening {...openingOfJoint(report, locale)} />
      <ReportTables
        report={report}
        shown={{ path: '/reports/joint', query: { year: choice.year }, cursor }}
        leads={(number, of) => linkTo('/reports/behind', { number, year, ...of })}
      />
    </>
  );
}

interface TablesProps {
  readonly report: Report;
  /** Where the page is that shows some of the units, and after which. */
  readonly shown: { readonly path: string; readonly query?: Query; readonly cursor: string | undefined };
  /** Where a number of today is told one by one; numbers that were confirmed lead nowhere. */
  readonly leads?: (
    number: NumberName,
    of: { readonly unitId?: string; readonly courseId?: string; readonly classId?: string },
  ) => string;
}

/** All a report says in numbers, those of today or those that were confirmed. */
export function ReportTables({ report, shown: { path, query = {}, cursor }, leads }: TablesProps) {
  const locale = useLocale();
  const say = useWords(reportWords);
  const { year, courses, units, total } = report;
  const ofCourse = {
    label: say.course,
    of: (row: CourseLine) => (locale === 'vi' ? row.courseNameVi : row.courseNameEn),
  };
  const ofUnit = {
    label: say.unit,
    of: (row: UnitLine) => (
      <a href={linkTo('/reports/unit', { year, unitId: row.unitId })}>
        {row.unitCode} – {locale === 'vi' ? row.unitNameVi : row.unitNameEn}
      </a>
    ),
  };
  const page = pageAmong(units, cursor, ({ unitId }) => unitId);
  const withFigures = courses.filter(hasFigures);
  const ofUnitLeads =
    leads && ((number: NumberName, row: UnitLine | null) => leads(number, row ? { unitId: row.unitId } : {}));
  const ofCourseLeads =
    leads && ((number: NumberName, row: CourseLine | null) => leads(number, row ? { courseId: row.courseId } : {}));
  const href = (number: NumberName) => (leads ? { href: leads(number, {}) } : {});
  const byUnit = {
    ...{ name: ofUnit, rows: page.items, total, leads: ofUnitLeads },
    empty: { title: say.noUnits, next: say.noUnitsNext },
  };
  const byCourse = {
    ...{ name: ofCourse, rows: withFigures, total, leads: ofCourseLeads },
    empty: { title: say.nothingYet, next: say.nothingYetNext },
  };
  return (
    <>
      <StatCards
        label={say.inShort}
        cards={[
          {
            label: say.classes,
            value: total.classes.total,
            ...href('classes'),
            hint: say.classesHint(total.classes.closed, total.classes.cancelled),
          },
          {
            label: say.nominated,
            value: total.nominated,
            hint: say.nominatedHint(total.nominations.accepted),
            ...href('nominated'),
          },
          {
            label: say.enrolled,
            value: total.enrolled,
            ...href('enrolled'),
            hint: say.enrolledHint(total.seats.held, total.seats.allocated),
          },
          {
            label: say.completionRate,
            value: showShare(total.completion.rate, locale),
            ...href('judged'),
            hint: say.completionHint(total.completion.completed, total.completion.judged),
          },
          {
            label: say.attendanceRate,
            value: showShare(total.attendance.rate, locale),
            ...href('marked'),
            hint: say.attendanceHint(total.attendance.present, total.attendance.marked),
          },
        ]}
      />
      <Notice tone="info">
        <p>{say.ratesExplained}</p>
      </Notice>
      <SeatsPlot rows={units.map(ofPlot)} shown={page.items.map(ofPlot)} />
      <SeatsTable caption={say.seatsByUnit} {...byUnit} />
      <ResultsTable caption={say.resultsByUnit} {...byUnit} />
      <Pager path={path} query={query} next={page.next} isFirstPage={cursor === undefined} />
      <ClassesTable report={report} leads={ofCourseLeads} />
      <SeatsTable caption={say.seatsByCourse} {...byCourse} />
      {withFigures.length > 0 && <ResultsTable caption={say.resultsByCourse} {...byCourse} />}
      <ParticipationPlot participation={report.studySessions} />
      <StudiesTable participation={report.studySessions} leads={leads} />
    </>
  );
}

const ofPlot = ({ unitCode, seats }: UnitLine) => ({ name: unitCode, seats });

function ClassesTable({ report: { courses, total }, leads }: { report: Report; leads: Leads<CourseLine> | undefined }) {
  const locale = useLocale();
  const say = useWords(reportWords);
  type Numbers = Pick<CourseLine, 'classes' | 'capacity'>;
  const numbers: readonly (readonly [string, NumberName, (of: Numbers) => number])[] = [
    ...classStates.map((state) => [say[state], state, ({ classes }: Numbers) => classes[state]] as const),
    [say.allClasses, 'classes', ({ classes }) => classes.total],
    [say.seats, 'seats', ({ capacity }) => capacity.seats],
    [say.pool, 'pool', ({ capacity }) => capacity.pool],
  ];
  return (
    <Table
      caption={say.classesByCourse}
      rows={courses}
      empty={{
        title: say.noCourses,
        next: say.noCoursesNext,
        action: <LinkButton href="/courses" label={say.toCourses} />,
      }}
      columns={[
        { label: say.course, cell: (row) => (locale === 'vi' ? row.courseNameVi : row.courseNameEn), isRowName: true },
        ...numbers.map(([label, number, of]) => ({
          label,
          cell: (row: CourseLine) => counted(of(row), leads?.(number, row) ?? null),
          isNumber: true,
          total: counted(of(total), leads?.(number, null) ?? null),
        })),
      ]}
    />
  );
}
