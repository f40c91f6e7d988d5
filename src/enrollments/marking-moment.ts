import { type ClassState, hasEnded } from '../classes/training-class.states';
import type { Day } from '../platform/clock';
import { Refusal } from '../platform/problems/refusal';
import { AttendanceLocked, AttendanceTooEarly, HalfDayNotHeld } from './attendance.refusals';

export interface HalfDayToMark {
  readonly day: Day;
  readonly cancelledAt: Date | null;
  /** The state of its class. */
  readonly classState: ClassState;
}

/**
 * When attendance may be taken: from the morning of the half-day's own day until its class is closed.
 * @throws HalfDayNotHeld | AttendanceLocked | AttendanceTooEarly
 */
export function assertMayBeMarked({ day, cancelledAt, classState }: HalfDayToMark, today: Day): void {
  if (cancelledAt) throw new HalfDayNotHeld();
  if (hasEnded(classState)) throw new AttendanceLocked();
  if (today < day) throw new AttendanceTooEarly(day);
}

/** Why attendance cannot be taken now; null while it can. */
export function whyNotMarked(halfDay: HalfDayToMark, today: Day): Refusal | null {
  try {
    assertMayBeMarked(halfDay, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
