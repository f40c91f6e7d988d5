import { type Locale, words } from '../platform/messages/words';
import type { ClassMode } from './class-mode';
import type { ClassStage } from './training-class.stage';
import type { ClassState } from './training-class.states';
import { type DayPart, minutesNeeded, type PeriodLength } from './day-parts';

/** A class by its name in a Vietnamese sentence: "lớp …", unless its name says what it is. */
export const classNamed = (name: string, word: 'lớp' | 'Lớp' = 'lớp'): string =>
  /^(lớp|khóa|khoá|hội nghị)(?!\p{L})/iu.test(name) ? name : `${word} ${name}`;

type Labels<V extends string> = Record<V, { vi: string; en: string }>;

export const classStateWords = words({
  draft: { vi: 'Bản thảo', en: 'Draft' },
  announced: { vi: 'Đã thông báo chiêu sinh', en: 'Announced' },
  confirmed: { vi: 'Đã có quyết định mở lớp', en: 'Confirmed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  merged: { vi: 'Đã ghép vào lớp khác', en: 'Merged into another' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
} satisfies Labels<ClassState>);

export const classStageWords = words({
  draft: { vi: 'Bản thảo', en: 'Draft' },
  call_to_open: { vi: 'Sắp chiêu sinh', en: 'Call not open yet' },
  call_open: { vi: 'Đang chiêu sinh', en: 'Call open' },
  call_over: { vi: 'Hết hạn chiêu sinh', en: 'Call over' },
  confirmed: { vi: 'Chờ khai giảng', en: 'To open' },
  running: { vi: 'Đang học', en: 'Running' },
  to_close: { vi: 'Đã học xong, chờ kết thúc', en: 'Over, to be closed' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
  merged: { vi: 'Đã ghép vào lớp khác', en: 'Merged into another' },
  closed: { vi: 'Đã kết thúc', en: 'Closed' },
} satisfies Labels<ClassStage>);

export const classModeWords = words({
  part_time: { vi: 'Không tập trung', en: 'Part-time' },
  full_time: { vi: 'Tập trung', en: 'Full-time' },
} satisfies Labels<ClassMode>);

export const dayPartWords = words({
  morning: { vi: 'Sáng', en: 'Morning' },
  afternoon: { vi: 'Chiều', en: 'Afternoon' },
  evening: { vi: 'Tối', en: 'Evening' },
} satisfies Labels<DayPart>);

/** By ISO number, Monday 1. */
export const weekdayWords = words({
  1: { vi: 'Thứ Hai', en: 'Monday' },
  2: { vi: 'Thứ Ba', en: 'Tuesday' },
  3: { vi: 'Thứ Tư', en: 'Wednesday' },
  4: { vi: 'Thứ Năm', en: 'Thursday' },
  5: { vi: 'Thứ Sáu', en: 'Friday' },
  6: { vi: 'Thứ Bảy', en: 'Saturday' },
  7: { vi: 'Chủ nhật', en: 'Sunday' },
});

const lengthWords = words({
  tooShort: {
    vi: (parts: string, minutes: number) => `Buổi ${parts} ngắn hơn ${minutes} phút mà 5 tiết và giải lao cần.`,
    en: (parts: string, minutes: number) =>
      `Too short for five periods and their breaks, which need ${minutes} minutes: ${parts}.`,
  },
});

/** Which parts of a day are too short for their periods, as a sentence. */
export function tooShortOf(parts: readonly DayPart[], minutes: number, locale: Locale): string {
  const named = parts.map((part) => dayPartWords[locale][part].toLocaleLowerCase(locale)).join(', ');
  return lengthWords[locale].tooShort(named, minutes);
}

/** As {@link tooShortOf} for the length at a place; null when none is too short. */
export const tooShortInWords = (parts: readonly DayPart[], length: PeriodLength, locale: Locale): string | null =>
  parts.length > 0 ? tooShortOf(parts, minutesNeeded(length), locale) : null;
