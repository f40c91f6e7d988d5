import { Injectable } from '@nestjs/common';
import { treeRank } from '../organization/units-in-sql';
import { theoryLevels, type TheoryLevel } from '../people/person.values';
import type { Reach } from '../platform/access/reach';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import type { Participation } from '../study-sessions/participation.queries';
import { classesOfYear, countedFacts, countedFactsOfCourses } from './facts';
import type { classStates, Counts } from './figures';

/** The classes of one course that open in the year, by the state they are in, and their seats. */
export interface CoursePlan {
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseNameVi: string;
  readonly courseNameEn: string;
  readonly counts: Partial<Record<(typeof classStates)[number] | 'seats' | 'pool', number>>;
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

/** What is counted of the year $1: found in the facts, or as it was kept. */
const factsOfYear = (isKept: boolean, found: string) =>
  isKept
    ? `WITH facts AS (SELECT course_id, unit_id, measure, count FROM report_sums WHERE year = $1)`
    : `WITH classes_of_year AS (${classesOfYear}), facts AS (${found})`;

/** Numbers of a year: the year of a class is the year in which it opens. */
@Injectable()
export class ReportsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** Since when nothing was counted that is told; null while everything is counted as it is asked for. */
  async countedAt(): Promise<Date | null> {
    const [row] = await this.database.read<{ countedAt: Date | null }>(
      `SELECT counted_at FROM report_counts WHERE people > $1`,
      [this.settings.reportsCountedAtOnce],
    );
    return row?.countedAt ?? null;
  }

  /** Every course, those without a class this year too. */
  async plan(year: number, isKept: boolean): Promise<CoursePlan[]> {
    return this.database.read(
      `${factsOfYear(isKept, countedFactsOfCourses)}
       SELECT k.id AS course_id, k.code AS course_code, k.name_vi AS course_name_vi, k.name_en AS course_name_en,
         coalesce(jsonb_object_agg(f.measure, f.count) FILTER (WHERE f.measure IS NOT NULL), '{}') AS counts
       FROM courses k LEFT JOIN facts f ON f.course_id = k.id AND f.unit_id IS NULL
       GROUP BY k.id ORDER BY k.position, k.code`,
      [year],
    );
  }

  /** The counts of these units, per course, per unit and in total, added up in one statement. */
  async counted(year: number, units: Reach, isKept: boolean): Promise<CountedRow[]> {
    return this.database.read(
      `${factsOfYear(isKept, countedFacts)}
       SELECT course_id, unit_id, jsonb_object_agg(measure, count) AS counts FROM (
         SELECT course_id, unit_id, measure, sum(count) AS count FROM facts
         WHERE unit_id IS NOT NULL AND ($2::uuid[] IS NULL OR unit_id = ANY($2))
         GROUP BY GROUPING SETS ((course_id, measure), (unit_id, measure), (measure))) grouped
       GROUP BY course_id, unit_id`,
      [year, units],
    );
  }

  /** How these units took part in the studies of a year when that was counted. */
  async keptStudies(year: number, units: Reach): Promise<Participation[]> {
    const rows = await this.database.read<{ participation: Participation }>(
      `SELECT participation FROM report_studies WHERE year = $1 AND ($2::uuid[] IS NULL OR unit_id = ANY ($2)) ORDER BY position`,
      [year, units],
    );
    return rows.map(({ participation }) => participation);
  }

  /** Base units that were there in the year, with the names they bore at its end, or today while it runs; and whoever else is counted in `also`. */
  async units(year: number, units: Reach, also: readonly string[]): Promise<ReportedUnit[]> {
    return this.database.read(
      `SELECT u.id, u.code, n.name_vi, n.name_en
       FROM units u CROSS JOIN LATERAL (
         SELECT name_vi, name_en, valid @> $1::date AS in_force FROM unit_names WHERE unit_id = u.id
         ORDER BY valid @> $1::date DESC, upper(valid) DESC NULLS FIRST LIMIT 1) n
       WHERE ($2::uuid[] IS NULL OR u.id = ANY($2)) AND ((u.kind = 'base' AND n.in_force AND NOT has_left(u.left_on, date_trunc('year', $1::date)::date)) OR u.id = ANY($3))
       ORDER BY ${treeRank}, u.code`,
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
