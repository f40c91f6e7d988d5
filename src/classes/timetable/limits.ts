import type { Day } from '../../platform/clock';
import type { PlannedHalfDay } from './pattern';
import type { WantedHalfDays } from './planner';
import { outsideClass, planOverlapsItself } from './timetable.refusals';
import type { TrainingClass } from '../training-class.entity';

/** The field that says where the wanted half-days end: what to correct when they end too late. */
export function endFieldOf(wanted: WantedHalfDays): 'day' | 'to' | 'count' {
  if ('halfDay' in wanted) return 'day';
  return wanted.pattern.count === undefined ? 'to' : 'count';
}

/**
 * @param closesOn the last day they may be held on: the closing day, or where it would move to
 * @throws InvalidInput
 */
export function assertInside(
  { opensOn, closesOn: closingDay }: Pick<TrainingClass, 'opensOn' | 'closesOn'>,
  planned: readonly PlannedHalfDay[],
  { closesOn = closingDay, endField = planned.length === 1 ? 'day' : 'to' }: Limits = {},
): void {
  const outside = planned.find(({ day }) => day < opensOn || day > closesOn);
  if (!outside) return;
  const isEarly = outside.day < opensOn && endField !== 'day';
  throw outsideClass(isEarly ? 'from' : endField, outside.day, { opensOn, closesOn: closingDay });
}

interface Limits {
  readonly closesOn?: Day;
  readonly endField?: 'day' | 'to' | 'count';
}

/** The half-days of one request must not overlap each other either, but for those of different groups. @throws InvalidInput */
export function assertApart(planned: readonly PlannedHalfDay[], field: 'day' | 'parts' = 'day'): void {
  const inOrder = planned.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const overlapping = inOrder.find((halfDay, index) =>
    inOrder.slice(0, index).some((before) => halfDay.startsAt < before.endsAt && concernSomebodyBoth(halfDay, before)),
  );
  if (overlapping) throw planOverlapsItself(field, overlapping);
}

/** Half-days of different groups may be at one time; of the class and a group of it not. */
function concernSomebodyBoth({ groupNumbers: one }: PlannedHalfDay, { groupNumbers: other }: PlannedHalfDay): boolean {
  return !one || !other || one.some((number) => other.includes(number));
}
