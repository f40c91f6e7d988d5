import type { Day } from '../../platform/clock';
import { addUp, heldOnes } from '../../study-sessions/participation';
import type { CourseTotal } from '../../training-plans/training-plans.queries';
import type { PlanFigures } from '../../training-plans/plan-progress';
import type { Figures } from '../figures';
import type { JointReport } from '../reports.service';

/** What a report says in numbers, as it is kept: the year's work of the Group's units, and how far the plan came. */
export interface YearlyFigures {
  readonly report: JointReport;
  readonly plan: {
    readonly byCourse: readonly CourseTotal[];
    readonly year: PlanFigures;
    /** Classes that opened in the year without a line of the plan for them, and who learns in them; drafts drawn before this was told lack it. */
    readonly outside?: { readonly classes: number; readonly enrolled: number };
  };
}

const measures = [
  'classes',
  'classes_closed',
  'allocated',
  'held',
  'nominated',
  'enrolled',
  'judged',
  'completed',
  'marked',
  'present',
  'study_obliged',
  'study_attended',
] as const;
export type Measure = (typeof measures)[number];

/** One number that is another by now; of a unit, or of all together. */
export interface Change {
  readonly measure: Measure;
  /** Null for all units together. */
  readonly unitId: string | null;
  readonly unitNameVi: string | null;
  readonly unitNameEn: string | null;
  readonly then: number;
  readonly now: number;
}

/** What the register says otherwise than a report, all together first. */
export function changesSince(then: JointReport, now: JointReport): Change[] {
  const before = numbersOf(then);
  const after = numbersOf(now);
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const { measure, unit } = (is ?? was)!;
    const [old, young] = [was?.value ?? 0, is?.value ?? 0];
    if (old === young) return [];
    const named = {
      unitId: unit?.unitId ?? null,
      unitNameVi: unit?.unitNameVi ?? null,
      unitNameEn: unit?.unitNameEn ?? null,
    };
    return [{ measure, ...named, then: old, now: young }];
  });
}

type Unit = JointReport['units'][number];
interface Numbered {
  readonly measure: Measure;
  readonly unit: Unit | null;
  readonly value: number;
}

function numbersOf({ total, units, studySessions }: JointReport): Map<string, Numbered> {
  const studies = addUp(heldOnes(studySessions));
  const ofAll: Partial<Record<Measure, number>> = {
    classes: total.classes.total,
    classes_closed: total.classes.closed,
    ...counted(total),
    study_obliged: studies.obliged,
    study_attended: studies.attendedMembers,
  };
  const entries = (unit: Unit | null, values: Partial<Record<Measure, number>>) =>
    measures.flatMap((measure): [string, Numbered][] => {
      const value = values[measure];
      return value === undefined ? [] : [[`${unit?.unitId ?? ''} ${measure}`, { measure, unit, value }]];
    });
  return new Map([...entries(null, ofAll), ...units.flatMap((unit) => entries(unit, counted(unit)))]);
}

const counted = ({ seats, nominated, enrolled, completion, attendance }: Figures) => ({
  allocated: seats.allocated,
  held: seats.held,
  nominated,
  enrolled,
  judged: completion.judged,
  completed: completion.completed,
  marked: attendance.marked,
  present: attendance.present,
});

/** The day the numbers are of. */
export const asOf = ({ report }: YearlyFigures): Day => report.asOf;
