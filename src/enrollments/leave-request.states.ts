export const leaveRequestStates = {
  asked: ['approved', 'declined', 'withdrawn'],
  approved: [],
  declined: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;

export type LeaveRequestState = keyof typeof leaveRequestStates;
