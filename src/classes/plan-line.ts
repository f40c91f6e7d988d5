import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { NotOfPlanLine } from './classes.refusals';

/** What a class must know of the line of the yearly plan it counts against. */
export interface PlanLine {
  readonly id: string;
  readonly year: number;
  readonly courseId: string;
}

export interface ChoosableLine {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** The plan stands above the classes that count against it, because it counts them. */
export abstract class PlanLines {
  /** The line stays until the transaction ends; null when there is none. */
  abstract held(tx: Tx, id: string): Promise<PlanLine | null>;

  abstract since(year: number): Promise<ChoosableLine[]>;
}

/** The quarter of the opening day does not matter: a class that slips still keeps what was planned. @throws NotOfPlanLine */
export function assertCountsAgainst(
  line: PlanLine,
  { courseId, opensOn }: { readonly courseId: string; readonly opensOn: Day },
): void {
  if (line.courseId !== courseId) throw new NotOfPlanLine('course', line.year);
  if (opensOn.slice(0, 4) !== String(line.year)) throw new NotOfPlanLine('year', line.year);
}
