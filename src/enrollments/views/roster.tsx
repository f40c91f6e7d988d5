import type { ClassItem } from '../../classes/classes.queries';
import { groupNameWords } from '../../classes/groups/groups.words';
import type { Actor } from '../../platform/access/actor';
import { showDay, dayOf } from '../../platform/clock';
import { StatCards } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import { beforeJoiningWords, choiceWords, markWords } from '../attendance.words';
import { heldOf } from '../attended';
import type { RosterGroup, RosterItem, RosterUnit } from '../enrollments.queries';
import { enrollmentWords } from '../enrollments.words';
import { showMark } from '../show-mark';
import { ClassFrame } from '../../classes/views/class-frame';

interface Props {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly roster: PageOf<RosterItem>;
  readonly units: readonly RosterUnit[];
  /** None where the class is not divided. */
  readonly groups: readonly RosterGroup[];
  /** Who left or moved and waits for a decision. */
  readonly leavers: ReadonlySet<string>;
  readonly filter: {
    readonly unitId?: string | undefined;
    readonly group?: string | undefined;
    readonly ended?: boolean | undefined;
  };
  readonly isFirstPage: boolean;
  /** Whether names lead to the person's own page. */
  readonly maySeePerson: (person: { id: string; unitId: string }) => boolean;
  readonly maySeeEssays: boolean;
}

export function Roster(props: Props) {
  const { item, actor, roster, units, groups, filter, isFirstPage } = props;
  const say = useWords(enrollmentWords);
  const groupNames = useWords(groupNameWords);
  const joining = useWords(beforeJoiningWords);
  const path = `/classes/${item.id}/roster`;
  const total = (key: 'people' | 'left' | 'essays') => units.reduce((sum, unit) => sum + unit[key], 0);
  const isEnded = filter.ended === true;
  const isFiltered = filter.unitId !== undefined || filter.group !== undefined || !isFirstPage;
  // A theory class has examinations instead; an essay handed in all the same is shown.
  const hasEssays = item.courseKind !== 'theory' || total('essays') > 0;
  const columnsInClass = useColumns(props, hasEssays);
  const columnsOfThoseWhoLeft = useLeftColumns();
  return (
    <ClassFrame
      item={item}
      actor={actor}
      current="roster"
      actions={
        <>
          {isEnded && <LinkButton href={linkTo(path, { unitId: filter.unitId })} label={say.showInClass} />}
          {!isEnded && total('left') > 0 && (
            <LinkButton href={linkTo(path, { ended: 'true' })} label={say.showLeft(total('left'))} />
          )}
          {hasEssays && <LinkButton href={`/classes/${item.id}/essays`} label={say.essays} />}
        </>
      }
    >
      <StatCards
        label={say.roster}
        cards={[
          { label: say.people, value: total('people') },
          { label: say.units, value: units.filter(({ people }) => people > 0).length },
        ]}
      />
      {(units.length > 1 || groups.length > 0) && (
        <Filters
          action={path}
          values={{ unitId: filter.unitId ?? '', group: filter.group ?? '' }}
          hidden={{ ended: isEnded || null }}
        >
          <SelectField
            name="unitId"
            label={say.unit}
            blank={say.allUnits}
            choices={units.map(({ unitId, unitName, people, left }) => ({
              value: unitId,
              label: say.ofUnit(unitName, isEnded ? left : people),
            }))}
          />
          {groups.length > 0 && (
            <SelectField
              name="group"
              label={say.group}
              blank={say.allGroups}
              choices={groups.map(({ number, name, people }) => ({
                value: number === null ? 'none' : String(number),
                label: say.ofUnit(number === null ? say.ungrouped : groupNames.group(number, name), people),
              }))}
            />
          )}
        </Filters>
      )}
      {roster.items.some(isLate) && (
        <p class="quiet">{joining.ofRoster(roster.items.some(({ missedBefore }) => missedBefore > 0))}</p>
      )}
      <Table
        caption={isEnded ? say.peopleWhoLeft(item.code) : say.rosterOf(item.code, total('people'))}
        list={{ next: roster.next, isFirstPage }}
        isLong
        columns={isEnded ? columnsOfThoseWhoLeft : columnsInClass}
        rows={roster.items}
        empty={
          isFiltered
            ? { title: say.nobodyFound, next: say.nobodyFoundNext }
            : { title: say.nobodyYet, next: say.nobodyYetNext }
        }
      />
      <Pager
        path={path}
        query={{ unitId: filter.unitId, group: filter.group, ended: isEnded || null }}
        next={roster.next}
        isFirstPage={isFirstPage}
      />
    </ClassFrame>
  );
}

function useColumns({ maySeePerson, groups, item, leavers }: Props, hasEssays: boolean): Column<RosterItem>[] {
  const say = useWords(enrollmentWords);
  const short = useWords(choiceWords);
  const marks = useWords(markWords);
  const locale = useLocale();
  const essay: Column<RosterItem> = {
    label: say.essay,
    isNamed: true,
    cell: ({ essayHandedInAt, essayMark }) => {
      if (essayMark !== null) return showMark(essayMark, locale);
      return essayHandedInAt ? say.essayWaits : <span class="quiet">{say.essayNotHandedIn}</span>;
    },
  };
  const groupNames = useWords(groupNameWords);
  const group: Column<RosterItem> = {
    label: say.group,
    cell: ({ groupNumber, leadsGroup }) => {
      if (groupNumber === null) return <strong>{say.ungrouped}</strong>;
      return leadsGroup ? say.leaderOf(groupNames.group(groupNumber)) : groupNames.group(groupNumber);
    },
  };
  const learning = useLearningColumn();
  return [
    {
      label: say.name,
      isRowName: true,
      cell: ({ fullName, personId, unitId, continues, nowOf }) => (
        <>
          {maySeePerson({ id: personId, unitId }) ? <a href={`/people/${personId}`}>{fullName}</a> : fullName}
          {continues && <small class="choice-hint">{say.continues(continues.classCode)}</small>}
          {nowOf && <NowOf {...nowOf} classId={item.id} isOpen={leavers.has(personId)} />}
        </>
      ),
    },
    { label: say.unit, cell: ({ unitName }) => unitName },
    ...(groups.length > 0 ? [group] : []),
    { label: say.position, cell: ({ position }) => position },
    {
      label: short.present,
      isNumber: true,
      cell: (one) => (
        <>
          {say.presentOf(one.present, heldOf(one))}
          {isLate(one) && <small class="choice-hint">{say.beforeJoining(one.beforeJoining + one.missedBefore)}</small>}
        </>
      ),
    },
    { label: short.excused, isNumber: true, cell: ({ excused }) => excused },
    { label: short.unexcused, isNumber: true, cell: ({ unexcused }) => unexcused },
    { label: marks.unmarked, isNumber: true, cell: ({ unmarked }) => unmarked },
    { label: say.ahead, isNumber: true, cell: ({ ahead }) => ahead },
    ...(hasEssays ? [essay] : []),
    learning,
  ];
}

const isLate = ({ beforeJoining, missedBefore }: RosterItem) => beforeJoining + missedBefore > 0;

function NowOf({
  unitName,
  leftOn,
  classId,
  isOpen,
}: NonNullable<RosterItem['nowOf']> & { classId: string; isOpen: boolean }) {
  const say = useWords(enrollmentWords);
  const what = leftOn === null ? say.movedTo(unitName) : say.leftUnit(showDay(leftOn));
  return (
    <small class="choice-hint">
      {isOpen ? <a href={linkTo('/leavers', { classId })}>{say.decideOnLeaver(what)}</a> : what}
    </small>
  );
}

function useLeftColumns(): Column<RosterItem>[] {
  const say = useWords(enrollmentWords);
  return [
    { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
    { label: say.unit, cell: ({ unitName }) => unitName },
    { label: say.left, cell: ({ endedAt }) => endedAt && showDay(dayOf(endedAt)) },
    { label: say.leftReason, cell: ({ endedReason }) => endedReason },
    { label: say.continuedIn, cell: ({ continuedBy }) => continuedBy?.classCode },
    useLearningColumn(),
  ];
}

/** Leads to how it went half-day by half-day, and to what can be done for somebody. */
function useLearningColumn(): Column<RosterItem> {
  const say = useWords(enrollmentWords);
  return {
    label: say.learning,
    cell: ({ id, fullName }) => (
      <a href={`/enrollments/${id}`}>
        {say.seeLearning}
        <span class="visually-hidden"> – {fullName}</span>
      </a>
    ),
  };
}
