import { halfDayTitle } from '../../enrollments/half-day-title';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { NumberName } from '../figures';
import type { FactItem } from './behind.queries';
import { behindWords, numberWords } from './behind.words';

const headings = ['TT', 'Họ và tên', 'Đơn vị', 'Mã lớp', 'Lớp', 'Chi tiết'];
export const factsWidths = [6, 30, 14, 20, 48, 28];

/** The list as offices keep it, in Vietnamese. */
export const factsSheet = (number: NumberName, year: number, items: readonly FactItem[]) =>
  listSheet(
    `${numberWords.vi[number].toLocaleUpperCase('vi')} – NĂM ${year}`,
    headings,
    items.map((item) => [
      item.fullName ?? '',
      item.unitCode ?? '',
      item.classCode,
      item.className || behindWords.vi.notAnnounced,
      detailOf(item, 'vi'),
    ]),
  );

/** Which half-day or seat it is. */
export function detailOf({ day, part, seat, isTaken }: FactItem, locale: Locale): string {
  const say = behindWords[locale];
  if (day && part) return halfDayTitle({ day, part }, locale);
  if (seat === null) return '';
  return isTaken ? say.seat(seat) : say.freeSeat(seat);
}
