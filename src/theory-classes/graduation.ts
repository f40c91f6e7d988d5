import { type Grade, grades } from '../training-records/training-record.labels';
import { weightedAverage } from './mark-sheet';
import type { MarkRules } from './mark-rules';

/** How somebody stands by marks alone; whether they complete the class is judged by all its rules when it closes. */
export interface Graduation {
  /** Weighted, to two decimals; null until every module has a mark. */
  readonly average: number | null;
  readonly outcome: 'incomplete' | 'failed' | 'passed';
  /** Only of who passed. */
  readonly grade: Grade | null;
}

export function graduationOf(
  modules: readonly { readonly weight: number; readonly mark: number | null }[],
  { minimum, cutOffs }: Pick<MarkRules, 'minimum' | 'cutOffs'>,
): Graduation {
  const average = weightedAverage(modules);
  const isBelow = ({ mark }: { mark: number | null }) => mark !== null && minimum !== null && mark < minimum;
  if (modules.some(isBelow)) return { average, outcome: 'failed', grade: null };
  if (average === null) return { average, outcome: 'incomplete', grade: null };
  return { average, outcome: 'passed', grade: cutOffs && gradeOf(cutOffs, average) };
}

/** The highest grade whose cut-off the mark reaches; none below the lowest. */
export function gradeOf(cutOffs: Readonly<Record<string, unknown>>, averageMark: number): Grade | null {
  return grades.find((grade) => grade in cutOffs && averageMark >= Number(cutOffs[grade])) ?? null;
}
