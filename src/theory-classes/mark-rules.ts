import type { CourseRule } from '../courses/courses.queries';

/** What the completion rules of a course say about marks. Null where no rule says. */
export interface MarkRules {
  /** What the mark of every module must reach; below it there is one re-sit. */
  readonly minimum: number | null;
  /** A re-sit counts at most so much. */
  readonly resitCap: number | null;
  /** Who misses a larger share of the half-days does not sit the examination. */
  readonly maximumAbsentShare: number | null;
  /** From which average each grade is given. */
  readonly cutOffs: Readonly<Record<string, unknown>> | null;
  /** How much each part beyond the modules weighs in a new class; 0 where there is none. */
  readonly finalParts: { readonly fieldReportWeight: number; readonly graduationPaperWeight: number };
}

/** The rules about marks, as the office reads them beside the grid. */
export const ruleCodesOfMarks: readonly string[] = ['exam_attendance', 'marks', 'final_parts', 'grades'];

export function markRulesOf(rules: readonly CourseRule[]): MarkRules {
  const parametersOf = (code: string) => rules.find(({ rule }) => rule === code)?.parameters ?? {};
  const finalParts = parametersOf('final_parts');
  return {
    minimum: numberOrNull(parametersOf('marks')['minimum']),
    resitCap: numberOrNull(parametersOf('marks')['resitCap']),
    maximumAbsentShare: numberOrNull(parametersOf('exam_attendance')['maximumAbsentShare']),
    cutOffs: rules.find(({ rule }) => rule === 'grades')?.parameters ?? null,
    finalParts: {
      fieldReportWeight: numberOrNull(finalParts['fieldReportWeight']) ?? 0,
      graduationPaperWeight: numberOrNull(finalParts['graduationPaperWeight']) ?? 0,
    },
  };
}

const numberOrNull = (value: unknown) => (typeof value === 'number' ? value : null);
