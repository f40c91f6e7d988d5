/** What became of many submissions. */
export interface Run {
  readonly seconds: number;
  /** How long each took. */
  readonly milliseconds: readonly number[];
  /** How many answers had each status; 0 for those that never came. */
  readonly statuses: Readonly<Record<number, number>>;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
}

export const figuresOf = ({ seconds, milliseconds }: Run): Figures => ({
  perSecond: milliseconds.length / seconds,
  p50: quantile(milliseconds, 0.5),
  p95: quantile(milliseconds, 0.95),
});

/** The median of each figure over the rounds. */
export const medians = (rounds: readonly Figures[]): Figures => ({
  perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  p50: median(rounds.map(({ p50 }) => p50)),
  p95: median(rounds.map(({ p95 }) => p95)),
});

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * share)] ?? 0;
}
