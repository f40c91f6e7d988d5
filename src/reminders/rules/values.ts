import { type Day, showDay, showMoment } from '../../platform/clock';
import { many, people } from '../../platform/messages/counted';
import { type Locale, words } from '../../platform/messages/words';
import { sortName } from '../../platform/names';
import type { DueReminder, PlaceholderValues } from './definition';
import { classNamed } from '../../classes/classes.labels';

/** Pieces of sentences that depend on a number or on what is known yet. */
export const pieces = words({
  days: {
    vi: (count: number) => (count <= 0 ? 'hôm nay' : count === 1 ? 'ngày mai' : `${count} ngày nữa`),
    en: (count: number) => (count <= 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`),
  },
  people: {
    vi: (count: number) => `${count} người`,
    en: people,
  },
  seats: {
    vi: (count: number) => `${count} chỉ tiêu`,
    en: (count: number) => many(count, 'seat'),
  },
  nominations: {
    vi: (count: number) => `${count} hồ sơ`,
    en: (count: number) => many(count, 'nomination'),
  },
  leaveRequests: {
    vi: (count: number) => `${count} đơn`,
    en: (count: number) => many(count, 'request'),
  },
  certificates: {
    vi: (count: number) => `${count} giấy chứng nhận`,
    en: (count: number) => many(count, 'certificate'),
  },
  until: { vi: (day: string) => `hạn ${day}`, en: (day: string) => `due ${day}` },
  firstHalfDay: {
    vi: (moment: string) => `Buổi học đầu tiên: ${moment}.`,
    en: (moment: string) => `First half-day: ${moment}.`,
  },
  hourLater: {
    vi: (day: string) => `Khai giảng: ${day}; giờ học sẽ báo sau.`,
    en: (day: string) => `Opens: ${day}; the hour will be told later.`,
  },
  place: { vi: (place: string) => `Địa điểm: ${place}.`, en: (place: string) => `Place: ${place}.` },
  map: { vi: (address: string) => `Bản đồ: ${mapOf(address)}`, en: (address: string) => `Map: ${mapOf(address)}` },
  placeLater: { vi: () => 'Địa điểm: sẽ báo sau.', en: () => 'Place: will be told later.' },
});

const mapOf = (address: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(address)}`;

/** Whether somebody is told of themselves, rather than of people or units in their charge. */
export const isOfThemselves = ({ recipient, accountId }: DueReminder): boolean => recipient !== accountId;

/** The days the reminders of a group counted from, each once, the earliest first. */
export const daysOf = (group: readonly DueReminder[]): Day[] =>
  [...new Set(group.map(({ anchor }) => anchor))].toSorted();

/** What it says about each person, in the order of a Vietnamese list. */
export function linesByName<T extends { readonly name: string }>(told: readonly T[], line: (of: T) => string): string {
  const inOrder = told.toSorted((one, other) => sortName(one.name).localeCompare(sortName(other.name), 'vi'));
  return inOrder.map((of) => `– ${line(of)}`).join('\n');
}

/** What every reminder about a class can say: `{class}`, `{unit}`, `{when}`, `{where}`, `{map}`. */
export function classValues(reminder: DueReminder, locale: Locale): PlaceholderValues {
  const { startsAt, opensOn, place, address, unitName } = reminder;
  const say = pieces[locale];
  return {
    class: namedWithCode(reminder, locale),
    unit: unitName ?? '',
    when: startsAt ? say.firstHalfDay(showMoment(startsAt)) : opensOn ? say.hourLater(showDay(opensOn)) : '',
    where: place ? say.place(place) : say.placeLater(),
    map: address ? say.map(address) : '',
  };
}

function namedWithCode({ className, classCode }: DueReminder, locale: Locale): string {
  if (className === null) return '';
  return `${locale === 'vi' ? classNamed(className) : className} (${classCode})`;
}
