/** The life of a report: drawn up until both committees confirmed it, or the office took it back. What is not here is refused. */
export const yearlyReportStates = {
  draft: ['frozen', 'withdrawn'],
  frozen: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;

export type YearlyReportState = keyof typeof yearlyReportStates;
