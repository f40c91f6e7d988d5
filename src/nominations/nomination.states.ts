/** The life of a nomination: from each state, where it may go. What is not here is refused. */
export const nominationStates = {
  draft: ['submitted', 'withdrawn', 'transferred', 'class_cancelled'],
  submitted: [
    'endorsed',
    'accepted',
    'returned',
    'rejected',
    'withdrawn',
    'substituted',
    'transferred',
    'class_cancelled',
  ],
  endorsed: ['accepted', 'returned', 'rejected', 'withdrawn', 'substituted', 'transferred', 'class_cancelled'],
  returned: ['submitted', 'rejected', 'withdrawn', 'substituted', 'transferred', 'class_cancelled'],
  accepted: ['withdrawn', 'substituted', 'transferred', 'deferred', 'class_cancelled'],
  rejected: [],
  withdrawn: [],
  substituted: [],
  transferred: [],
  deferred: [],
  class_cancelled: [],
} as const satisfies Record<string, readonly string[]>;

export type NominationState = keyof typeof nominationStates;

export const nominationStateNames = Object.keys(nominationStates) as NominationState[];

/** The states in which a nomination is live: it stands for its person in this class. */
export const liveStates = nominationStateNames.filter((state) => nominationStates[state].length > 0);
