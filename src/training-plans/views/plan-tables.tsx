import { useLocale, useWords } from '../../platform/pages/page-context';
import { linkTo } from '../../platform/pages/links';
import { Share, showShare } from '../../platform/pages/papers/shares';
import { type Column, Table } from '../../platform/pages/tables';
import { Badge, type Tone } from '../../platform/pages/badges';
import type { PlanFigures } from '../plan-progress';
import type { PlanStanding } from '../plan-standing';
import { proposalWords, standingWords } from '../proposals/proposals.words';
import type { CourseTotal, PlanLineItem, TrainingPlan } from '../training-plans.queries';
import { planWords } from '../training-plans.words';

interface Props {
  readonly plan: TrainingPlan;
  readonly mayEdit: boolean;
}

type Named = Pick<PlanLineItem, 'courseName' | 'courseNameEn'>;
const nameOf = ({ courseName, courseNameEn }: Named, locale: 'vi' | 'en') =>
  locale === 'vi' ? courseName : courseNameEn;

/** Each course with its four quarters, what they make together, and how much of it was done. */
export function QuartersTable({ plan: { year, lines, totals }, mayEdit }: Props) {
  const say = useWords(planWords);
  const locale = useLocale();
  const lineOf = (courseId: string, quarter: number) =>
    lines.find((line) => line.courseId === courseId && line.quarter === quarter);
  const quarters = totals.byQuarter.map(({ quarter, ...figures }): Column<CourseTotal> => ({
    label: say.quarterNumber(quarter),
    isNumber: true,
    cell: ({ courseId }) => {
      const line = lineOf(courseId, quarter);
      return line ? <Amounts of={line} /> : <span class="quiet">–</span>;
    },
    total: <Amounts of={figures} />,
  }));
  return (
    <Table
      caption={say.byQuarter}
      list="whole"
      hidesCaption
      rows={totals.byCourse}
      empty={{ title: say.none(year), next: mayEdit ? say.noneOffice : say.noneOthers }}
      columns={[
        { label: say.course, isRowName: true, cell: (course) => nameOf(course, locale) },
        ...quarters,
        {
          label: say.wholeYear,
          isNumber: true,
          cell: (course) => <Amounts of={course} />,
          total: <Amounts of={totals.year} />,
        },
        {
          label: say.share,
          isNumber: true,
          cell: (course) => <Shares of={course} />,
          total: <Shares of={totals.year} />,
        },
      ]}
    />
  );
}

/** Line by line where the classes stand, and for the office what to do about it. */
export function LinesTable({ plan: { lines }, mayEdit }: Props) {
  const say = useWords(planWords);
  const plan = useWords(proposalWords);
  const standings = useWords(standingWords);
  const locale = useLocale();
  // No number where there is none: on a phone that is a line less.
  const count = (label: string, of: (line: PlanLineItem) => number): Column<PlanLineItem> => ({
    label,
    isNumber: true,
    cell: (line) => of(line) || null,
  });
  const actions: readonly Column<PlanLineItem>[] = mayEdit
    ? [{ label: say.actions, hidesLabel: true, cell: (line) => <LineActions of={line} /> }]
    : [];
  return (
    <Table
      caption={say.lines}
      list="whole"
      hidesCaption
      rows={lines}
      empty={{ title: '' }}
      columns={[
        {
          label: say.course,
          isRowName: true,
          cell: (line) => (
            <>
              <a href={`/training-plan-lines/${line.id}`}>
                {nameOf(line, locale)}, {say.quarterNumber(line.quarter).toLowerCase()}
              </a>
              <div>
                <Badge tone={standingTones[line.standing]} text={standings[line.standing]} />
              </div>
              {line.continuing > 0 && <div class="quiet">{plan.continuing(line.continuing)}</div>}
              {line.note && <div class="quiet">{line.note}</div>}
            </>
          ),
        },
        { label: say.planned, isNumber: true, cell: ({ plannedClasses }) => plannedClasses },
        count(say.drafted, ({ drafted }) => drafted),
        count(say.announced, ({ announced }) => announced),
        count(say.confirmed, ({ confirmed }) => confirmed),
        count(say.closed, ({ closed }) => closed),
        count(say.cancelled, ({ cancelled }) => cancelled),
        {
          label: say.people,
          isNumber: true,
          cell: ({ enrolled, targetPeople, needed }) => (
            <>
              {enrolled}/{targetPeople}
              {needed > 0 && <div class="quiet">{plan.neededOf(needed)}</div>}
            </>
          ),
        },
        { label: say.share, isNumber: true, cell: (line) => <Shares of={line} /> },
        ...actions,
      ]}
    />
  );
}

export const standingTones = {
  unconfirmed: 'neutral',
  partly: 'info',
  confirmed: 'success',
  changed: 'warning',
} as const satisfies Record<PlanStanding, Tone>;

function LineActions({ of: line }: { of: PlanLineItem }) {
  const say = useWords(planWords);
  const locale = useLocale();
  const { id, courseId, quarter } = line;
  const name = nameOf(line, locale);
  return (
    <>
      {line.courseKind !== 'study_session' && (
        <div>
          <a href={linkTo('/classes/new', { courseId, planLineId: id })} aria-label={say.openClassFor(name, quarter)}>
            {say.openClass}
          </a>
        </div>
      )}
      <a href={`/training-plan-lines/${id}`} aria-label={say.editLineOf(name, quarter)}>
        {say.editLine}
      </a>
    </>
  );
}

function Amounts({ of }: { of: PlanFigures }) {
  const say = useWords(planWords);
  if (of.plannedClasses + of.targetPeople + of.opened + of.enrolled === 0) return <span class="quiet">–</span>;
  return (
    <>
      {say.classesOf(of.opened, of.plannedClasses)}
      <div class="quiet">{say.peopleOf(of.enrolled, of.targetPeople)}</div>
    </>
  );
}

function Shares({ of: { classShare, peopleShare } }: { of: PlanFigures }) {
  const say = useWords(planWords);
  const locale = useLocale();
  return (
    <>
      <Share percent={classShare} />
      <div class="quiet">{say.peopleShare(showShare(peopleShare, locale))}</div>
    </>
  );
}
