import { type Day, showDay, showTime } from '../../platform/clock';
import type { Bilingual, Locale } from '../../platform/messages/words';
import { dayPartWords } from '../classes.labels';
import type { DayPart } from '../day-parts';
import { timetableWords } from './timetable.words';

/** A half-day that stands in the way of another. */
export interface Clash {
  readonly what: 'room' | 'lecturer' | 'class' | 'manager' | 'deputy';
  /** Name of the room, the lecturer, the class manager or who stands in for one; of the class itself for its own half-days. */
  readonly name: string;
  /** The class whose half-day it is. */
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** By whose decision that half-day shares its room or its manager; then it does not stand in the way. */
  readonly sharedReason: string | null;
}

/** Whether it forbids the half-day. A deputy stands in for a while only, and what is shared is decided upon: those only warn. */
export function standsInTheWay({ what, sharedReason }: Clash): boolean {
  return what !== 'deputy' && sharedReason === null;
}

/** "sáng 17/01/2026 (07:30–11:30)" */
export function whenOf(
  { day, part, startsAt, endsAt }: Pick<Clash, 'day' | 'part' | 'startsAt' | 'endsAt'>,
  locale: Locale,
): string {
  const times = `${showTime(startsAt)}–${showTime(endsAt)}`;
  return locale === 'vi'
    ? `${dayPartWords.vi[part].toLowerCase()} ${showDay(day)} (${times})`
    : `${showDay(day)}, ${dayPartWords.en[part].toLowerCase()} (${times})`;
}

/** Who has what, without when: for a row that tells the time already. */
export function takenBy({ what, name, className }: Clash, locale: Locale): string {
  const say = timetableWords[locale];
  if (what === 'class') return say.classTaken;
  if (what === 'manager') return say.managerTaken(name, className);
  if (what === 'deputy') return say.deputyTaken(name, className);
  return what === 'room' ? say.roomTaken(name, className) : say.lecturerTaken(name, className);
}

export function clashSentence(clash: Clash): Bilingual {
  return {
    vi: `${takenBy(clash, 'vi')} ${whenOf(clash, 'vi')}.`,
    en: `${takenBy(clash, 'en')} on ${whenOf(clash, 'en')}.`,
  };
}
