import { type Attended, heldOf } from '../enrollments/attended';

/** Shares of the half-days held that may be missed: in all, and without leave where that is counted apart. */
export interface AbsenceLimits {
  readonly inAll: number;
  readonly unexcused: number | null;
}

/** Half-days missed without leave; what nobody marked, and what was missed before joining, has none. */
export const withoutLeave = ({ unexcused, unmarked, missedBefore }: Attended): number =>
  unexcused + unmarked + missedBefore;

/** How many half-days have to be made up before the absences are within the limits; 0 when they are. */
export function toMakeUp(attended: Attended, { inAll, unexcused }: AbsenceLimits): number {
  const held = heldOf(attended);
  const above = (missed: number, share: number) => missed - Math.floor(share * held + 1e-9);
  const apart = unexcused === null ? 0 : above(withoutLeave(attended), unexcused);
  return Math.max(above(held - attended.present, inAll), apart, 0);
}
