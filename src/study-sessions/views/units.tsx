import type { ComponentChildren } from 'preact';
import type { Actor } from '../../platform/access/actor';
import { type Day, showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { linkTo } from '../../platform/pages/links';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Share } from '../../platform/pages/papers/shares';
import { type Column, Table } from '../../platform/pages/tables';
import { outcomeOf, type StudyTotals } from '../participation';
import type { Participation } from '../participation.queries';
import type { RollGroup } from '../rolls.queries';
import type { StudyOverview } from '../study-overviews';
import { mayRegister } from '../study-sessions.policy';
import { studyWords } from '../study-sessions.words';

interface Props {
  readonly overview: StudyOverview;
  readonly actor: Actor;
  /** Whether people may be registered at this moment. */
  readonly takesPeople: boolean;
}

/** How the called units take part, one row each. */
export function Units({ overview: { item, units, totals }, actor, takesPeople }: Props) {
  const say = useWords(studyWords);
  // One unit is its own total.
  const sum = (total: ComponentChildren) => (units.length > 1 ? total : undefined);
  const outcome = useOutcomeColumns(units.length > 1 ? totals : undefined);
  const rollDays = [...new Set(units.map(({ rollTakenOn }) => rollTakenOn))];
  const own = units.filter(({ unitId }) => mayRegister(actor, unitId));
  const registerAt = ({ unitId }: Participation) =>
    takesPeople && own.length > 1 && mayRegister(actor, unitId)
      ? `${linkTo(`/classes/${item.id}/study`, { unitId })}#register`
      : null;
  return (
    <>
      <Table
        caption={say.participation}
        list="whole"
        rows={units}
        empty={{ title: say.noUnits }}
        columns={[
          {
            label: say.unit,
            isRowName: true,
            cell: (row) => <UnitAtSite unit={row} href={`/classes/${item.id}/participation/${row.unitId}`} />,
          },
          {
            label: say.members,
            isNumber: true,
            cell: (row) => <Members unit={row} tellsDay={rollDays.length > 1} />,
            total: sum(totals.members),
          },
          {
            label: say.exempt,
            isNumber: true,
            cell: (row) => onRoll(row.exempt, row, 'exempt'),
            total: sum(totals.exempt),
          },
          {
            label: say.registered,
            isNumber: true,
            cell: (row) => <Registered unit={row} href={registerAt(row)} />,
            total: sum(totals.registered),
          },
          outcome.attendedMembers,
          outcome.rate,
          outcome.nonMembers,
          outcome.outsideRoll,
          { label: say.essays, isNumber: true, cell: (row) => row.essays, total: sum(totals.essays) },
          outcome.isDone,
        ]}
      />
      <p class="quiet">
        {rollDays.length === 1 && `${rollSentence(rollDays[0] ?? null, say)} `}
        {say.participationExplained} <a href={`/classes/${item.id}/participation`}>{say.byUnit}</a>
      </p>
    </>
  );
}

/** A number of people leads to them on the roll of their unit; nobody leads nowhere. */
export const onRoll = (count: number, { classId, unitId }: Participation, group: RollGroup): ComponentChildren =>
  count === 0 ? 0 : <a href={linkTo(`/classes/${classId}/participation/${unitId}`, { group })}>{count}</a>;

export function UnitAtSite({ unit, href }: { unit: Participation; href: string }) {
  const locale = useLocale();
  return (
    <>
      <a href={href}>
        {unit.unitCode} – {locale === 'vi' ? unit.unitNameVi : unit.unitNameEn}
      </a>
      <br />
      <small class="quiet">{unit.siteName}</small>
    </>
  );
}

/** Who came, of whom; `totals` stand below where there are several units. */
export function useOutcomeColumns(totals: StudyTotals | undefined) {
  const say = useWords(studyWords);
  return {
    attendedMembers: {
      label: say.attendedMembers,
      isNumber: true,
      cell: (row) => onRoll(row.attendedMembers, row, 'attended'),
      total: totals?.attendedMembers,
    },
    rate: {
      label: say.rate,
      isNumber: true,
      cell: (row) => <Share percent={row.rate} />,
      total: totals && <Share percent={totals.rate} />,
    },
    nonMembers: {
      label: say.nonMembers,
      isNumber: true,
      cell: (row) => say.ofNonMembers(row.attendedNonMembers, row.nonMembers),
      total: totals && say.ofNonMembers(totals.attendedNonMembers, totals.nonMembers),
    },
    outsideRoll: {
      label: say.outsideRoll,
      isNumber: true,
      cell: (row) => row.attendedOutsideRoll,
      total: totals?.attendedOutsideRoll,
    },
    isDone: {
      label: say.outcome,
      cell: (row) => <Badge tone={row.done ? 'success' : 'neutral'} text={say[outcomeOf(row)]} />,
      total: totals && say.unitsDone(totals.unitsDone, totals.units),
    },
  } satisfies Record<string, Column<Participation>>;
}

/** How many, and from which day, where the units differ in that. */
function Members({ unit, tellsDay }: { unit: Participation; tellsDay: boolean }) {
  const say = useWords(studyWords);
  const { rollTakenOn } = unit;
  const members = onRoll(unit.members, unit, 'member');
  if (!tellsDay) return <>{members}</>;
  return (
    <>
      {members}
      <br />
      <small class="quiet">{rollTakenOn ? say.rollTaken(showDay(rollTakenOn)) : say.rollNotTaken}</small>
    </>
  );
}

function Registered({ unit: { registered, unitCode }, href }: { unit: Participation; href: string | null }) {
  const say = useWords(studyWords);
  if (!href) return registered;
  return (
    <>
      {registered}
      <br />
      <a href={href}>
        {say.register}
        <span class="visually-hidden"> {unitCode}</span>
      </a>
    </>
  );
}

function rollSentence(takenOn: Day | null, say: (typeof studyWords)['vi']): string {
  return takenOn ? say.rollsTaken(showDay(takenOn)) : say.rollsNotTaken;
}
