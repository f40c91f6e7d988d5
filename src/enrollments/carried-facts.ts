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

/** Somebody's place on the list of an examination. */
export interface ExamPlace {
  readonly enrollmentId: string;
  readonly examId: string;
  readonly number: number;
  readonly roomId: string | null;
}

export interface ExamWithoutMinutes {
  readonly id: string;
  /** Null in a class without modules. */
  readonly moduleName: string | null;
  readonly startsAt: Date;
}

/** Marks of examinations are a theory class's; here it is only known that somebody learns on in another class. */
export abstract class CarriedMarks {
  /** Enters the marks of one enrollment in the same modules of the class of another, each with the module it was sat in. Returns how many. */
  abstract carry(tx: Tx, actor: Actor, fromEnrollmentId: string, toEnrollmentId: string): Promise<number>;

  /** Permissions to sit an examination go from the enrollments these ones go on with to the same modules here. Returns how many. */
  abstract passPermissions(tx: Tx, toEnrollmentIds: readonly string[]): Promise<number>;

  /** Modules of a class that another one has not: what was marked in them finds no place there. */
  abstract withoutPartner(tx: Tx, fromClassId: string, toClassId: string): Promise<readonly string[]>;
}

/** So are examinations to come, and who is on their lists. */
export abstract class CarriedExams {
  /** Where these people are on the list of an examination to come, which they leave with the class. */
  abstract toCome(tx: Tx, enrollmentIds: readonly string[]): Promise<readonly ExamPlace[]>;

  /**
   * Whoever had these places and goes on with one of these enrollments is a guest of the same examination where their former
   * class goes on, and otherwise stands on the list of the same one of the new class; where they are free then. Returns how many.
   */
  abstract pass(
    tx: Tx,
    actor: Actor,
    places: readonly ExamPlace[],
    toEnrollmentIds: readonly string[],
    formerGoesOn: boolean,
  ): Promise<number>;

  /** Examinations of a class that have begun and whose minutes nobody has taken. */
  abstract withoutMinutes(tx: Tx, classId: string): Promise<readonly ExamWithoutMinutes[]>;
}
