import type { Bilingual } from '../../platform/messages/words';
import type { Attempt } from '../mark-sheet';

/** How somebody on the list of an examination came out of it, mark aside. */
export const examOutcomes = ['sat', 'excused', 'unexcused'] as const;
export type ExamOutcome = (typeof examOutcomes)[number];

/** Whether somebody is to sit an examination, or why not. */
export type Admission = 'listed' | 'admitted' | 'barred' | 'busy' | 'elsewhere' | 'marked' | 'not_due';

/** What is known of somebody before an examination. */
export interface Standing {
  readonly isListed: boolean;
  readonly isBarred: boolean;
  /** Whether another class or examination takes that time. */
  readonly isBusy: boolean;
  /** On the list of another examination of the same, still to come or sat. */
  readonly isElsewhere: boolean;
  readonly first: number | null;
  readonly resit: number | null;
  /** Missed an examination of it before. */
  readonly wasAbsent: boolean;
}

/**
 * Who sits: first everybody without a mark; then those whose mark is too low or who were absent. Where no rule says what is
 * too low nobody has to sit again.
 */
export function admissionOf(standing: Standing, attempt: Attempt, minimum: number | null): Admission {
  const { isListed, isBarred, isBusy, isElsewhere, first, resit, wasAbsent } = standing;
  if (isBarred) return 'barred';
  if (isListed) return 'listed';
  if (attempt === 1 && first !== null) return 'marked';
  if (attempt === 2) {
    if (resit !== null) return 'marked';
    const isTooLow = first !== null && minimum !== null && first < minimum;
    if (!isTooLow && !(first === null && wasAbsent)) return 'not_due';
  }
  if (isElsewhere) return 'elsewhere';
  return isBusy ? 'busy' : 'admitted';
}

export interface Placed {
  readonly roomId: string;
  readonly places: number;
}

/** The room of each number, 1 first: rooms are filled in their order. Null where there is none. */
export function seatedIn(rooms: readonly Placed[], people: number): (string | null)[] {
  const seats = rooms.flatMap(({ roomId, places }) => Array<string>(Math.min(places, people)).fill(roomId));
  return Array.from({ length: people }, (_, index) => seats[index] ?? null);
}

/** How a number is written on desks and lists. */
export const showNumber = (number: number) => String(number).padStart(3, '0');

export const outcomeWords: Readonly<Record<ExamOutcome, Bilingual>> = {
  sat: { vi: 'Dự thi', en: 'Sat it' },
  excused: { vi: 'Vắng có lý do', en: 'Absent, excused' },
  unexcused: { vi: 'Vắng không lý do', en: 'Absent, unexcused' },
};
