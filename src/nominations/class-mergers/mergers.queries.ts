import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import { halfDaysAlike } from '../../classes/timetable/half-days-alike';
import { listImports } from '../lists/imports.queries';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';

/** A class another one could go into. */
export interface ClassToMergeInto {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly opensOn: Day;
  readonly holders: number;
}

/** A half-day of the class that goes, with what was marked at it or asked of it, to which there is none in the other. */
export interface LeftBehind {
  readonly day: Day;
  readonly part: DayPart;
  readonly topic: string | null;
  readonly marked: number;
}

interface SmallRoom {
  readonly name: string;
  readonly seats: number;
}

@Injectable()
export class ClassMergersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async choices(classId: string): Promise<ClassToMergeInto[]> {
    return this.database.read(
      `SELECT c.id, c.code, c.name, c.opens_on, (SELECT count(nomination_id) FROM seats WHERE class_id = c.id) AS holders
       FROM classes c JOIN classes own ON own.id = $1
       WHERE c.course_id = own.course_id AND c.id <> own.id AND class_is_under_way(c.state) AND c.closing_since IS NULL ORDER BY c.opens_on, c.code`,
      [classId],
    );
  }

  /** Half-days that were marked and find none alike. */
  async leftBehind(tx: Tx, classId: string, intoId: string): Promise<LeftBehind[]> {
    return tx.rows(
      `SELECT h.day, h.part, h.topic, count(*) AS marked
       FROM half_days h JOIN attendance_lines l ON l.half_day_id = h.id AND l.mark <> 'unmarked' AND l.live AND l.for_line_id IS NULL
       WHERE h.class_id = $1 AND h.cancelled_at IS NULL AND NOT EXISTS (SELECT FROM ${halfDaysAlike('$1', '$2')} a WHERE a.from_id = h.id)
       GROUP BY h.id ORDER BY h.day, lower(h.during)`,
      [classId, intoId],
    );
  }

  /** Requests for leave of those who went that wait or hold, and are for an hour to come at which the other class does not meet. */
  async leaveLost(tx: Tx, classId: string, intoId: string): Promise<number> {
    const { count } = await tx.row<{ count: number }>(
      `SELECT count(*) FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id AND e.class_id = $1
       JOIN enrollments n ON n.continues_id = e.id AND n.class_id = $2
       WHERE q.state IN ('asked', 'approved') AND EXISTS (
         SELECT FROM leave_request_half_days f JOIN half_days g ON g.id = f.half_day_id AND lower(g.during) > $3 WHERE f.leave_request_id = q.id)`,
      [classId, intoId, this.clock.now()],
    );
    return count;
  }

  /** Rooms of half-days to come that seat fewer people than the class would have. */
  async smallRooms(tx: Tx, classId: string, capacity: number): Promise<SmallRoom[]> {
    return tx.rows(
      `SELECT DISTINCT r.name, r.capacity AS seats FROM half_days h JOIN rooms r ON r.id = h.held_room_id
       WHERE h.class_id = $1 AND h.cancelled_at IS NULL AND lower(h.during) > $2 AND r.capacity < $3 ORDER BY r.name`,
      [classId, this.clock.now(), capacity],
    );
  }

  /** Lists that were uploaded and seen, and neither applied nor sent anew since. */
  async openLists(tx: Tx, classId: string): Promise<number> {
    const { count } = await tx.row<{ count: number }>(
      `SELECT count(DISTINCT i.unit_id) FROM imports i WHERE i.class_id = $1 AND i.kind = $2 AND i.state = 'previewed'
         AND NOT EXISTS (SELECT FROM imports o WHERE (o.class_id, o.unit_id, o.kind) = (i.class_id, i.unit_id, i.kind) AND o.uploaded_at > i.uploaded_at AND o.state <> 'previewed')`,
      [classId, listImports],
    );
    return count;
  }

  async freeSeats(tx: Tx, classId: string): Promise<{ readonly unitId: string | null; readonly count: number }[]> {
    return tx.rows(
      `SELECT unit_id, count(*)::int AS count FROM seats WHERE class_id = $1 AND nomination_id IS NULL GROUP BY unit_id ORDER BY unit_id`,
      [classId],
    );
  }
}
