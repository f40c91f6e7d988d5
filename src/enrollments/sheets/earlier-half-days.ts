import { showMoment } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { foldLabel } from '../../platform/names';
import { halfDayTitle } from '../half-day-title';
import { inHeading, shortHeadings, type WorkbookHalfDay } from './headings';

/** A half-day when it still had another heading than now, or was not yet cancelled. */
export interface EarlierHalfDay extends WorkbookHalfDay {
  readonly until: Date;
  /** When and why it became what it is by now. */
  readonly since: Date;
  readonly reason: string | null;
  /** What it is by now; null where it was cancelled. */
  readonly now: Pick<WorkbookHalfDay, 'day' | 'part'> | null;
}

/** Which half-days had this heading before, the last of them first. */
export function earlierUnder(heading: string, earlier: readonly EarlierHalfDay[]): readonly EarlierHalfDay[] {
  const wanted = foldLabel(heading).replace(/^ra ve /, '');
  return earlier
    .filter((one) =>
      [inHeading(one), halfDayTitle(one, 'vi'), ...shortHeadings(one)].some((text) => foldLabel(text) === wanted),
    )
    .toSorted((one, other) => +other.until - +one.until);
}

/** Where a half-day went that had a heading before, when and why. */
export function whatBecameOf({ now, since, reason }: EarlierHalfDay): Bilingual {
  const why = [showMoment(since), reason].filter(Boolean).join(', ');
  return now
    ? {
        vi: `buổi này đã dời sang ${halfDayTitle(now, 'vi')} (${why})`,
        en: `that half-day was moved to ${halfDayTitle(now, 'en')} (${why})`,
      }
    : { vi: `buổi này đã hủy (${why})`, en: `that half-day was cancelled (${why})` };
}

/** Asked where a file does not say when it was taken. */
export function headingPassedOn(label: string, was: EarlierHalfDay): Bilingual {
  const became = whatBecameOf(was);
  return {
    vi: `Cột “${label}” được đọc là buổi mang tiêu đề này bây giờ. Trước đó tiêu đề này là của một buổi khác: ${became.vi}. Nếu tệp được lập trước lúc đó thì đừng ghi. Hãy tải tệp mới của lớp rồi chép sang.`,
    en: `The column “${label}” is read as the half-day that has this heading now. Before it was that of another one: ${became.en}. If the file is older than that, do not record it; download the file of the class anew and copy the marks over.`,
  };
}

/** Why nothing is taken of a column whose half-day moved after its file was read. */
export const movedSince = (was: string, now: Pick<WorkbookHalfDay, 'day' | 'part'>): Bilingual => ({
  vi: `Sau khi gửi tệp, buổi này đã dời từ ${was} sang ${halfDayTitle(now, 'vi')}. Hãy sửa tiêu đề cột cho đúng buổi rồi gửi lại tệp.`,
  en: `Since the file was sent this half-day was moved, from “${was}” to ${halfDayTitle(now, 'en')}. Correct the heading of the column and send the file again.`,
});
