import { InvalidInput } from '../../platform/problems/refusals';
import { beginsBetween, type DayPart, dayParts, type PartTimes } from '../day-parts';
import { endsBeforeItBegins, notInThatPart } from '../day-parts.refusals';

/** Times of a place, part by part: none ends before it begins or reaches into the next. @throws InvalidInput by field */
export function assertTimesFit(times: PartTimes): void {
  for (const part of dayParts) {
    const { from, to } = times[part];
    const [first, last] = beginsBetween[part];
    if (from < first || from > last) throw notInThatPart(first, last, `${part}.from`);
    if (to <= from) throw endsBeforeItBegins(`${part}.to`);
  }
  for (const [part, next] of [
    ['morning', 'afternoon'],
    ['afternoon', 'evening'],
  ] as const)
    if (times[next].from < times[part].to) throw overlaps(part, times[next].from);
}

const overlaps = (part: DayPart, next: string) =>
  InvalidInput.field(`${part}.to`, 'overlaps', {
    vi: `Giờ kết thúc này lấn sang buổi sau, bắt đầu lúc ${next}. Hãy sửa giờ của một trong hai buổi.`,
    en: `This reaches into the next part, which begins at ${next}. Correct the times of one of them.`,
  });
