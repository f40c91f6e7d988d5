import { hasEnded } from '../training-class.states';
import type { ComponentChildren } from 'preact';
import type { Actor } from '../../platform/access/actor';
import { addDays, dayOf, showDay, showMoment } from '../../platform/clock';
import { Card, DescriptionList, EmptyState } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { Notice, Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { ScansLink } from '../../scans/views/scans-link';
import { classModeWords } from '../classes.labels';
import { mayManageClasses, mayReadPlan, mayRunClass } from '../classes.policy';
import type { ClassItem, HalfDayItem, NamedClass } from '../classes.queries';
import type { ClassManager } from '../managers/managers.queries';
import { managerWords } from '../managers/managers.words';
import type { SmallClass } from '../class-sizes.queries';
import { parallelWords } from '../parallels/parallels.words';
import { classWords } from '../classes.words';
import { timetableWords } from '../timetable/timetable.words';
import { ClassActions, type RefusedAction } from './class-actions';
import { ClassFrame } from './class-frame';
import { NextStep, PlacesToSet } from './next-steps';
import { SmallClasses } from './small-class';
import { TimetableByMonth } from '../timetable/views/by-month';

interface Props {
  readonly item: ClassItem;
  readonly halfDays: readonly HalfDayItem[];
  readonly managers: readonly ClassManager[];
  readonly actor: Actor;
  readonly now: Date;
  /** Itself, when it opens soon with too few people. */
  readonly tooSmall: readonly SmallClass[];
  /** Whether a unit has seats of its own; told of drafts. */
  readonly hasAllocations: boolean;
  readonly refused: RefusedAction | null;
}

/** What a class is, where it stands, and when and where it is held. */
export function ClassOverview({ item, halfDays, managers, actor, now, tooSmall, hasAllocations, refused }: Props) {
  const say = useWords(classWords);
  const manages = mayManageClasses(actor);
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="overview"
      saysStage
      actions={<ClassActions {...{ item, actor, now, hasAllocations, refused }} />}
    >
      <Problem refusal={refused?.refusal ?? null} formId={refused?.formId} />
      {item.cancelledAt && (
        <Notice tone="danger">
          <p>{say.cancelledBecause(showDay(dayOf(item.cancelledAt)), item.cancelledReason ?? '')}</p>
        </Notice>
      )}
      {item.mergedInto && (
        <Notice tone="info">
          <p>
            {say.mergedBecause(showDay(dayOf(item.mergedAt!)), item.mergedReason!)} <ClassLink of={item.mergedInto} />
          </p>
        </Notice>
      )}
      {manages && item.splitFrom && (
        <PlacesToSet item={item} halfDays={halfDays} isManaged={managers.length > 0} now={now} />
      )}
      {manages && <NextStep item={item} hasAllocations={hasAllocations} />}
      {manages && <SmallClasses classes={tooSmall} />}
      <Facts item={item} managers={managers} actor={actor} />
      <Timetable item={item} halfDays={halfDays} now={now} actor={actor} />
    </ClassFrame>
  );
}

const ClassLink = ({ of: { id, code, name } }: { of: NamedClass }) => (
  <a href={`/classes/${id}`}>
    {code} – {name}
  </a>
);

const ClassLinks = ({ classes }: { classes: readonly NamedClass[] }) => (
  <>
    {classes.map((one, index) => (
      <>
        {index > 0 && ', '}
        <ClassLink of={one} />
      </>
    ))}
  </>
);

function Facts({ item, managers, actor }: Pick<Props, 'item' | 'managers' | 'actor'>) {
  const say = useWords(classWords);
  const modes = useWords(classModeWords);
  const { callOpensAt, callClosesAt } = item;
  const parallels = [...(item.parallelTo ? [item.parallelTo] : []), ...item.parallels];
  return (
    <Card title={say.facts}>
      <DescriptionList
        items={[
          { term: say.code, value: item.code },
          { term: say.mode, value: modes[item.mode] },
          { term: say.days, value: say.fromTo(showDay(item.opensOn), showDay(item.closesOn)) },
          {
            term: say.callWindow,
            value:
              callOpensAt && callClosesAt
                ? say.callFromTo(showMoment(callOpensAt), showMoment(callClosesAt))
                : say.notAnnounced,
          },
          { term: say.capacity, value: item.capacity },
          { term: say.minSize, value: item.minSize ?? say.noMinSize },
          ...(mayReadPlan(actor) ? [{ term: say.trainingPlan, value: <PlanLink of={item} /> }] : []),
          { term: say.poolOpen, value: item.poolOpen ? say.poolIsOpen : say.poolIsClosed },
          { term: say.freedToPool, value: item.freedToPool ? say.freedGoes : say.freedStays },
          { term: say.releaseAfter, value: releaseOf(item, say) },
          {
            term: say.substituteUntil,
            value: item.substituteUntil
              ? showDay(item.substituteUntil)
              : say.dayBeforeOpening(showDay(addDays(item.opensOn, -1))),
          },
          { term: say.room, value: item.roomName ?? say.noRoomYet },
          { term: useWords(managerWords).term, value: <Managers item={item} managers={managers} actor={actor} /> },
          ...(item.splitFrom ? [{ term: say.splitFrom, value: <ClassLink of={item.splitFrom} /> }] : []),
          ...(item.splitInto.length > 0
            ? [{ term: say.splitInto, value: <ClassLinks classes={item.splitInto} /> }]
            : []),
          ...(item.mergedFrom.length > 0
            ? [{ term: say.mergedFrom, value: <ClassLinks classes={item.mergedFrom} /> }]
            : []),
          ...(parallels.length > 0
            ? [{ term: useWords(parallelWords).short, value: <ClassLinks classes={parallels} /> }]
            : []),
          { term: say.openingDecision, value: <OpeningDecision item={item} actor={actor} /> },
        ]}
      />
    </Card>
  );
}

function OpeningDecision({ item, actor }: Pick<Props, 'item' | 'actor'>) {
  const say = useWords(classWords);
  if (!item.openingDecision) return <>{say.noDecision}</>;
  return (
    <>
      {item.openingDecision} {mayManageClasses(actor) && <ScansLink kind="opening_decision" paperId={item.id} />}
    </>
  );
}

function Managers({ item, managers, actor }: Pick<Props, 'item' | 'managers' | 'actor'>) {
  const say = useWords(managerWords);
  const names = managers.map(({ name }) => name).join(', ') || say.none;
  if (!mayManageClasses(actor)) return <>{names}</>;
  return (
    <>
      {names} – <a href={`/classes/${item.id}/managers`}>{say.change}</a>
    </>
  );
}

/** A class counts against a line of the year it opens in. */
function PlanLink({ of: { planLineId, opensOn } }: { of: ClassItem }) {
  const say = useWords(classWords);
  const year = opensOn.slice(0, 4);
  if (planLineId === null) return <>{say.notPlanned}</>;
  return <a href={`/training-plans/${year}`}>{say.planOfYear(year)}</a>;
}

function releaseOf({ releaseAfter, releasedAfter }: ClassItem, say: (typeof classWords)['vi']): string {
  if (releaseAfter === null) return say.noRelease;
  return releaseAfter === releasedAfter ? say.releasedAlready(showDay(releaseAfter)) : showDay(releaseAfter);
}

function Timetable({ item, halfDays, now, actor }: Pick<Props, 'item' | 'halfDays' | 'now' | 'actor'>) {
  const say = useWords(timetableWords);
  const manages = mayManageClasses(actor);
  const isOpen = !hasEnded(item.state);
  const plan: ComponentChildren = manages && isOpen && (
    <LinkButton href={`/classes/${item.id}/timetable`} label={say.plan} />
  );
  const calendar = mayRunClass(actor, item.id) && (
    <LinkButton href={`/me/calendar?classId=${item.id}`} label={say.onTelephone} />
  );
  return (
    <Card
      title={say.timetable}
      actions={
        halfDays.length > 0 && (
          <>
            <LinkButton href={`/classes/${item.id}/timetable/print`} label={say.print} />
            {calendar}
            {plan}
          </>
        )
      }
    >
      {manages && <SmallRooms item={item} halfDays={halfDays} />}
      {halfDays.length > 0 ? (
        <TimetableByMonth halfDays={halfDays} now={now} isEditable={manages && isOpen} />
      ) : (
        <EmptyState
          title={say.noHalfDays}
          next={plan ? say.noHalfDaysOffice : isOpen ? say.noHalfDaysOthers : undefined}
          action={plan}
        />
      )}
    </Card>
  );
}

/** Each room the class has that seats fewer people than the class has places. */
function SmallRooms({ item, halfDays }: Pick<Props, 'item' | 'halfDays'>) {
  const say = useWords(timetableWords);
  const held = halfDays.filter(({ cancelledAt }) => cancelledAt === null);
  const rooms = new Map([item, ...held].map(({ roomName, roomSeats }) => [roomName, roomSeats]));
  const small = [...rooms].flatMap(([name, seats]) =>
    name !== null && seats !== null && seats < item.capacity ? [{ name, seats }] : [],
  );
  if (small.length === 0) return null;
  return (
    <Notice tone="warning">
      {small.map(({ name, seats }) => (
        <p>{say.smallRoom(name, seats, item.capacity)}</p>
      ))}
      <p>{say.smallRoomNext}</p>
    </Notice>
  );
}
