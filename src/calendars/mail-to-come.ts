import type { Tx } from '../platform/database/database';

/** Somebody's half-days of one class. */
export interface Timetable {
  readonly personId: string;
  readonly classId: string;
}

/**
 * Who is about to be told that the timetable of a class changed, by a message that takes the files for their calendar
 * along: they get that one message, and no invitation beside it.
 */
export abstract class MailToCome {
  abstract of(tx: Tx): Promise<readonly Timetable[]>;
}
