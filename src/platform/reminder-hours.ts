import { addDays, type Day, dayOf, momentAt } from './clock';

/** Hours of the wall clock in Ho Chi Minh City, `HH:mm`. */
export interface ReminderHours {
  /** From when the one mail of the day goes out. */
  readonly digestAt: string;
  /** From when in the evening nothing is sent, until when in the morning; the same hour twice is no quiet at all. */
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** The end of the quiet hours `now` lies in; null outside them. */
export function quietEnd({ quietFrom, quietUntil }: ReminderHours, now: Date): Date | null {
  const today = dayOf(now);
  const [from, until] = [momentAt(today, quietFrom), momentAt(today, quietUntil)];
  if (quietFrom <= quietUntil) return now >= from && now < until ? until : null;
  if (now >= from) return momentAt(addDays(today, 1), quietUntil);
  return now < until ? until : null;
}

/** When the mail of `day` goes out. */
export const digestOf = ({ digestAt }: ReminderHours, day: Day): Date => momentAt(day, digestAt);
