import { Injectable } from '@nestjs/common';
import { beginsBetween } from '../classes/day-parts';
import type { HalfDayItem } from '../classes/classes.queries';
import type { ClassState } from '../classes/training-class.states';
import type { Actor } from '../platform/access/actor';
import { type Day, zone } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, type PageOf, pageOf, usualPage } from '../platform/paging';
import { unitsListedFor } from '../people/people.policy';
import { calendarScopeOf } from './half-day-calendar.policy';

/** A half-day with the class it belongs to; its room is the class's when it has none of its own. */
export interface CalendarHalfDay extends HalfDayItem {
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
}

/** What a page shows beside half-days: examinations, which have no number and are told apart by what is examined. */
export interface CalendarEntry extends CalendarHalfDay {
  readonly examId?: string;
  readonly isResit?: boolean;
}

export interface CalendarFilter {
  /** Who reads: a calendar holds only classes the reader may see. */
  readonly actor: Actor;
  readonly from: Day;
  readonly to: Day;
  readonly courseId?: string | undefined;
  readonly roomId?: string | undefined;
  readonly lecturerId?: string | undefined;
  /** Classes with people of this unit enrolled, or nominated and not yet decided against. */
  readonly unitId?: string | undefined;
}

const calendarHalfDay = `SELECT h.id, h.class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state,
    h.number, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at, r.id AS room_id, r.name AS room_name,
    h.lecturer_id, l.full_name AS lecturer_name, h.topic, h.group_numbers, h.cancelled_at, h.cancelled_reason
  FROM half_days h JOIN classes c ON c.id = h.class_id LEFT JOIN rooms r ON r.id = h.held_room_id
  LEFT JOIN lecturers l ON l.id = h.lecturer_id`;

const examDay = `(lower(x.during) AT TIME ZONE '${zone}')::date`;
const examTime = `to_char(lower(x.during) AT TIME ZONE '${zone}', 'HH24:MI')`;

/** An examination once for each of its rooms, as a half-day of its class would stand there. `h` has the columns the filter names. */
const examEntry = `SELECT h.id, h.id AS exam_id, h.is_resit, h.class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state,
    0 AS number, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at, r.id AS room_id, r.name AS room_name, r.capacity AS room_seats,
    h.lecturer_id, h.watching AS lecturer_name, h.topic, h.group_numbers, h.cancelled_at, h.cancelled_reason
  FROM (SELECT x.*, ${examDay} AS day, x.attempt = 2 AS is_resit, m.name AS topic, NULL::integer[] AS group_numbers,
      CASE WHEN ${examTime} < '${beginsBetween.afternoon[0]}' THEN 'morning' WHEN ${examTime} < '${beginsBetween.evening[0]}' THEN 'afternoon' ELSE 'evening' END AS part,
      (SELECT i.lecturer_id FROM exam_invigilators i WHERE i.exam_id = x.id ORDER BY i.position LIMIT 1) AS lecturer_id,
      (SELECT string_agg(l.full_name, ', ' ORDER BY i.position) FROM exam_invigilators i JOIN lecturers l ON l.id = i.lecturer_id
       WHERE i.exam_id = x.id) AS watching
    FROM exams x LEFT JOIN modules m ON m.id = x.module_id) h
  JOIN classes c ON c.id = h.class_id LEFT JOIN exam_rooms t ON t.exam_id = h.id LEFT JOIN rooms r ON r.id = t.room_id`;

// A draft nomination is the unit's own business until it is sent; half-days of another group are not the learner's.
const wanted = `h.day BETWEEN $1 AND $2 AND ($3 OR c.state <> 'draft')
  AND ($4 OR c.id IN (SELECT class_id FROM enrollments WHERE person_id = $5 AND ended_at IS NULL
                      UNION SELECT class_id FROM nominations WHERE person_id = $5 AND ended_at IS NULL AND state <> 'draft'))
  AND ($4 OR NOT EXISTS (SELECT FROM enrollments e WHERE e.class_id = c.id AND e.person_id = $5 AND e.ended_at IS NULL
                         AND NOT is_for_group(h.group_numbers, e.group_number)))
  AND ($6::uuid IS NULL OR c.course_id = $6) AND ($7::uuid IS NULL OR r.id = $7) AND ($8::uuid IS NULL OR h.lecturer_id = $8)
  AND ($9::uuid IS NULL OR c.id IN (SELECT class_id FROM enrollments WHERE unit_id = $9 AND ended_at IS NULL
                                    UNION SELECT class_id FROM nominations WHERE unit_id = $9 AND ended_at IS NULL AND state <> 'draft'))`;

@Injectable()
export class HalfDayCalendarQueries {
  constructor(private readonly database: Database) {}

  /** Every half-day and examination of a few weeks in time order, the cancelled ones too. @throws NotFound for a unit the reader may not see */
  async between(filter: CalendarFilter): Promise<CalendarEntry[]> {
    const parameters = parametersOf(filter);
    const [halfDays, exams] = await Promise.all([
      this.database.read<CalendarEntry>(
        `${calendarHalfDay} WHERE ${wanted} ORDER BY lower(h.during), c.code, h.id`,
        parameters,
      ),
      this.database.read<CalendarEntry>(
        `${examEntry} WHERE ${wanted} ORDER BY lower(h.during), c.code, h.id`,
        parameters,
      ),
    ]);
    return inTimeOrder(halfDays, exams);
  }

  /** As {@link between}, a page at a time. @throws NotFound | InvalidInput */
  async page({
    limit = usualPage,
    after,
    ...filter
  }: CalendarFilter & { limit?: number | undefined; after?: string | undefined }): Promise<PageOf<CalendarHalfDay>> {
    const [startsAt = null, id = null] = cursorValues(after, 2) ?? [];
    const rows = await this.database.read<CalendarHalfDay>(
      `${calendarHalfDay} WHERE ${wanted}
         AND ($10::timestamptz IS NULL OR (date_trunc('milliseconds', lower(h.during)), h.id) > ($10, $11::uuid))
       ORDER BY date_trunc('milliseconds', lower(h.during)), h.id LIMIT $12`,
      [...parametersOf(filter), startsAt, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.startsAt.toISOString(), row.id]);
  }

  /** What every room holds on a day, drafts too: a room kept for one is not free. */
  async inRoomsOn(day: Day): Promise<CalendarEntry[]> {
    const [halfDays, exams] = await Promise.all([
      this.database.read<CalendarEntry>(
        `${calendarHalfDay} WHERE h.day = $1 AND r.id IS NOT NULL ORDER BY lower(h.during), c.code, h.id`,
        [day],
      ),
      this.database.read<CalendarEntry>(
        `${examEntry} WHERE h.day = $1 AND r.id IS NOT NULL ORDER BY lower(h.during), c.code, h.id`,
        [day],
      ),
    ]);
    return inTimeOrder(halfDays, exams);
  }
}

const inTimeOrder = (...lists: readonly (readonly CalendarEntry[])[]) =>
  lists.flat().toSorted((one, other) => +one.startsAt - +other.startsAt);

function parametersOf({ actor, from, to, courseId, roomId, lecturerId, unitId }: CalendarFilter): readonly unknown[] {
  const { includesDrafts, onlyOf } = calendarScopeOf(actor);
  if (unitId !== undefined) unitsListedFor(actor, unitId);
  return [
    from,
    to,
    includesDrafts,
    onlyOf === null,
    onlyOf?.personId ?? null,
    courseId ?? null,
    roomId ?? null,
    lecturerId ?? null,
    unitId ?? null,
  ];
}
