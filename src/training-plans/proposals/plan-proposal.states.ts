/** Proposed until the office answers or the proposer takes it back. */
export const proposalStates = ['proposed', 'taken_in', 'merged', 'declined', 'withdrawn'] as const;
export type ProposalState = (typeof proposalStates)[number];

/** What the office may answer. */
export const proposalAnswers = ['taken_in', 'merged', 'declined'] as const satisfies readonly ProposalState[];
export type ProposalAnswer = (typeof proposalAnswers)[number];

export const isAnswered = (state: ProposalState): boolean => proposalAnswers.some((answer) => answer === state);
