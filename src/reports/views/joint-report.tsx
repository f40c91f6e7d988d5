import { showDay } from '../../platform/clock';
import { Notice } from '../../platform/pages/notices';
import { PageHeader, StatCards } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { showShare } from '../../platform/pages/shares';
import { Table } from '../../platform/pages/tables';
import { ParticipationPlot } from '../../study-sessions/views/participation-plot';
import { coverageWords } from '../coverage.words';
import { hasFigures } from '../figures';
import type { CourseLine, JointReport as Report, UnitLine } from '../reports.service';
import { papersWords } from '../papers/papers.words';
import { reportWords } from '../reports.words';
import { yearlyReportWords } from '../yearly/yearly-reports.words';
import { ResultsTable, SeatsTable } from './figures-tables';
import { SeatsPlot } from './plots';
import { StudiesTable } from './studies-table';
import { type YearChoice, YearFilter } from './year-filter';

export function JointReport({ report, choice }: { report: Report; choice: YearChoice }) {
  const say = useWords(reportWords);
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
      <YearFilter action="/reports/joint" choice={choice} />
      <ReportTables report={report} />
    </>
  );
}

/** All a report says in numbers, those of today or those that were confirmed. */
export function ReportTables({ report }: { report: Report }) {
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
  const withFigures = courses.filter(hasFigures);
  const nothingYet = { title: say.nothingYet, next: say.nothingYetNext };
  const noUnits = { title: say.noUnits, next: say.noUnitsNext };
  return (
    <>
      <StatCards
        label={say.inShort}
        cards={[
          {
            label: say.classes,
            value: total.classes.total,
            hint: say.classesHint(total.classes.closed, total.classes.cancelled),
          },
          { label: say.nominated, value: total.nominated, hint: say.nominatedHint(total.nominations.accepted) },
          {
            label: say.enrolled,
            value: total.enrolled,
            hint: say.enrolledHint(total.seats.held, total.seats.allocated),
          },
          {
            label: say.completionRate,
            value: showShare(total.completion.rate, locale),
            hint: say.completionHint(total.completion.completed, total.completion.judged),
          },
          {
            label: say.attendanceRate,
            value: showShare(total.attendance.rate, locale),
            hint: say.attendanceHint(total.attendance.present, total.attendance.marked),
          },
        ]}
      />
      <Notice tone="info">
        <p>{say.ratesExplained}</p>
      </Notice>
      <SeatsPlot rows={units.map(({ unitCode, seats }) => ({ name: unitCode, seats }))} />
      <SeatsTable caption={say.seatsByUnit} name={ofUnit} rows={units} total={total} empty={noUnits} />
      <ResultsTable caption={say.resultsByUnit} name={ofUnit} rows={units} total={total} empty={noUnits} />
      <ClassesTable report={report} />
      <SeatsTable caption={say.seatsByCourse} name={ofCourse} rows={withFigures} total={total} empty={nothingYet} />
      {withFigures.length > 0 && (
        <ResultsTable
          caption={say.resultsByCourse}
          name={ofCourse}
          rows={withFigures}
          total={total}
          empty={nothingYet}
        />
      )}
      <ParticipationPlot participation={report.studySessions} />
      <StudiesTable participation={report.studySessions} />
    </>
  );
}

function ClassesTable({ report: { courses, total } }: { report: Report }) {
  const locale = useLocale();
  const say = useWords(reportWords);
  const states = ['planned', 'announced', 'open', 'closed', 'cancelled'] as const;
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
        ...states.map((state) => ({
          label: say[state],
          cell: (row: CourseLine) => row.classes[state],
          isNumber: true,
          total: total.classes[state],
        })),
        { label: say.allClasses, cell: (row) => row.classes.total, isNumber: true, total: total.classes.total },
        { label: say.seats, cell: (row) => row.capacity.seats, isNumber: true, total: total.capacity.seats },
        { label: say.pool, cell: (row) => row.capacity.pool, isNumber: true, total: total.capacity.pool },
      ]}
    />
  );
}
