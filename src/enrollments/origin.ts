import { dayPartWords } from '../classes/classes.labels';
import type { DayPart } from '../classes/day-parts';
import { type Day, showDay } from '../platform/clock';
import { type Locale, words } from '../platform/messages/words';

/** The half-day of another class at which somebody learned what stands for one of theirs. */
export interface Origin {
  readonly classCode: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  /** Whether they came there as a guest, to make up a half-day of their own class. */
  readonly asGuest: boolean;
}

/** The {@link Origin} behind a line of attendance, in SQL; NULL where there is none. */
export const originOf = (lineId: string) => `(
  SELECT jsonb_build_object('classCode', k.code, 'className', k.name, 'day', g.day, 'part', g.part, 'asGuest', f.for_line_id IS NOT NULL)
  FROM attendance_lines f JOIN half_days g ON g.id = f.half_day_id JOIN classes k ON k.id = g.class_id WHERE f.id = ${lineId})`;

/** The {@link Origin} of the mark that stands on a line `l`, in SQL. */
export const originOfMark = `CASE WHEN l.carried THEN ${originOf(
  `(SELECT m.from_line_id FROM attendance_marks m WHERE m.line_id = l.id ORDER BY m.id DESC LIMIT 1)`,
)} END`;

/** "học tại K1, sáng 12/05/2026" of somebody who came from there, "học ghép tại K2, …" of a guest. */
export function originSentence({ classCode, day, part, asGuest }: Origin, locale: Locale): string {
  const say = originWords[locale];
  return say[asGuest ? 'guestIn' : 'learnedIn'](
    classCode,
    `${dayPartWords[locale][part].toLowerCase()} ${showDay(day)}`,
  );
}

const originWords = words({
  learnedIn: {
    vi: (code: string, when: string) => `học tại ${code}, ${when}`,
    en: (code: string, when: string) => `in ${code}, ${when}`,
  },
  guestIn: {
    vi: (code: string, when: string) => `học ghép tại ${code}, ${when}`,
    en: (code: string, when: string) => `as a guest in ${code}, ${when}`,
  },
});
