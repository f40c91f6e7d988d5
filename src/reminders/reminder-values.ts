import { showDay, showMoment } from '../platform/clock';
import { type Locale, words } from '../platform/messages/words';
import type { DueReminder, PlaceholderValues } from './reminder-definition';

/** Pieces of sentences that depend on a number or on what is known yet. */
export const pieces = words({
  days: {
    vi: (count: number) => (count <= 0 ? 'hôm nay' : count === 1 ? 'ngày mai' : `${count} ngày nữa`),
    en: (count: number) => (count <= 0 ? 'today' : count === 1 ? 'tomorrow' : `in ${count} days`),
  },
  people: {
    vi: (count: number) => `${count} người`,
    en: (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`,
  },
  seats: {
    vi: (count: number) => `${count} chỉ tiêu`,
    en: (count: number) => `${count} ${count === 1 ? 'seat' : 'seats'}`,
  },
  nominations: {
    vi: (count: number) => `${count} hồ sơ`,
    en: (count: number) => `${count} ${count === 1 ? 'nomination' : 'nominations'}`,
  },
  firstHalfDay: {
    vi: (moment: string) => `Buổi học đầu tiên: ${moment}.`,
    en: (moment: string) => `First half-day: ${moment}.`,
  },
  hourLater: {
    vi: (day: string) => `Khai giảng: ${day}; giờ học sẽ báo sau.`,
    en: (day: string) => `Opens: ${day}; the hour will be told later.`,
  },
  place: { vi: (place: string) => `Địa điểm: ${place}.`, en: (place: string) => `Place: ${place}.` },
  placeLater: { vi: () => 'Địa điểm: sẽ báo sau.', en: () => 'Place: will be told later.' },
});

/** What every reminder about a class can say: `{class}`, `{unit}`, `{when}`, `{where}`. */
export function classValues(reminder: DueReminder, locale: Locale): PlaceholderValues {
  const { startsAt, opensOn, place, unitName } = reminder;
  const say = pieces[locale];
  return {
    class: classNamed(reminder, locale),
    unit: unitName ?? '',
    when: startsAt ? say.firstHalfDay(showMoment(startsAt)) : opensOn ? say.hourLater(showDay(opensOn)) : '',
    where: place ? say.place(place) : say.placeLater(),
  };
}

/** Most names begin with what they are ("Lớp …", "Hội nghị …"); the others need the word before them in a sentence. */
function classNamed({ className, classCode }: DueReminder, locale: Locale): string {
  if (className === null) return '';
  const bare = locale === 'vi' && !/^(lớp|khóa|khoá|hội nghị)\s/iu.test(className);
  return `${bare ? 'lớp ' : ''}${className} (${classCode})`;
}
