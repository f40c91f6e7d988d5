export const classStates = ['draft', 'announced', 'confirmed', 'cancelled', 'merged', 'closed'] as const;
export type ClassState = (typeof classStates)[number];

/** Each state is a decision somebody made; what only time brings about is in training-class.stage.ts. */
export const classMoves: Readonly<Record<ClassState, readonly ClassState[]>> = {
  draft: ['announced', 'cancelled'],
  announced: ['confirmed', 'cancelled', 'merged'],
  confirmed: ['closed', 'cancelled', 'merged'],
  cancelled: [],
  merged: [],
  closed: [],
};

/** Closed, cancelled or merged into another: what was recorded of it stays as it is, whatever the clock says. In SQL `class_has_ended`. */
export const hasEnded = (state: ClassState): boolean => classMoves[state].length === 0;

/** People are nominated into it or learn in it: neither a draft nor ended. In SQL `class_is_under_way`. */
export const isUnderWay = (state: ClassState): boolean => state !== 'draft' && !hasEnded(state);
