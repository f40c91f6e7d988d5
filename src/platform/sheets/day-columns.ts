import type { Bilingual } from '../messages/words';
import { type Cell, hasNoValue, orderOfDay, type Row } from './cells';
import type { Header } from './header';

/**
 * What is wrong with a whole column of days. `swapped`: a spreadsheet that reads the month first made dates of 12/03/1985
 * wherever it could, and turned them, and left 25/11/1980 as text. `month_first`: somebody wrote them so.
 */
export type DayDoubt = 'swapped' | 'month_first';

/** The columns that are doubtful as a whole: of one cell alone nobody could tell. */
export type DoubtfulDays<K extends string> = ReadonlyMap<K, DayDoubt>;

export function doubtfulDays<K extends string>(
  header: Header<K>,
  rows: readonly Row[],
  keys: readonly K[],
): DoubtfulDays<K> {
  return new Map(
    keys.flatMap((key) => {
      const column = header.columns.get(key);
      const doubt = column && doubtAbout(rows.map((row) => row[column.index] ?? null));
      return doubt ? [[key, doubt] as const] : [];
    }),
  );
}

/** So few could be so by chance. */
const fewest = 4;

function doubtAbout(cells: readonly Cell[]): DayDoubt | null {
  const orders = cells.map(orderOfDay).filter((order) => order !== null);
  const isEvery = (wanted: string) => orders.every((order) => order === wanted);
  if (orders.includes('month_first')) return orders.includes('day_first') ? null : 'month_first';
  const days = cells.flatMap((cell) => (isDayCell(cell) ? [Number(cell.day.slice(8))] : []));
  const isSplit = days.length > 0 && orders.length > 0 && days.length + orders.length >= fewest;
  return isSplit && isEvery('day_first') && days.every((day) => day <= 12) ? 'swapped' : null;
}

/** Whether the doubt about its column is about this cell. */
export function isDoubtful(cell: Cell, doubt: DayDoubt | undefined): boolean {
  if (doubt === 'swapped') return isDayCell(cell);
  // A date among days with the month first may have been turned by the spreadsheet that took it for one.
  return doubt === 'month_first' && (isDayCell(cell) || orderOfDay(cell) !== null);
}

function isDayCell(cell: Cell): cell is Extract<Cell, { readonly day: string }> {
  return typeof cell === 'object' && cell !== null && !hasNoValue(cell);
}

/** What to say of the doubtful columns as wholes; of several that are doubted alike in one sentence. */
export function doubtSentences<K extends string>(header: Header<K>, doubtful: DoubtfulDays<K>): Bilingual[] {
  return (['swapped', 'month_first'] as const).flatMap((doubt) => {
    const labels = [...doubtful].flatMap(([key, of]) => (of === doubt ? [header.columns.get(key)!.label] : []));
    return labels.length > 0 ? [doubtSentence(labels.map((label) => `“${label}”`).join(', '), doubt)] : [];
  });
}

function doubtSentence(columns: string, doubt: DayDoubt): Bilingual {
  return doubt === 'swapped'
    ? {
        vi: `Cột ${columns}: ngày và tháng có vẻ đã bị Excel đảo chỗ ở những ô nó hiểu là ngày tháng (ô nào cũng có ngày không quá 12), còn các ô khác vẫn là chữ. Không lấy các ô đó. Hãy mở tệp gốc trên máy đặt vùng Việt Nam, hoặc gõ lại các ngày này dưới dạng chữ dd/mm/yyyy rồi gửi lại.`,
        en: `Column ${columns}: a spreadsheet seems to have turned day and month wherever it took the text for a date (in all of these the day is at most 12), and left the others as text. Those cells are not taken. Open the original on a computer set to Vietnam, or type these days anew as text dd/mm/yyyy and send it again.`,
      }
    : {
        vi: `Cột ${columns} ghi tháng trước ngày (có ô chỉ đúng khi đọc như vậy, không ô nào ngược lại). Không lấy ngày nào ở đó. Hãy ghi lại theo dạng dd/mm/yyyy rồi gửi lại.`,
        en: `Column ${columns} has the month before the day (some cells are right only so, and none only the other way). None of these days is taken. Write them as dd/mm/yyyy and send it again.`,
      };
}
