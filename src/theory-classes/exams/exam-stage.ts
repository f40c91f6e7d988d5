import type { Tone } from '../../platform/pages/badges';

export const examStages = ['planned', 'under_way', 'minutes_due', 'marks_due', 'done', 'cancelled'] as const;
export type ExamStage = (typeof examStages)[number];

interface Facts {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
  readonly minutesAt: Date | null;
  readonly moduleId: string | null;
  readonly candidates: number;
  readonly sat: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly marked: number;
}

/** Where an examination stands; only the cancellation and the minutes are stored. */
export function stageOf(exam: Facts, now: Date): ExamStage {
  if (exam.cancelledAt !== null) return 'cancelled';
  if (exam.minutesAt !== null) {
    if (exam.sat + exam.excused + exam.unexcused < exam.candidates) return 'minutes_due';
    return exam.moduleId !== null && exam.marked < exam.sat ? 'marks_due' : 'done';
  }
  if (now < exam.startsAt) return 'planned';
  return now < exam.endsAt ? 'under_way' : 'minutes_due';
}

export const stageTones: Readonly<Record<ExamStage, Tone>> = {
  planned: 'info',
  under_way: 'success',
  minutes_due: 'warning',
  marks_due: 'warning',
  done: 'neutral',
  cancelled: 'danger',
};
