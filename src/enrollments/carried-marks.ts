import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';

/** Marks of examinations are a theory class's; here it is only known that somebody learns on in another class. */
export abstract class CarriedMarks {
  /** Enters the marks of one enrollment in the same modules of the class of another, each with the module it was sat in. Returns how many. */
  abstract carry(tx: Tx, actor: Actor, fromEnrollmentId: string, toEnrollmentId: string): Promise<number>;
}
