import type { DayPart } from '../day-parts';
import type { HalfDayChange } from '../timetable/half-day-change';
import type { Day } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { Refusal } from '../../platform/problems/refusal';

/** What a change of a half-day does to one that stands for it in a parallel class, or would do. */
export interface ParallelChange {
  readonly classId: string;
  readonly classCode: string;
  readonly halfDayId: string;
  /** When it is held before, and its own places. */
  readonly day: Day;
  readonly part: DayPart;
  readonly roomName: string | null;
  readonly lecturerName: string | null;
  /** What it has no more, because another class has it at the new time. */
  readonly emptied: readonly ('room' | 'lecturer')[];
  /** Why it cannot change along; null when it can. */
  readonly refusal: Bilingual | null;
}

/** Each class keeps its own room and lecturer, and what was decided about them; all else goes along. */
export function changeAlong({
  day,
  part,
  startTime,
  endTime,
  topic,
  reason,
  overlapReason,
}: HalfDayChange): HalfDayChange {
  return { day, part, startTime, endTime, topic, reason, overlapReason };
}

/** One parallel class stands in the way of all: it is left out, or mended first. */
export class ParallelInTheWay extends Refusal {
  constructor({ classCode, halfDayId, refusal }: Pick<ParallelChange, 'classCode' | 'halfDayId' | 'refusal'>) {
    const { vi, en } = refusal!;
    super(
      'parallel_in_the_way',
      'conflict',
      {
        vi: `Lớp song song ${classCode}: ${vi} Chưa lớp nào đổi lịch. Hãy bỏ chọn lớp này rồi lưu, hoặc sửa buổi của lớp đó trước.`,
        en: `Parallel class ${classCode}: ${en} Nothing was changed; leave that class out, or change its half-day first.`,
      },
      {
        facts: { classCode, halfDayId },
        next: {
          href: `/half-days/${halfDayId}/edit`,
          label: { vi: `Buổi của lớp ${classCode}`, en: `Half-day of ${classCode}` },
        },
      },
    );
  }
}
