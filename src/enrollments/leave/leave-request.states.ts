export const leaveRequestStates = {
  asked: ['approved', 'declined', 'withdrawn'],
  // Its half-day was moved to another day.
  approved: ['asked'],
  declined: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;

export type LeaveRequestState = keyof typeof leaveRequestStates;
