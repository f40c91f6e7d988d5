import type { Tx } from '../../platform/database/database';
import type { PlannedHalfDay } from './pattern';

/** Whose time is taken is known above, where people are enrolled. */
export abstract class PeopleBusy {
  /** How many people of the class are in another class at each of the planned half-days, where there are any. */
  abstract during(tx: Tx, classId: string, halfDays: readonly PlannedHalfDay[]): Promise<ReadonlyMap<number, number>>;
}
