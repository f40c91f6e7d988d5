/** What becomes of the place of somebody who left: they keep it, or it ends. */
export const leaverDecisions = ['stays', 'ends'] as const;
export type LeaverDecision = (typeof leaverDecisions)[number];
