import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { AttendanceMark } from './attendance-line.entity';

/** Decisions that amend a result stand above, with it; what they say of single facts counts before what was recorded here. */
export abstract class AmendedFacts {
  abstract attendance(
    tx: Tx,
    enrollmentId: string,
  ): Promise<readonly { readonly halfDayId: string; readonly mark: AttendanceMark }[]>;
  abstract marks(
    tx: Tx,
    enrollmentId: string,
  ): Promise<readonly { readonly moduleId: string; readonly attempt: 1 | 2; readonly mark: number }[]>;
}

/** Marks of examinations are a theory class's; here it is only known that somebody learns on in another class. */
export abstract class CarriedMarks {
  /** Enters the marks of one enrollment in the same modules of the class of another, each with the module it was sat in. Returns how many. */
  abstract carry(tx: Tx, actor: Actor, fromEnrollmentId: string, toEnrollmentId: string): Promise<number>;

  /** Permissions to sit an examination go from the enrollments these ones go on with to the same modules here. Returns how many. */
  abstract passPermissions(tx: Tx, toEnrollmentIds: readonly string[]): Promise<number>;

  /** How often these people are on the list of an examination to come, which they leave with the class. */
  abstract examsToCome(tx: Tx, enrollmentIds: readonly string[]): Promise<number>;

  /** Of a class that went into another nothing is examined any more. */
  abstract endExams(tx: Tx, classId: string, reason: string): Promise<void>;

  /** Modules of a class that another one has not: what was marked in them finds no place there. */
  abstract withoutPartner(tx: Tx, fromClassId: string, toClassId: string): Promise<readonly string[]>;
}
