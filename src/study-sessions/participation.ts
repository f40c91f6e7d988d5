import { shareOf } from '../platform/pages/shares';

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

/** A unit has done its study when somebody of it sat through it. */
export function hasDone({
  attendedMembers,
  attendedExempt,
  attendedNonMembers,
  attendedOutsideRoll,
}: TakingPart): boolean {
  return attendedMembers + attendedExempt + attendedNonMembers + attendedOutsideRoll > 0;
}

export interface StudyTotals extends TakingPart {
  readonly units: number;
  readonly unitsDone: number;
  readonly rate: number | null;
}

export function addUp(parts: readonly TakingPart[]): StudyTotals {
  const sums = Object.fromEntries(
    counted.map((name) => [name, parts.reduce((sum, part) => sum + part[name], 0)]),
  ) as unknown as TakingPart;
  return { ...sums, units: parts.length, unitsDone: parts.filter(hasDone).length, rate: participationRate(sums) };
}
