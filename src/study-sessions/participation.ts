import { shareOf } from '../platform/pages/papers/shares';

/** How a unit, or several together, took part in a study. Counts of people. */
export interface TakingPart {
  /** Probationary and official members on the roll: frozen once it is taken, as the roster stands today before. */
  readonly members: number;
  /** Of the members, those who need not attend. */
  readonly exempt: number;
  /** Members who must attend: all but the exempt. */
  readonly obliged: number;
  readonly nonMembers: number;
  readonly registered: number;
  /** Obliged members who were present at every half-day held so far. */
  readonly attendedMembers: number;
  /** Exempt members who came all the same. */
  readonly attendedExempt: number;
  readonly attendedNonMembers: number;
  /** Present, but not on the roll: they joined the unit after it was taken. */
  readonly attendedOutsideRoll: number;
  /** Handed in, and not sent back. */
  readonly essays: number;
}

const counted = [
  'members',
  'exempt',
  'obliged',
  'nonMembers',
  'registered',
  'attendedMembers',
  'attendedExempt',
  'attendedNonMembers',
  'attendedOutsideRoll',
  'essays',
] as const satisfies readonly (keyof TakingPart)[];

/** Obliged members who attended, in percent of the obliged; the exempt and non-members never count. */
export function participationRate({
  attendedMembers,
  obliged,
}: Pick<TakingPart, 'attendedMembers' | 'obliged'>): number | null {
  return shareOf(attendedMembers, obliged);
}

/** As {@link participationRate}; null of what was not held yet: nobody stayed away from it. */
export const rateOfHeld = (part: Pick<TakingPart, 'attendedMembers' | 'obliged'>, held: boolean): number | null =>
  held ? participationRate(part) : null;

/** A unit, and from what share of its obliged members on it has done the study; null where no rule says. */
export interface UnitTakingPart extends TakingPart {
  readonly minimumShare: number | null;
  /** Whether a half-day of the study has begun. */
  readonly held: boolean;
}

/**
 * A unit has done its study when enough of its obliged members sat through it; where nobody is obliged, or no rule says how many,
 * when somebody of it did.
 */
export function hasDone(unit: UnitTakingPart): boolean {
  const { attendedMembers, attendedExempt, attendedNonMembers, attendedOutsideRoll, obliged, minimumShare } = unit;
  if (attendedMembers + attendedExempt + attendedNonMembers + attendedOutsideRoll === 0) return false;
  return minimumShare === null || attendedMembers >= minimumShare * obliged - 1e-9;
}

/** What is to be said of a unit; nobody has missed what was not held yet. The name of a word of `studyWords`. */
export const outcomeOf = (unit: Pick<UnitTakingPart, 'held'> & { readonly done: boolean }) =>
  unit.done ? 'done' : unit.held ? 'notDone' : 'notHeldYet';

export interface StudyTotals extends TakingPart {
  readonly units: number;
  readonly unitsDone: number;
  readonly rate: number | null;
}

/** What is not held yet is no study anybody missed: of several, only those held count. */
export const heldOnes = <Part extends UnitTakingPart>(parts: readonly Part[]): Part[] =>
  parts.filter(({ held }) => held);

export function addUp(parts: readonly UnitTakingPart[]): StudyTotals {
  const sums = Object.fromEntries(
    counted.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  ) as unknown as TakingPart;
  return {
    ...sums,
    units: parts.length,
    unitsDone: parts.filter(hasDone).length,
    rate: rateOfHeld(
      sums,
      parts.some(({ held }) => held),
    ),
  };
}
