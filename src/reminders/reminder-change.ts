import { DateTime } from 'luxon';
import { dayPartWords } from '../classes/classes.labels';
import { dayOf, showDay, showTime } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import type { TimetableChangeFacts } from './reminder-facts.queries';
import { mailWords } from './reminder-mail.words';

type When = TimetableChangeFacts['now'];

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
  const say = mailWords[locale];
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
