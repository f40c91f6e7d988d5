import type { Tx } from '../../platform/database/database';

/** What is examined stands above: whoever has it copies it for a clone. */
export abstract class ClassModules {
  abstract copyWith(tx: Tx, fromClassId: string, toClassId: string): Promise<void>;

  /** Which half-days teach which module is in a class of the same half-days as it was. */
  abstract teachAlike(tx: Tx, fromClassId: string, toClassId: string): Promise<void>;
}
