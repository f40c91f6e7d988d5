import { type ClassState, hasEnded } from '../classes/training-class.states';
import { Refusal } from '../platform/problems/refusal';
import { AttendanceLocked, AttendanceTooEarly, HalfDayNotHeld } from './attendance.refusals';

export interface HalfDayToMark {
  /** From when its course lets attendance be taken. */
  readonly opensAt: Date;
  readonly cancelledAt: Date | null;
  /** The state of its class. */
  readonly classState: ClassState;
}

/**
 * When attendance may be taken: from a while before the half-day begins until its class is closed.
 * @throws HalfDayNotHeld | AttendanceLocked | AttendanceTooEarly
 */
export function assertMayBeMarked({ opensAt, cancelledAt, classState }: HalfDayToMark, now: Date): void {
  if (cancelledAt) throw new HalfDayNotHeld();
  if (hasEnded(classState)) throw new AttendanceLocked();
  if (now < opensAt) throw new AttendanceTooEarly(opensAt);
}

/** Why attendance cannot be taken now; null while it can. */
export function whyNotMarked(halfDay: HalfDayToMark, now: Date): Refusal | null {
  try {
    assertMayBeMarked(halfDay, now);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
