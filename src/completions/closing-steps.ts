import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { AwardGiven } from './award';
import type { ClosingPlan } from './closings.queries';

/** How a class is closed. Each step is done for everybody before the next begins, some people at a time. */
export const closingStepNames = ['judge', 'number', 'record', 'raise', 'close', 'notify'] as const;
export type ClosingStepName = (typeof closingStepNames)[number];

/** One class being closed: by whose word, as of which moment, and what it gives. */
export interface Settlement {
  /** The long job. */
  readonly closingId: string;
  readonly actor: Actor;
  readonly at: Date;
  readonly plan: ClosingPlan;
  readonly award: AwardGiven;
}

/** Those of the steps that give something; who gives it knows more than closing does, and is handed in. */
export abstract class AwardSteps {
  abstract readonly numbering: ClosingStep;
  abstract readonly recording: ClosingStep;
  abstract readonly raising: ClosingStep;
}

/** What is to be done is found in the database, so a step may be cut off anywhere and begun again. */
export interface ClosingStep {
  /** For whom it is to be done, in the order in which it is. */
  left(tx: Tx, settlement: Settlement): Promise<string[]>;
  /** Does it for those of these for whom it was not done meanwhile; returns for how many. */
  next(tx: Tx, settlement: Settlement, ids: readonly string[]): Promise<number>;
}
