import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { AttendanceSource } from './attendance-line.entity';
import { trailColumns, type TrailEntry, trailJoins, type TrailRow } from './attendance.queries';
import { Sites, withSiteNames } from './sites';

/** One line of the trail of a half-day, with whom it is about. */
export interface HalfDayTrailEntry extends TrailEntry {
  readonly id: number;
  readonly enrollmentId: string;
  readonly fullName: string;
}

export interface HalfDayTrailFilter {
  readonly halfDayId: string;
  /** Nothing is told about people of other units; null tells all. */
  readonly unitIds: readonly string[] | null;
  readonly groupNumbers?: readonly number[] | undefined;
  readonly source?: AttendanceSource | undefined;
  /** Only scans a phone told later. */
  readonly toldLater?: boolean | undefined;
  /** Only what was changed afterwards, with its reason. */
  readonly corrected?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

@Injectable()
export class AttendanceTrailQueries {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
  ) {}

  /** Every mark made at a half-day, newest first. */
  async ofHalfDay(filter: HalfDayTrailFilter): Promise<PageOf<HalfDayTrailEntry>> {
    const {
      halfDayId,
      unitIds,
      groupNumbers = [],
      source,
      toldLater = false,
      corrected = false,
      limit = usualPage,
      after,
    } = filter;
    const [afterId] = cursorValues(after, 1) ?? [null];
    const rows = await this.database.read<TrailRow<HalfDayTrailEntry>>(
      `SELECT m.id, e.id AS enrollment_id, p.full_name, ${trailColumns}
       FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id JOIN persons p ON p.id = l.person_id
       JOIN attendance_marks m ON m.line_id = l.id ${trailJoins}
       WHERE l.half_day_id = $1 AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2) OR (e.class_id = (SELECT class_id FROM half_days WHERE id = $1) AND e.group_number = ANY ($8::int[]))) AND ($3::text IS NULL OR m.source = $3)
         AND (NOT $4::boolean OR m.scan_told_later) AND (NOT $5::boolean OR m.reason IS NOT NULL) AND ($6::bigint IS NULL OR m.id < $6)
       ORDER BY m.id DESC LIMIT $7`,
      [halfDayId, unitIds, source ?? null, toldLater, corrected, afterId, limit + 1, groupNumbers],
    );
    return pageOf(await withSiteNames(this.sites, rows), limit, ({ id }) => [id]);
  }
}
