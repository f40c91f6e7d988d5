import { addDays, type Day, daysBetween, momentAt } from '../../platform/clock';
import { InvalidInput } from '../../platform/problems/refusals';
import { beginsBetween, type DayPart, dayParts, type PartTimes, usualTimes } from '../day-parts';
import { endsBeforeItBegins, notInThatPart } from '../day-parts.refusals';
import { type DayOff, publicHolidayOn } from '../holidays/holidays';
import { type Weekday, weekdayOf } from '../weekdays';
import { append } from '../../platform/lists';

/** What another class may have at the same time, and by whose decision. */
export interface SharedByDecision {
  readonly roomSharedReason: string | null;
  readonly managerOverlapReason: string | null;
}

/** A half-day as it is to be held; where no room or lecturer is known yet, null. */
export interface PlannedHalfDay extends Partial<SharedByDecision> {
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly lecturerId: string | null;
  readonly topic: string | null;
  /** The groups of the class it is for; null or left out, the whole class. */
  readonly groupNumbers?: readonly number[] | null;
}

/** Which half-days are wanted: these parts of these weekdays, from a day either to another or until there are enough. */
export interface TimetablePattern {
  readonly weekdays: readonly Weekday[];
  readonly parts: readonly DayPart[];
  readonly from: Day;
  readonly to?: Day | undefined;
  /** So many half-days, however long it takes. */
  readonly count?: number | undefined;
  readonly skipHolidays: boolean;
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  readonly groupNumbers?: readonly number[] | null | undefined;
}

export interface SkippedDay extends DayOff {
  readonly day: Day;
}

/** One half-day as somebody asks for it; what is left out is as usual. */
export interface WantedHalfDay {
  readonly day: Day;
  readonly part: DayPart;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  readonly topic?: string | null | undefined;
  readonly groupNumbers?: readonly number[] | null | undefined;
}

/** What planning goes by: the days nobody is taught on, and the times of the place. */
interface PlanningRules {
  readonly offOn: (day: Day) => DayOff | null;
  readonly times: PartTimes;
}

const byCalendar: PlanningRules = { offOn: publicHolidayOn, times: usualTimes };

/** Longer than any class: what lies beyond is a slip of the keyboard. */
const longestDays = 3 * 366;
export const mostHalfDays = 400;

export interface TimetablePlan {
  /** In time order. */
  readonly planned: readonly PlannedHalfDay[];
  /** The days that were wanted but are holidays. */
  readonly skipped: readonly SkippedDay[];
}

/** @throws InvalidInput naming what to mend */
export function planTimetable(pattern: TimetablePattern, { offOn, times } = byCalendar): TimetablePlan {
  assertEnds(pattern);
  const { count = Infinity, skipHolidays, roomId, lecturerId, groupNumbers } = pattern;
  const parts = dayParts.filter((part) => pattern.parts.includes(part));
  const planned: PlannedHalfDay[] = [];
  const skipped: SkippedDay[] = [];
  for (const day of wantedDays(pattern)) {
    if (planned.length >= count) break;
    const off = skipHolidays ? offOn(day) : null;
    if (off) skipped.push({ day, ...off });
    else
      append(
        planned,
        parts
          .map((part) => halfDayOn({ day, part, roomId, lecturerId, groupNumbers }, times))
          .slice(0, count - planned.length),
      );
  }
  if (planned.length === 0) throw yieldsNothing();
  if (planned.length > mostHalfDays) throw tooMany();
  if (pattern.to === undefined && planned.length < count) throw notSoMany(planned.length);
  return { planned, skipped };
}

/**
 * One half-day at the usual times of its part, or from `from` to `to` (`HH:mm`).
 * @throws InvalidInput when it would end before it begins, or begin outside its part of the day
 */
export function halfDayOn(
  { day, part, roomId = null, lecturerId = null, topic = null, groupNumbers = null, ...told }: WantedHalfDay,
  times: PartTimes = usualTimes,
): PlannedHalfDay {
  const { from = times[part].from, to = times[part].to } = told;
  const [first, last] = beginsBetween[part];
  if (from < first || from > last) throw notInThatPart(first, last);
  if (to <= from) throw endsBeforeItBegins();
  const [startsAt, endsAt] = [momentAt(day, from), momentAt(day, to)];
  return { day, part, startsAt, endsAt, roomId, lecturerId, topic, ...(groupNumbers && { groupNumbers }) };
}

function assertEnds({ from, to, count }: TimetablePattern): void {
  if (to === undefined && count === undefined) throw endIsMissing();
  if (to !== undefined && count !== undefined) throw twoEnds();
  if (to !== undefined && to < from) throw toBeforeFrom();
  if (to !== undefined && daysBetween(from, to) > longestDays) throw tooLong();
}

/** One day after the other, so that whoever has enough stops early. */
function* wantedDays({ weekdays, from, to }: TimetablePattern): Generator<Day> {
  const days = to === undefined ? longestDays : daysBetween(from, to) + 1;
  const first = weekdayOf(from);
  for (let offset = 0; offset < days; offset += 1) {
    if (weekdays.includes((((first - 1 + offset) % 7) + 1) as Weekday)) yield addDays(from, offset);
  }
}

const endIsMissing = () =>
  InvalidInput.field('to', 'required', {
    vi: 'Cần cho biết học đến ngày nào, hoặc tổng số buổi.',
    en: 'Say until which day, or how many half-days.',
  });

const twoEnds = () =>
  InvalidInput.field('count', 'two_ends', {
    vi: 'Chỉ điền một trong hai: đến ngày nào, hoặc tổng số buổi. Hãy xóa một mục.',
    en: 'Give either the last day or the number of half-days; clear one of the two.',
  });

const toBeforeFrom = () =>
  InvalidInput.field('to', 'before_from', {
    vi: 'Ngày cuối phải từ ngày đầu trở đi. Hãy sửa một trong hai ngày.',
    en: 'The last day must not lie before the first; correct one of them.',
  });

const tooLong = () =>
  InvalidInput.field('to', 'too_long', {
    vi: 'Khoảng này dài hơn ba năm. Hãy kiểm tra lại năm của ngày cuối.',
    en: 'This is longer than three years; check the year of the last day.',
  });

const tooMany = () =>
  InvalidInput.field('to', 'too_many', {
    vi: `Kế hoạch này có hơn ${mostHalfDays} buổi. Hãy rút ngắn khoảng ngày hoặc bớt ngày trong tuần.`,
    en: `This is more than ${mostHalfDays} half-days; choose fewer days or weekdays.`,
  });

const notSoMany = (found: number) =>
  InvalidInput.field('count', 'too_many', {
    vi: `Trong ba năm chỉ xếp được ${found} buổi. Hãy giảm số buổi hoặc chọn thêm thứ trong tuần.`,
    en: `Only ${found} half-days fit into three years; ask for fewer or choose more weekdays.`,
  });

const yieldsNothing = () =>
  InvalidInput.field('weekdays', 'no_half_day', {
    vi: 'Không có buổi học nào: trong khoảng này không có ngày đã chọn, hoặc đều là ngày nghỉ lễ. Hãy chọn thêm thứ trong tuần hoặc nới khoảng ngày.',
    en: 'This yields no half-day: none of these weekdays lies in the span, or all are holidays. Choose more weekdays or a longer span.',
  });
