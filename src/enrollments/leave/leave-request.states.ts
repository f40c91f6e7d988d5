export const leaveRequestStates = {
  asked: ['approved', 'declined', 'withdrawn', 'reopened'],
  // Its half-day was moved to another time: it waits for the person to ask for the new one.
  reopened: ['asked', 'withdrawn', 'reopened'],
  approved: ['reopened'],
  declined: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;

export type LeaveRequestState = keyof typeof leaveRequestStates;
