import { Injectable } from '@nestjs/common';
import type { CourseKind } from '../courses/course.entity';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';

export interface WeekLoad {
  readonly monday: Day;
  readonly kind: CourseKind;
  readonly halfDays: number;
}

export interface RoomLoad {
  /** Null for half-days without a room. */
  readonly roomName: string | null;
  readonly halfDays: number;
}

export interface LoadAsked {
  readonly year: number;
  readonly includesDrafts: boolean;
}

const heldInYear = `h.cancelled_at IS NULL AND h.day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND ($2 OR c.state <> 'draft')`;

@Injectable()
export class LoadPlotQueries {
  constructor(private readonly database: Database) {}

  /** Weeks without half-days are left out. */
  async perWeek({ year, includesDrafts }: LoadAsked): Promise<WeekLoad[]> {
    return this.database.read(
      `SELECT date_trunc('week', h.day)::date AS monday, k.kind, count(*) AS half_days
       FROM half_days h JOIN classes c ON c.id = h.class_id JOIN courses k ON k.id = c.course_id
       WHERE ${heldInYear} GROUP BY 1, 2 ORDER BY 1, 2`,
      [year, includesDrafts],
    );
  }

  /** The busiest first. */
  async perRoom({ year, includesDrafts }: LoadAsked): Promise<RoomLoad[]> {
    return this.database.read(
      `SELECT r.name AS room_name, count(*) AS half_days
       FROM half_days h JOIN classes c ON c.id = h.class_id LEFT JOIN rooms r ON r.id = h.held_room_id
       WHERE ${heldInYear} GROUP BY r.id ORDER BY count(*) DESC, r.name COLLATE "vi-x-icu"`,
      [year, includesDrafts],
    );
  }
}
