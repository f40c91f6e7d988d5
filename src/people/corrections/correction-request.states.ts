export const correctionStates = {
  open: ['corrected', 'declined'],
  corrected: [],
  declined: [],
} as const satisfies Record<string, readonly string[]>;

export type CorrectionState = keyof typeof correctionStates;
