import type { Day } from '../platform/clock';
import { NotOfPlanLine } from './classes.refusals';

/** What a class must know of the line of the yearly plan it counts against. */
export interface PlanLine {
  readonly id: string;
  readonly year: number;
  readonly courseId: string;
}

/** The quarter of the opening day does not matter: a class that slips still keeps what was planned. @throws NotOfPlanLine */
export function assertCountsAgainst(
  line: PlanLine,
  { courseId, opensOn }: { readonly courseId: string; readonly opensOn: Day },
): void {
  if (line.courseId !== courseId) throw new NotOfPlanLine('course', line.year);
  if (opensOn.slice(0, 4) !== String(line.year)) throw new NotOfPlanLine('year', line.year);
}
