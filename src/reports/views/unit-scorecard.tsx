import { theoryLevelWords } from '../../people/person.labels';
import type { TheoryLevel } from '../../people/person.values';
import { showDay } from '../../platform/clock';
import { EmptyState, PageHeader, StatCards } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo, type Query } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Opening } from '../../platform/pages/papers/opening';
import { Share, shareOf, showShare } from '../../platform/pages/papers/shares';
import { PaperLinks } from '../../platform/pages/papers/paper-links';
import { Table } from '../../platform/pages/tables';
import { coverageWords } from '../coverage.words';
import { hasFigures, type NumberName } from '../figures';
import { openingOfScorecard } from '../openings/scorecard-opening';
import type { KeyCadres, ReportedUnit } from '../reports.queries';
import type { UnitScorecard as Scorecard } from '../reports.service';
import { reportWords } from '../reports.words';
import { counted } from './counted';
import { CountedAt } from './counted-at';
import { ResultsTable, SeatsTable } from './figures-tables';
import { LevelsPlot, SeatsPlot } from './plots';
import { StudiesTable } from './studies-table';
import { type YearChoice, YearFilter } from './year-filter';

interface Props {
  readonly scorecard: Scorecard;
  readonly choice: YearChoice;
  readonly units: readonly ReportedUnit[];
  /** Whether the reader may go back to where units stand side by side. */
  readonly mayCompare: boolean;
  readonly mayRecount: boolean;
}

export function UnitScorecard({ scorecard, choice, units, mayCompare, mayRecount }: Props) {
  const locale = useLocale();
  const say = useWords(reportWords);
  const { year, unitId } = scorecard;
  const courses = scorecard.courses.filter(hasFigures);
  const name = locale === 'vi' ? scorecard.unitNameVi : scorecard.unitNameEn;
  const ofCourse = {
    label: say.course,
    of: (row: Scorecard['courses'][number]) => (locale === 'vi' ? row.courseNameVi : row.courseNameEn),
  };
  const leads = (number: NumberName, row: { readonly courseId: string } | null = null) =>
    linkTo('/reports/behind', { number, year, unitId, courseId: row?.courseId });
  const empty = { title: say.nothingYet, next: say.nothingYetNext };
  const byCourse = { name: ofCourse, rows: courses, total: scorecard, empty, leads };
  return (
    <>
      <PageHeader
        title={say.scorecardOf(name, year)}
        subtitle={say.scorecardSubtitle(showDay(scorecard.asOf))}
        back={mayCompare ? { href: linkTo('/reports/joint', { year }), label: say.backToJoint } : undefined}
        actions={
          <>
            <PaperLinks path="/reports/unit/paper" query={{ year, unitId }} title={say.scorecard} />
            <LinkButton href={linkTo('/reports/coverage', { unitId })} label={useWords(coverageWords).title} />
          </>
        }
      />
      <CountedAt countedAt={scorecard.countedAt} mayRecount={mayRecount} />
      <YearFilter action="/reports/unit" choice={choice} units={units} unitId={unitId} />
      <Opening {...openingOfScorecard(scorecard, locale)} />
      <StatCards label={say.inShort} cards={statCards(scorecard, say, locale, leads)} />
      <LevelsPlot units={[cadresOf(scorecard)]} />
      <KeyCadresTable lines={scorecard.keyCadres} unitId={unitId} />
      <SeatsPlot rows={courses.map((row) => ({ name: ofCourse.of(row), seats: row.seats }))} />
      <SeatsTable caption={say.seatsByCourse} {...byCourse} />
      {courses.length > 0 && (
        <>
          <ResultsTable caption={say.resultsByCourse} {...byCourse} />
          <p class="quiet">{say.ratesExplained}</p>
        </>
      )}
      <StudiesTable
        participation={scorecard.studySessions}
        leads={(number, of) => linkTo('/reports/behind', { number, year, unitId, ...of })}
      />
    </>
  );
}

/** Before a unit is chosen. */
export function ChooseUnit({ choice, units }: Pick<Props, 'choice' | 'units'>) {
  const say = useWords(reportWords);
  return (
    <>
      <PageHeader title={say.scorecard} />
      <YearFilter action="/reports/unit" choice={choice} units={units} />
      <EmptyState title={say.chooseUnit} next={say.chooseUnitNext} />
    </>
  );
}

function statCards(
  scorecard: Scorecard,
  say: (typeof reportWords)['vi'],
  locale: 'vi' | 'en',
  leads: (number: NumberName) => string,
) {
  const { nominated, nominations, enrolled, seats, completion, keyCadres } = scorecard;
  const trained = keyCadres.filter(({ theoryLevel }) => ['intermediate', 'advanced'].includes(theoryLevel));
  return [
    {
      label: say.nominated,
      value: nominated,
      hint: say.nominatedHint(nominations.accepted),
      href: leads('nominated'),
    },
    {
      label: say.enrolled,
      value: enrolled,
      hint: say.enrolledHint(seats.held, seats.allocated),
      href: leads('enrolled'),
    },
    {
      label: say.completionRate,
      value: showShare(completion.rate, locale),
      href: leads('judged'),
      hint: say.completionHint(completion.completed, completion.judged),
    },
    {
      label: say.keyCadresShort,
      value: sum(keyCadres),
      hint: say.keyCadresHint(sum(trained)),
      href: cadresAt(scorecard.unitId, {}),
    },
  ];
}

function KeyCadresTable({ lines, unitId }: { lines: readonly KeyCadres[]; unitId: string }) {
  const say = useWords(reportWords);
  const level = useWords(theoryLevelWords);
  const total = sum(lines);
  return (
    <>
      <Table
        caption={say.keyCadres}
        rows={lines}
        empty={{ title: say.noUnits }}
        columns={[
          { label: say.theoryLevel, cell: (line) => level[line.theoryLevel], isRowName: true },
          {
            label: say.people,
            cell: ({ keyCadres, theoryLevel }) => counted(keyCadres, cadresAt(unitId, { theoryLevel })),
            isNumber: true,
            total: counted(total, cadresAt(unitId, {})),
          },
          {
            label: say.share,
            cell: (line) => <Share percent={shareOf(line.keyCadres, total)} />,
            isNumber: true,
          },
          {
            label: say.plannedCadres,
            cell: ({ planned, theoryLevel }) => counted(planned, cadresAt(unitId, { theoryLevel, planned: true })),
            isNumber: true,
            total: counted(
              lines.reduce((count, line) => count + line.planned, 0),
              cadresAt(unitId, { planned: true }),
            ),
          },
        ]}
      />
      <p class="quiet">{say.keyCadresExplained}</p>
    </>
  );
}

const cadresAt = (unitId: string, narrowed: Query) =>
  linkTo('/people', { unitId, keyCadre: true, isPresent: true, ...narrowed });

const cadresOf = ({ unitCode, keyCadres }: Scorecard) => ({
  name: unitCode,
  keyCadres: sum(keyCadres),
  levels: Object.fromEntries(keyCadres.map((line) => [line.theoryLevel, line.keyCadres])) as unknown as Record<
    TheoryLevel,
    number
  >,
});

const sum = (lines: readonly KeyCadres[]) => lines.reduce((count, line) => count + line.keyCadres, 0);
