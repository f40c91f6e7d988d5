import { Injectable } from '@nestjs/common';
import type { ClassState } from '../../classes/training-class.states';
import { Clock, zone } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import type { WhatWasRead } from '../../platform/sheets/tables';
import { Database, type Tx } from '../../platform/database/database';
import { type ImportItem, type ImportLook, ImportsQueries, whatWasRead } from '../../platform/imports/imports.queries';
import type { FilledSheet } from './filled-sheet';
import type { EarlierHalfDay } from './earlier-half-days';
import type { WorkbookHalfDay } from './headings';
import type { WorkbookPerson } from './workbook';

export const attendanceImports = 'attendance_import';

export interface AttendanceImportItem extends ImportItem {
  readonly classId: string;
  readonly className: string;
  readonly uploadedByName: string | null;
  readonly appliedByName: string | null;
  readonly outcome: { readonly marked: number; readonly corrected: number } | null;
}

/** With what of its file was read, and is to be known of it. */
export interface AttendanceImportRead extends AttendanceImportItem, WhatWasRead {
  readonly read: Pick<FilledSheet, 'halfDayIds'>;
  readonly warnings: readonly Bilingual[];
}

export interface HalfDayOfClass extends WorkbookHalfDay {
  readonly opensAt: Date;
  readonly cancelledAt: Date | null;
  readonly classState: ClassState;
}

const look: ImportLook = {
  kind: attendanceImports,
  columns: `i.class_id, c.name AS class_name, u.name AS uploaded_by_name, a.name AS applied_by_name, i.outcome`,
  joins: `JOIN classes c ON c.id = i.class_id LEFT JOIN accounts u ON u.id = i.uploaded_by LEFT JOIN accounts a ON a.id = i.applied_by`,
};
/** Of one class; older ones are in the journal. */
const listed = 20;

@Injectable()
export class AttendanceImportsQueries {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportsQueries,
    private readonly clock: Clock,
  ) {}

  async ofClass(classId: string): Promise<readonly AttendanceImportItem[]> {
    return (await this.imports.list<AttendanceImportItem>(look, { classId, limit: listed })).items;
  }

  async import(id: string): Promise<AttendanceImportRead | null> {
    const columns = `${look.columns}, i.read, coalesce(i.read->'warnings', '[]') AS warnings, ${whatWasRead}`;
    return this.imports.import({ ...look, columns }, id);
  }

  /** The half-days of a class that were not cancelled, in their order. */
  async halfDays(classId: string, tx?: Tx): Promise<HalfDayOfClass[]> {
    return this.database.read(
      `SELECT h.id, h.day, h.part, attendance_opens_at(h) AS opens_at, h.cancelled_at, c.state AS class_state,
              CASE WHEN count(*) OVER (PARTITION BY h.day, h.part) > 1 THEN to_char(lower(h.during) AT TIME ZONE '${zone}', 'HH24:MI') END AS time
       FROM half_days h JOIN classes c ON c.id = h.class_id WHERE h.class_id = $1 AND h.cancelled_at IS NULL
       ORDER BY h.day, lower(h.during)`,
      [classId],
      tx,
    );
  }

  /** What its half-days were called before they were moved or cancelled. */
  async earlier(classId: string): Promise<EarlierHalfDay[]> {
    return this.database.read(
      `SELECT t.half_day_id AS id, (lower(t.was_during) AT TIME ZONE '${zone}')::date AS day, t.was_part AS part,
              to_char(lower(t.was_during) AT TIME ZONE '${zone}', 'HH24:MI') AS time, t.changed_at AS until,
              coalesce(h.cancelled_at, t.changed_at) AS since, coalesce(h.cancelled_reason, t.reason) AS reason,
              CASE WHEN h.cancelled_at IS NULL THEN jsonb_build_object('day', h.day, 'part', h.part) END AS now
       FROM timetable_changes t JOIN half_days h ON h.id = t.half_day_id
       WHERE t.class_id = $1 AND t.kind = 'moved' AND NOT (t.was_part = h.part AND lower(t.was_during) = lower(h.during))
       UNION ALL
       SELECT id, day, part, to_char(lower(during) AT TIME ZONE '${zone}', 'HH24:MI'), cancelled_at, cancelled_at, cancelled_reason, NULL
       FROM half_days WHERE class_id = $1 AND cancelled_at IS NOT NULL`,
      [classId],
    );
  }

  /** Everybody in the class who has one of these half-days and the guests at them, with their lines at them, in the order of a Vietnamese list. */
  async people(classId: string, halfDayIds: readonly string[], tx?: Tx): Promise<WorkbookPerson[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name,
              unit_name_on(e.unit_id, least($3::date, c.closes_on)) AS unit_name, own.code AS guest_from,
              coalesce(jsonb_object_agg(l.half_day_id, jsonb_build_object('mark', l.mark, 'expected', l.expected, 'wasIn', l.in_at IS NOT NULL, 'wasOut', l.out_at IS NOT NULL))
                FILTER (WHERE l.id IS NOT NULL), '{}') AS lines
       FROM enrollments e JOIN classes c ON c.id = $1 JOIN persons p ON p.id = e.person_id
       LEFT JOIN classes own ON own.id = e.class_id AND own.id <> c.id
       LEFT JOIN attendance_lines l ON l.enrollment_id = e.id AND l.live AND l.half_day_id = ANY ($2)
       WHERE e.ended_at IS NULL AND e.id IN (
         SELECT o.id FROM enrollments o WHERE o.class_id = $1 AND (cardinality($2::uuid[]) = 0 OR EXISTS (
           SELECT FROM half_days h WHERE h.id = ANY ($2) AND is_for_group(h.group_numbers, o.group_number)))
         UNION SELECT g.enrollment_id FROM attendance_lines g WHERE g.half_day_id = ANY ($2) AND g.for_line_id IS NOT NULL AND g.live)
       GROUP BY e.id, p.id, c.closes_on, own.code ORDER BY p.sort_name, e.id`,
      [classId, halfDayIds, this.clock.today()],
      tx,
    );
  }
}
