import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';

/** What people of a class are reminded of stands above: whoever knows where it differs for one class says so. */
export abstract class ClassReminders {
  /** A class that was split off is reminded as the one it was part of. */
  abstract copyWith(tx: Tx, actor: Actor, fromClassId: string, toClassId: string): Promise<void>;

  /** How many rules of a class are otherwise than everywhere. */
  abstract exceptionsOf(tx: Tx, classId: string): Promise<number>;
}
