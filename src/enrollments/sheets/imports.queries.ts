import { Injectable } from '@nestjs/common';
import type { ClassState } from '../../classes/training-class.states';
import { Clock, zone } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { type ImportItem, type ImportLook, ImportsQueries } from '../../platform/imports/imports.queries';
import type { FilledSheet, WorkbookHalfDay, WorkbookPerson } from './workbook';

export const attendanceImports = 'attendance_import';

export interface AttendanceImportItem extends ImportItem {
  readonly classId: string;
  readonly className: string;
  readonly uploadedByName: string | null;
  readonly appliedByName: string | null;
  readonly outcome: { readonly marked: number; readonly corrected: number } | null;
}

export interface HalfDayOfClass extends WorkbookHalfDay {
  readonly cancelledAt: Date | null;
  readonly classState: ClassState;
}

const look: ImportLook = {
  kind: attendanceImports,
  columns: `i.class_id, c.name AS class_name, u.name AS uploaded_by_name, a.name AS applied_by_name, i.outcome, i.read`,
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

  async import(id: string): Promise<(AttendanceImportItem & { readonly read: Omit<FilledSheet, 'rows'> }) | null> {
    return this.imports.import(look, id);
  }

  /** The half-days of a class that were not cancelled, in their order. */
  async halfDays(classId: string, tx?: Tx): Promise<HalfDayOfClass[]> {
    return this.database.read(
      `SELECT h.id, h.day, h.part, h.cancelled_at, c.state AS class_state,
              CASE WHEN count(*) OVER (PARTITION BY h.day, h.part) > 1 THEN to_char(lower(h.during) AT TIME ZONE '${zone}', 'HH24:MI') END AS time
       FROM half_days h JOIN classes c ON c.id = h.class_id WHERE h.class_id = $1 AND h.cancelled_at IS NULL
       ORDER BY h.day, lower(h.during)`,
      [classId],
      tx,
    );
  }

  /** Everybody in the class with their lines at these half-days, in the order of a Vietnamese list. */
  async people(classId: string, halfDayIds: readonly string[], tx?: Tx): Promise<WorkbookPerson[]> {
    return this.database.read(
      `SELECT e.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name,
              unit_name_on(e.unit_id, least($3::date, c.closes_on)) AS unit_name,
              coalesce(jsonb_object_agg(l.half_day_id, jsonb_build_object('mark', l.mark, 'expected', l.expected, 'wasIn', l.in_at IS NOT NULL, 'wasOut', l.out_at IS NOT NULL))
                FILTER (WHERE l.id IS NOT NULL), '{}') AS lines
       FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id
       LEFT JOIN attendance_lines l ON l.enrollment_id = e.id AND l.live AND l.half_day_id = ANY ($2)
       WHERE e.class_id = $1 AND e.ended_at IS NULL GROUP BY e.id, p.id, c.closes_on ORDER BY p.sort_name, e.id`,
      [classId, halfDayIds, this.clock.today()],
      tx,
    );
  }
}
