import { shareOf } from '../platform/pages/shares';

/** How a unit, or several together, took part in a study. Counts of people. */
export interface TakingPart {
  /** Probationary and official members on the roll: frozen once it is taken, as the roster stands today before. */
  readonly members: number;
  readonly nonMembers: number;
  readonly registered: number;
  /** People on the roll who were present at every half-day held so far. */
  readonly attendedMembers: number;
  readonly attendedNonMembers: number;
  /** Present, but not on the roll: they joined the unit after it was taken. */
  readonly attendedOutsideRoll: number;
  readonly essays: number;
}

const counted = [
  'members',
  'nonMembers',
  'registered',
  'attendedMembers',
  'attendedNonMembers',
  'attendedOutsideRoll',
  'essays',
] as const satisfies readonly (keyof TakingPart)[];

/** Members who attended, in percent of the members on the roll; non-members never count. */
export function participationRate({ attendedMembers, members }: TakingPart): number | null {
  return shareOf(attendedMembers, members);
}

/** A unit has done its study when somebody of it sat through it. */
export function hasDone({ attendedMembers, attendedNonMembers, attendedOutsideRoll }: TakingPart): boolean {
  return attendedMembers + attendedNonMembers + attendedOutsideRoll > 0;
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
