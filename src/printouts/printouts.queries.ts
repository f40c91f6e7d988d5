import { Injectable } from '@nestjs/common';
import type { AttendanceMark } from '../enrollments/attendance-line.entity';
import { type Origin, originOfMark } from '../enrollments/origin';
import type { Sex } from '../people/person.values';
import type { Reach } from '../platform/access/reach';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';

/** Somebody on the roster of a class, under the name their unit bore then. */
export interface PrintedPerson {
  readonly enrollmentId: string;
  readonly fullName: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  /** Whether they are in the Party. */
  readonly isMember: boolean;
  readonly position: string | null;
  readonly partyPosition: string | null;
  readonly unitId: string;
  readonly unitName: string;
  /** Code of the class a guest at a half-day is from. */
  readonly guestFrom: string | null;
  /** The Group's letter that names them: number and day. */
  readonly groupLetter: string | null;
  /** Their group in the class; null in none. */
  readonly groupNumber: number | null;
}

/** Whose people are printed; null for all units. */
export interface PrintedScope {
  readonly classId: string;
  readonly unitIds: Reach;
  /** Only the group with this number, or `none`: those in no group. */
  readonly group?: string | undefined;
  /** The half-days whose guests stand on the paper too. */
  readonly halfDayIds?: readonly string[];
}

interface PrintedGroup {
  readonly group: string;
  /** Null of those in no group. */
  readonly number: number | null;
  readonly name: string | null;
}

interface AttendanceCell {
  readonly mark: AttendanceMark;
  /** The half-day of another class that stands for this one. */
  readonly origin: Origin | null;
}

/** By enrollment and half-day; nobody stands there at a half-day they did not belong to yet. */
export type AttendanceGrid = ReadonlyMap<string, ReadonlyMap<string, AttendanceCell>>;

/** Guests, whose group is one of their own class, stand with those in no group. */
const groupOf = `coalesce(CASE WHEN e.class_id = $1 THEN e.group_number::text END, 'none')`;

const ofScope = `e.ended_at IS NULL AND e.id IN (
    SELECT id FROM enrollments WHERE class_id = $1
    UNION SELECT g.enrollment_id FROM attendance_lines g WHERE g.half_day_id = ANY ($3::uuid[]) AND g.for_line_id IS NOT NULL AND g.live)
  AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2))
  AND ($4::text IS NULL OR ${groupOf} = $4)`;

export interface GroupLetter {
  readonly number: string;
  readonly date: Day;
  readonly groupName: string;
}

@Injectable()
export class PrintoutsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async count({ classId, unitIds, group, halfDayIds = [] }: PrintedScope): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(`SELECT count(*) FROM enrollments e WHERE ${ofScope}`, [
      classId,
      unitIds,
      halfDayIds,
      group ?? null,
    ]);
    return row!.count;
  }

  /** By unit, then in the order of a Vietnamese list. */
  async people({ classId, unitIds, group, halfDayIds = [] }: PrintedScope): Promise<PrintedPerson[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, p.full_name, p.sex, p.birth_date, p.standing <> 'non_member' AS is_member, p.position,
         p.party_position, e.unit_id, unit_name_on(e.unit_id, least($5::date, c.closes_on)) AS unit_name, own.code AS guest_from,
         CASE WHEN e.class_id = $1 THEN e.group_number END AS group_number,
         (SELECT g.number || ', ' || to_char(g.date, 'DD/MM/YYYY') FROM nominations n JOIN group_letters g ON g.id = n.group_letter_id
          WHERE n.id = e.nomination_id) AS group_letter
       FROM enrollments e JOIN classes c ON c.id = $1 LEFT JOIN classes own ON own.id = e.class_id AND own.id <> c.id JOIN persons p ON p.id = e.person_id JOIN units u ON u.id = e.unit_id
       WHERE ${ofScope} ORDER BY u.code, p.sort_name, e.id`,
      [classId, unitIds, halfDayIds, group ?? null, this.clock.today()],
    );
  }

  /** The groups the people are in, `none` last; with the name of each. */
  async groups({ classId, unitIds, group, halfDayIds = [] }: PrintedScope): Promise<PrintedGroup[]> {
    return this.database.read(
      `SELECT ${groupOf} AS group, g.number, g.name FROM enrollments e
       LEFT JOIN class_groups g ON g.class_id = $1 AND e.class_id = $1 AND g.number = e.group_number
       WHERE ${ofScope} GROUP BY 1, g.number, g.name ORDER BY g.number NULLS LAST`,
      [classId, unitIds, halfDayIds, group ?? null],
    );
  }

  /** The Group's letters that name who is printed, the earliest first. */
  async groupLetters({ classId, unitIds, group, halfDayIds = [] }: PrintedScope): Promise<GroupLetter[]> {
    return this.database.read(
      `SELECT g.number, g.date, unit_name_on(g.group_id, g.date) AS group_name
       FROM enrollments e JOIN nominations n ON n.id = e.nomination_id JOIN group_letters g ON g.id = n.group_letter_id
       WHERE ${ofScope} GROUP BY g.id ORDER BY g.date, g.number`,
      [classId, unitIds, halfDayIds, group ?? null],
    );
  }

  /** A room with its address, as papers name it. */
  async place(roomId: string | null): Promise<{ readonly name: string; readonly address: string | null } | null> {
    const [room] = await this.database.read<{ name: string; address: string | null }>(
      `SELECT name, address FROM rooms WHERE id = $1`,
      [roomId],
    );
    return room ?? null;
  }

  async attendance({ classId, unitIds, group, halfDayIds = [] }: PrintedScope): Promise<AttendanceGrid> {
    const lines = await this.database.read<AttendanceCell & { enrollmentId: string; halfDayId: string }>(
      `SELECT l.enrollment_id, l.half_day_id, l.mark, ${originOfMark} AS origin
       FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id
       WHERE ${ofScope} AND l.live AND l.counted AND l.half_day_id = ANY ($3::uuid[])`,
      [classId, unitIds, halfDayIds, group ?? null],
    );
    const grid = new Map<string, Map<string, AttendanceCell>>();
    for (const { enrollmentId, halfDayId, ...cell } of lines) {
      const cells = grid.get(enrollmentId) ?? new Map<string, AttendanceCell>();
      grid.set(enrollmentId, cells.set(halfDayId, cell));
    }
    return grid;
  }
}
