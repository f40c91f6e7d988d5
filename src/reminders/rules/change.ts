import { DateTime } from 'luxon';
import type { DayPart } from '../../classes/day-parts';
import { dayPartWords } from '../../classes/classes.labels';
import { dayOf, showDay, showTime } from '../../platform/clock';
import { type Locale, words } from '../../platform/messages/words';

interface When {
  readonly part: DayPart;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A change of a half-day, and the half-day as it is now. Moments as JSON writes them. */
export interface TimetableChangeFacts {
  /** The order in which changes were made. */
  readonly sequence: number;
  readonly halfDayId: string;
  readonly kind: 'added' | 'moved' | 'cancelled';
  /** How many were added at once. */
  readonly halfDays: number;
  readonly was: When | null;
  readonly now: When;
  readonly isCancelled: boolean;
  readonly roomName: string | null;
  readonly lecturerName: string | null;
  readonly reason: string | null;
}

/** A moment as JSON of the database writes it. */
export const momentOf = (text: string): Date => DateTime.fromISO(text).toJSDate();

/** One line for each half-day, however often it changed: from what it was at first to what it is now. */
export function changeLines(changes: readonly TimetableChangeFacts[], locale: Locale): string[] {
  const byHalfDay = new Map<string, TimetableChangeFacts[]>();
  for (const change of changes) {
    const key = change.halfDays > 1 ? `${change.halfDayId} and others` : change.halfDayId;
    byHalfDay.set(key, [...(byHalfDay.get(key) ?? []), change]);
  }
  return [...byHalfDay.values()].map((of) => lineOf(of, locale));
}

function lineOf(changes: readonly TimetableChangeFacts[], locale: Locale): string {
  const say = changeWords[locale];
  const [first, last] = [changes[0]!, changes.at(-1)!];
  const reasons = [...new Set(changes.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  const because = reasons.length > 0 ? say.because(reasons.join('; ')) : '';
  const now = whenOf(last.now, locale);
  if (first.halfDays > 1) return say.manyAdded(first.halfDays, now);
  const isNew = first.kind === 'added';
  if (last.isCancelled) return say.halfDayCancelled(whenOf(first.was ?? first.now, locale)) + because;
  const place = say.heldAt(last.roomName, last.lecturerName);
  if (isNew) return say.halfDayAdded(now) + place + because;
  const was = whenOf(first.was ?? first.now, locale);
  return (was === now ? say.halfDayRefitted(now) : say.halfDayMoved(was, now)) + place + because;
}

function whenOf({ part, startsAt, endsAt }: When, locale: Locale): string {
  const [from, to] = [momentOf(startsAt), momentOf(endsAt)];
  return `${dayPartWords[locale][part].toLowerCase()} ${showDay(dayOf(from))} (${showTime(from)}–${showTime(to)})`;
}

const changeWords = words({
  halfDayAdded: {
    vi: (when: string) => `– Thêm buổi học: ${when}`,
    en: (when: string) => `– Another half-day: ${when}`,
  },
  manyAdded: {
    vi: (count: number, when: string) => `– Thêm ${count} buổi học, buổi đầu: ${when}.`,
    en: (count: number, when: string) => `– ${count} more half-days, the first: ${when}.`,
  },
  halfDayCancelled: {
    vi: (when: string) => `– ĐÃ HỦY buổi ${when}.`,
    en: (when: string) => `– CANCELLED: ${when}.`,
  },
  halfDayMoved: {
    vi: (was: string, when: string) => `– Buổi ${was} chuyển sang ${when}`,
    en: (was: string, when: string) => `– The half-day of ${was} moves to ${when}`,
  },
  halfDayRefitted: {
    vi: (when: string) => `– Buổi ${when} đổi phòng hoặc giảng viên`,
    en: (when: string) => `– ${when}: another room or lecturer`,
  },
  heldAt: {
    vi: (room: string | null, lecturer: string | null) =>
      `; phòng: ${room ?? 'báo sau'}; giảng viên: ${lecturer ?? 'báo sau'}.`,
    en: (room: string | null, lecturer: string | null) =>
      `; room: ${room ?? 'told later'}; lecturer: ${lecturer ?? 'told later'}.`,
  },
  because: { vi: (reason: string) => ` Lý do: ${reason}.`, en: (reason: string) => ` Reason: ${reason}.` },
});
