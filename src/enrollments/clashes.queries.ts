import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { DayPart } from '../classes/day-parts';
import type { PlannedHalfDay } from '../classes/timetable/pattern';
import { planned } from '../classes/timetable/clashes';
import type { PeopleBusy } from '../classes/timetable/people-busy';

/** Somebody's time is taken: by which half-day of which class. */
export interface Clash {
  readonly personId: string;
  readonly fullName: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly halfDayId: string;
  readonly day: Day;
  readonly part: DayPart;
}

/** The half-days one wants people's time for: all that a class has together and that are not cancelled, beside another one they leave, or these. */
export type WantedTime =
  { readonly classId: string; readonly besidesClassId?: string } | { readonly halfDayIds: readonly string[] };

@Injectable()
export class ClashesQueries implements PeopleBusy {
  constructor(private readonly database: Database) {}

  /** The first clash of each person who is elsewhere at one of the wanted half-days; people who are free are not listed. */
  async of(personIds: readonly string[], wanted: WantedTime, tx: Tx = this.database.reader): Promise<Clash[]> {
    const besides = 'classId' in wanted ? (wanted.besidesClassId ?? null) : null;
    const [place, key] =
      'classId' in wanted
        ? ['class_id = $2 AND h.group_numbers IS NULL', wanted.classId]
        : ['id = ANY ($2)', wanted.halfDayIds];
    return tx.rows(
      `SELECT DISTINCT ON (p.sort_name, p.id) p.id AS person_id, p.full_name, c.id AS class_id, c.code AS class_code,
              c.name AS class_name, taken.id AS half_day_id, taken.day, taken.part
       FROM half_days h
       JOIN attendance_lines l ON l.person_id = ANY ($1) AND l.during && h.during AND l.live AND l.overlap_reason IS NULL AND l.half_day_id <> h.id
       JOIN half_days taken ON taken.id = l.half_day_id
       JOIN classes c ON c.id = taken.class_id
       JOIN persons p ON p.id = l.person_id
       WHERE h.${place} AND h.cancelled_at IS NULL AND c.id IS DISTINCT FROM $3::uuid
       ORDER BY p.sort_name, p.id, lower(taken.during)`,
      [personIds, key, besides],
    );
  }

  async during(tx: Tx, classId: string, halfDays: readonly PlannedHalfDay[]): Promise<ReadonlyMap<number, number>> {
    const rows = await tx.rows<{ ordinal: number; people: number }>(
      `WITH ${planned}
       SELECT p.ordinal, count(DISTINCT l.person_id)::int AS people
       FROM enrollments e
       CROSS JOIN planned p
       JOIN attendance_lines l ON is_for_group(p.groups, e.group_number) AND l.person_id = e.person_id AND l.during && p.during AND l.live AND l.overlap_reason IS NULL AND l.enrollment_id <> e.id
       WHERE e.class_id = $1 AND e.ended_at IS NULL
       GROUP BY p.ordinal`,
      [classId, JSON.stringify(halfDays)],
    );
    return new Map(rows.map(({ ordinal, people }) => [ordinal, people]));
  }
}
