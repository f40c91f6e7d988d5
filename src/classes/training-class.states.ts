export const classStates = ['draft', 'announced', 'confirmed', 'cancelled', 'closed'] as const;
export type ClassState = (typeof classStates)[number];

/** Each state is a decision somebody made; what only time brings about is in training-class.stage.ts. */
export const classMoves: Readonly<Record<ClassState, readonly ClassState[]>> = {
  draft: ['announced', 'cancelled'],
  announced: ['confirmed', 'cancelled'],
  confirmed: ['closed', 'cancelled'],
  cancelled: [],
  closed: [],
};
