import { addDays, type Day, daysBetween, momentAt, showTime } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import type { DayPart } from '../day-parts';
import type { DayOff } from '../holidays/holidays';
import type { PlannedHalfDay } from '../timetable/pattern';

/** A half-day that the clone does not have, because its day is a holiday. */
export interface DroppedHalfDay {
  readonly day: Day;
  readonly part: DayPart;
  readonly holiday: Bilingual;
}

export interface ShiftedHalfDays {
  readonly kept: readonly PlannedHalfDay[];
  readonly dropped: readonly DroppedHalfDay[];
}

/** Whole weeks, so that Saturdays stay Saturdays; rounded up, so that nothing lies before the new opening day. */
export function shiftInDays(from: Day, to: Day): number {
  return Math.ceil(daysBetween(from, to) / 7) * 7;
}

/** The half-days of a class as they would be for a class opening on another day, at the same times of the wall clock. */
export function shiftHalfDays(
  halfDays: readonly PlannedHalfDay[],
  days: number,
  offOn: (day: Day) => DayOff | null,
): ShiftedHalfDays {
  const kept: PlannedHalfDay[] = [];
  const dropped: DroppedHalfDay[] = [];
  for (const halfDay of halfDays) {
    const day = addDays(halfDay.day, days);
    const off = offOn(day);
    if (off) dropped.push({ day, part: halfDay.part, holiday: off.holiday });
    else
      kept.push({
        ...halfDay,
        day,
        startsAt: momentAt(day, showTime(halfDay.startsAt)),
        endsAt: momentAt(day, showTime(halfDay.endsAt)),
      });
  }
  return { kept, dropped };
}

/** As far from its own opening day as the other was; later when half-days would lie behind it. */
export function closingDay(closesOn: Day, distance: number, kept: readonly PlannedHalfDay[]): Day {
  return kept.map(({ day }) => day).reduce((last, day) => (day > last ? day : last), addDays(closesOn, distance));
}
