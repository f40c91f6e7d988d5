import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import { ParticipationQueries } from '../../study-sessions/participation.queries';
import { classesOfYear, classesWhere, countedFacts, countedFactsOfCourses } from '../facts';
import { classStates } from '../figures';

/** What is to be counted of a year: the classes of these courses, or all. */
export interface YearToCount {
  readonly year: number;
  readonly courseIds: readonly string[] | null;
}

/** No statement takes longer than a page may wait for a lock, however many classes a year has. */
const classesAtOnce = 200;
const yearOf = `extract(year FROM opens_on)::int`;

/** The sums of the joint report and of scorecards, per year, course and unit. */
@Injectable()
export class YearCountsService {
  constructor(
    private readonly database: Database,
    private readonly participation: ParticipationQueries,
  ) {}

  async all(): Promise<YearToCount[]> {
    return this.database.read(
      `SELECT DISTINCT ${yearOf} AS year, NULL AS course_ids FROM classes
       UNION SELECT year, NULL FROM report_sums UNION SELECT year, NULL FROM report_studies`,
    );
  }

  /** Those these classes are of, and those a class of the same courses left. */
  async changedBy(tx: Tx, classIds: readonly string[]): Promise<YearToCount[]> {
    return tx.rows(
      `WITH theirs AS (SELECT DISTINCT course_id FROM classes WHERE id = ANY ($1::uuid[]))
       SELECT year, array_agg(course_id) AS course_ids FROM (
         SELECT ${yearOf} AS year, course_id, count(*) FILTER (WHERE state <> 'merged') AS classes, bool_or(id = ANY ($1)) AS changed
         FROM classes WHERE course_id IN (TABLE theirs) GROUP BY 1, 2) now
       FULL JOIN (
         SELECT year, course_id, sum(count) AS classes FROM report_sums
         WHERE measure = ANY ($2) AND course_id IN (TABLE theirs) GROUP BY 1, 2) kept USING (year, course_id)
       WHERE changed OR coalesce(now.classes, 0) <> coalesce(kept.classes, 0) GROUP BY year`,
      [classIds, classStates],
    );
  }

  async count(tx: Tx, { year, courseIds }: YearToCount): Promise<true> {
    const ofCourses = `($2::uuid[] IS NULL OR course_id = ANY ($2))`;
    await tx.execute(`DELETE FROM report_sums WHERE year = $1 AND ${ofCourses}`, [year, courseIds]);
    const classes = await tx.rows<{ id: string }>(`${classesOfYear} AND ${ofCourses}`, [year, courseIds]);
    // What belongs to a class lies together: an index is cheaper than the planner believes, and reads no other class.
    await tx.execute(`SET LOCAL random_page_cost = 1.1`);
    for (let from = 0; from < classes.length; from += classesAtOnce)
      await tx.execute(
        `WITH classes_of_year AS (${classesWhere('id = ANY ($1::uuid[])')}) INSERT INTO report_sums (year, course_id, unit_id, measure, count)
         SELECT $2, course_id, unit_id, measure, sum(count) FROM (${countedFacts} UNION ALL ${countedFactsOfCourses}) f GROUP BY 2, 3, 4
         ON CONFLICT (year, course_id, unit_id, measure) DO UPDATE SET count = report_sums.count + excluded.count`,
        [classes.slice(from, from + classesAtOnce).map(({ id }) => id), year],
      );
    await this.countStudies(tx, year);
    return true;
  }

  private async countStudies(tx: Tx, year: number): Promise<void> {
    const studies = await this.participation.ofYear(year, null, tx);
    await tx.execute(`DELETE FROM report_studies WHERE year = $1`, [year]);
    await tx.execute(
      `INSERT INTO report_studies (year, position, unit_id, participation)
       SELECT $1, position, (participation ->> 'unitId')::uuid, participation
       FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS s (participation, position)`,
      [year, JSON.stringify(studies)],
    );
  }
}
