import type { Attempt } from '../mark-sheet';

export const examOrders = ['when', '-when', 'what', '-what'] as const;
export type ExamOrder = (typeof examOrders)[number];

interface Ordered {
  readonly id: string;
  readonly startsAt: Date;
  readonly moduleNumber: number | null;
  readonly attempt: Attempt;
}

const keys: Readonly<Record<'when' | 'what', (exam: Ordered) => readonly number[]>> = {
  when: ({ startsAt, moduleNumber }) => [+startsAt, moduleNumber ?? 0],
  what: ({ startsAt, moduleNumber, attempt }) => [moduleNumber ?? 0, attempt, +startsAt],
};

/** The examinations of a class in an order; those alike in it by their ids. */
export function inExamOrder<Exam extends Ordered>(exams: readonly Exam[], sort: ExamOrder): Exam[] {
  const [key, sign] = [keys[sort.replace('-', '') as 'when' | 'what'], sort.startsWith('-') ? -1 : 1];
  return exams.toSorted((one, other) => {
    const [mine, theirs] = [key(one), key(other)];
    const at = mine.findIndex((value, index) => value !== theirs[index]);
    return sign * (at === -1 ? one.id.localeCompare(other.id) : mine[at]! - theirs[at]!);
  });
}
