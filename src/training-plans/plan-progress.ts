import { shareOf } from '../platform/pages/papers/shares';

/** How many classes stand where, and how many people: of one line, or of several together. */
export interface PlanCounts {
  readonly plannedClasses: number;
  readonly targetPeople: number;
  readonly drafted: number;
  readonly announced: number;
  readonly confirmed: number;
  readonly closed: number;
  /** They count for nothing, and are told so that nobody looks for them. */
  readonly cancelled: number;
  /** Of those that opened, how many began in an earlier year and go on in this one. */
  readonly continuing: number;
  /** Live enrollments of the classes that opened. */
  readonly enrolled: number;
}

export interface PlanFigures extends PlanCounts {
  /** Announced, confirmed and closed classes: a draft is still only an intention. */
  readonly opened: number;
  /** Percent of what was planned; null where nothing was. */
  readonly classShare: number | null;
  readonly peopleShare: number | null;
}

export function figuresOf(counts: PlanCounts): PlanFigures {
  const opened = counts.announced + counts.confirmed + counts.closed;
  return {
    ...counts,
    opened,
    classShare: shareOf(opened, counts.plannedClasses),
    peopleShare: shareOf(counts.enrolled, counts.targetPeople),
  };
}

const counted = [
  'plannedClasses',
  'targetPeople',
  'drafted',
  'announced',
  'confirmed',
  'closed',
  'cancelled',
  'continuing',
  'enrolled',
] as const satisfies readonly (keyof PlanCounts)[];

/** The shares are those of the sums, not means of shares. */
export function together(lines: readonly PlanCounts[]): PlanFigures {
  const sums = counted.map((name) => [name, lines.reduce((sum, line) => sum + line[name], 0)] as const);
  return figuresOf(Object.fromEntries(sums) as Record<keyof PlanCounts, number>);
}
