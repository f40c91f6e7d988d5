import { Injectable } from '@nestjs/common';
import { theoryLevels, type TheoryLevel } from '../people/person.values';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { classesOfYear, countedFacts } from './facts';
import type { Counts } from './figures';

/** Null stands for every unit. */
export type Units = readonly string[] | null;

/** The classes of one course that open in the year, by the state they are in, and their seats. */
export interface CoursePlan {
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseNameVi: string;
  readonly courseNameEn: string;
  readonly draft: number;
  readonly announced: number;
  readonly confirmed: number;
  readonly closed: number;
  readonly cancelled: number;
  readonly seats: number;
  /** Seats allocated to no unit. */
  readonly pool: number;
}

export interface ReportedUnit {
  readonly id: string;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Counts of one course over all units, of one unit over all courses, or (neither) of everything. */
export interface CountedRow {
  readonly courseId: string | null;
  readonly unitId: string | null;
  readonly counts: Counts;
}

export interface KeyCadres {
  readonly theoryLevel: TheoryLevel;
  readonly keyCadres: number;
  /** Of them, those planned for a higher post. */
  readonly planned: number;
}

/** Numbers of a year: the year of a class is the year in which it opens. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every course, those without a class this year too. */
  async plan(year: number): Promise<CoursePlan[]> {
    const inState = (state: string) => `count(c.id) FILTER (WHERE c.state = '${state}') AS ${state}`;
    return this.database.read(
      `WITH classes_of_year AS (${classesOfYear})
       SELECT k.id AS course_id, k.code AS course_code, k.name_vi AS course_name_vi, k.name_en AS course_name_en,
         ${['draft', 'announced', 'confirmed', 'closed', 'cancelled'].map(inState).join(', ')},
         coalesce(sum(s.seats), 0)::int AS seats, coalesce(sum(s.pool), 0)::int AS pool
       FROM courses k LEFT JOIN classes_of_year c ON c.course_id = k.id
       LEFT JOIN LATERAL (
         SELECT count(*) AS seats, count(*) FILTER (WHERE unit_id IS NULL) AS pool FROM seats
         WHERE class_id = c.id AND c.state NOT IN ('cancelled', 'merged')) s ON true
       GROUP BY k.id ORDER BY k.position, k.code`,
      [year],
    );
  }

  /** The counts of these units, per course, per unit and in total, added up in one statement. */
  async counted(year: number, units: Units): Promise<CountedRow[]> {
    return this.database.read(
      `WITH classes_of_year AS (${classesOfYear}), facts AS (${countedFacts})
       SELECT course_id, unit_id, jsonb_object_agg(measure, count) AS counts FROM (
         SELECT course_id, unit_id, measure, sum(count) AS count FROM facts
         WHERE $2::uuid[] IS NULL OR unit_id = ANY($2)
         GROUP BY GROUPING SETS ((course_id, measure), (unit_id, measure), (measure))) grouped
       GROUP BY course_id, unit_id`,
      [year, units],
    );
  }

  /** Base units that were there in the year, with the names they bore at its end, or today while it runs; and whoever else is counted in `also`. */
  async units(year: number, units: Units, also: readonly string[]): Promise<ReportedUnit[]> {
    return this.database.read(
      `SELECT u.id, u.code, n.name_vi, n.name_en
       FROM units u CROSS JOIN LATERAL (
         SELECT name_vi, name_en, valid @> $1::date AS in_force FROM unit_names WHERE unit_id = u.id
         ORDER BY valid @> $1::date DESC, upper(valid) DESC NULLS FIRST LIMIT 1) n
       WHERE ($2::uuid[] IS NULL OR u.id = ANY($2)) AND ((u.kind = 'base' AND n.in_force AND NOT has_left(u.left_on, date_trunc('year', $1::date)::date)) OR u.id = ANY($3))
       ORDER BY array_position(ARRAY['bloc', 'group', 'base'], u.kind), u.code`,
      [this.lastDayOf(year), units, also],
    );
  }

  /** Key cadres of a unit as its roster is today, by theory level, lowest first; every level has its line. */
  async keyCadres(unitId: string): Promise<KeyCadres[]> {
    return this.database.read(
      `SELECT level AS theory_level, count(p.id) AS key_cadres, count(p.id) FILTER (WHERE p.planned) AS planned
       FROM unnest($2::text[]) WITH ORDINALITY AS l (level, rank)
       LEFT JOIN persons p ON p.theory_level = l.level AND p.unit_id = $1 AND is_key_cadre(p.key_by_post, p.key_cadre)
         AND NOT has_left(p.left_on, $3)
       GROUP BY level, rank ORDER BY rank`,
      [unitId, theoryLevels, this.clock.today()],
    );
  }

  private lastDayOf(year: number): Day {
    const [last, today] = [`${year}-12-31`, this.clock.today()];
    return last < today ? last : today;
  }
}
