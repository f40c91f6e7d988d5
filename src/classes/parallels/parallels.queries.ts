import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import type { Day } from '../../platform/clock';
import type { NamedClass } from '../classes.queries';
import type { DayPart } from '../day-parts';
import { halfDaysAlike } from '../timetable/half-days-alike';
import { append } from '../../platform/lists';

/** A class among those that share a timetable. */
export interface ParallelClass extends NamedClass {
  readonly opensOn: Day;
  /** Whether its timetable leads those of the others. */
  readonly leads: boolean;
}

export interface ParallelHalfDay {
  readonly id: string;
  readonly classId: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly topic: string | null;
  readonly roomName: string | null;
  readonly lecturerName: string | null;
}

/** A half-day of the leading class with those of the others that stand for it. */
export interface ParallelRow {
  readonly leading: ParallelHalfDay;
  readonly others: readonly ParallelHalfDay[];
}

/** Of a class `c`, in SQL: whether `o` shares its timetable. */
export const sharesTimetable = (c: string, o: string) =>
  `coalesce(${c}.parallel_to_id, ${c}.id) = coalesce(${o}.parallel_to_id, ${o}.id)`;

const halfDay = `h.id, h.class_id, h.day, h.part, h.topic, r.name AS room_name, l.full_name AS lecturer_name`;
const placed = `half_days h LEFT JOIN rooms r ON r.id = h.held_room_id LEFT JOIN lecturers l ON l.id = h.lecturer_id`;

@Injectable()
export class ParallelsQueries {
  constructor(private readonly database: Database) {}

  /** The class and those it shares a timetable with, the leading one first; itself alone when there are none. */
  async of(classId: string, tx: Tx = this.database.reader): Promise<ParallelClass[]> {
    return tx.rows(
      `SELECT o.id, o.code, o.name, o.opens_on, o.parallel_to_id IS NULL AS leads
       FROM classes c JOIN classes o ON ${sharesTimetable('c', 'o')} WHERE c.id = $1 AND (o.id IN (c.id, c.parallel_to_id) OR NOT class_has_ended(o.state))
       ORDER BY o.parallel_to_id IS NOT NULL, o.code`,
      [classId],
    );
  }

  /** Other classes of the course that could share the timetable of this one: those that share none. */
  async choices(classId: string): Promise<NamedClass[]> {
    return this.database.read(
      `SELECT o.id, o.code, o.name FROM classes c JOIN classes o ON o.course_id = c.course_id AND o.id <> c.id AND NOT class_has_ended(o.state)
       WHERE c.id = $1 AND o.parallel_to_id IS NULL AND NOT EXISTS (SELECT FROM classes f WHERE f.parallel_to_id = o.id AND NOT class_has_ended(f.state))
       ORDER BY o.opens_on, o.code`,
      [classId],
    );
  }

  /** Side by side: the half-days of the leading class in time order, each with those alike. */
  async sideBySide(leadingId: string, otherIds: readonly string[]): Promise<ParallelRow[]> {
    const leading = await this.database.read<ParallelHalfDay>(
      `SELECT ${halfDay} FROM ${placed} WHERE h.class_id = $1 AND h.cancelled_at IS NULL ORDER BY lower(h.during)`,
      [leadingId],
    );
    const others: (ParallelHalfDay & { readonly fromId: string })[] = [];
    for (const id of otherIds)
      append(
        others,
        await this.database.read<ParallelHalfDay & { readonly fromId: string }>(
          `SELECT ${halfDay}, a.from_id FROM ${halfDaysAlike('$1', '$2', 'same')} a JOIN ${placed} ON h.id = a.to_id`,
          [leadingId, id],
        ),
      );
    return leading.map((one) => ({ leading: one, others: others.filter(({ fromId }) => fromId === one.id) }));
  }

  /** The half-days of other classes that stand for one of the leading class. */
  async alike(tx: Tx, halfDayId: string): Promise<(ParallelHalfDay & { readonly classCode: string })[]> {
    const found: (ParallelHalfDay & { readonly classCode: string })[] = [];
    const classes = await tx.rows<{ leadingId: string; id: string }>(
      `SELECT c.id AS leading_id, o.id FROM half_days h JOIN classes c ON c.id = h.class_id JOIN classes o ON o.parallel_to_id = c.id
       WHERE h.id = $1 AND NOT class_has_ended(o.state) ORDER BY o.code`,
      [halfDayId],
    );
    for (const { leadingId, id } of classes)
      append(
        found,
        await tx.rows<ParallelHalfDay & { readonly classCode: string }>(
          `SELECT ${halfDay}, o.code AS class_code FROM ${halfDaysAlike('$1', '$2', 'same')} a JOIN ${placed} ON h.id = a.to_id JOIN classes o ON o.id = h.class_id
           WHERE a.from_id = $3`,
          [leadingId, id, halfDayId],
        ),
      );
    return found;
  }
}
