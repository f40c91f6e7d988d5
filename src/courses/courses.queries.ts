import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { CourseFacts, CourseKind } from './course.entity';
import type { CourseRule, RulePurpose } from './course-rules';

export type { CourseRule } from './course-rules';

export interface CourseItem extends CourseFacts {
  readonly id: string;
  readonly code: string;
  readonly kind: CourseKind;
  /** From this day on no class of it opens. */
  readonly retiredFrom: Day | null;
  readonly version: number;
}

export interface PurposedRule extends CourseRule {
  readonly purpose: RulePurpose;
}

export const isRetired = ({ retiredFrom }: Pick<CourseItem, 'retiredFrom'>, on: Day): boolean =>
  retiredFrom !== null && on >= retiredFrom;

const courseItem = `SELECT id, code, name_vi, name_en, kind, raises_to,
  approval_steps, award, usual_half_days, carries, attendance_opens_minutes, short_stay_minutes, retired_from, version FROM courses`;

const courseRule = `SELECT id, purpose, rule, parameters, severity, verified,
  jsonb_build_object('vi', citation_vi, 'en', citation_en) AS citation,
  lower(valid) AS "validFrom", upper(valid) - 1 AS "validTo" FROM course_rules`;
/** Who it is for comes first, what was done before comes last. */
const readingOrder = `ORDER BY array_position(ARRAY['admission', 'composition', 'completion', 'award'], purpose),
  array_position(ARRAY['standing', 'key_cadre', 'post_rank', 'planned_post', 'years_in_post', 'education', 'minimum_age', 'maximum_age', 'years_to_serve', 'years_in_party', 'ratings', 'inside_probation',
    'women_share', 'youth_share', 'unit_seat_share', 'unit_cadre_share', 'attendance', 'late_joining', 'leave_paper', 'exam_attendance', 'marks', 'final_parts', 'essay', 'grades'], rule), rule`;

export type CourseAdmission = Pick<CourseItem, 'approvalSteps' | 'raisesTo'> & {
  readonly rules: readonly CourseRule[];
};

/** What admission to a course asks for on a day, in SQL. */
export const admissionTo = (course: string, on: string) => `
  SELECT k.approval_steps AS "approvalSteps", k.raises_to AS "raisesTo", coalesce((SELECT json_agg(to_json(r)) FROM (
    ${courseRule} WHERE course_id = k.id AND purpose = 'admission' AND valid @> ${on} ${readingOrder}) r), '[]') AS rules
  FROM courses k WHERE k.id = ${course}`;

@Injectable()
export class CoursesQueries {
  constructor(private readonly database: Database) {}

  async list(tx?: Tx): Promise<CourseItem[]> {
    return this.database.read(`${courseItem} ORDER BY position, code`, [], tx);
  }

  /** Those of which a class may open on that day. */
  async onOffer(day: Day): Promise<CourseItem[]> {
    return (await this.list()).filter((course) => !isRetired(course, day));
  }

  async course(id: string, tx?: Tx): Promise<CourseItem | null> {
    const [course] = await this.database.read<CourseItem>(`${courseItem} WHERE id = $1`, [id], tx);
    return course ?? null;
  }

  /** What admission to a course asks for on a day, in one statement: every nomination asks. */
  async admission(courseId: string, on: Day, tx?: Tx): Promise<CourseAdmission> {
    const [found] = await this.database.read<CourseAdmission>(admissionTo('$1', '$2::date'), [courseId, on], tx);
    return found!;
  }

  /** The rules of one purpose as they stand on a day. */
  async rulesInForce(courseId: string, purpose: RulePurpose, on: Day, tx?: Tx): Promise<CourseRule[]> {
    const rules = await this.allRulesInForce(courseId, on, tx);
    return rules.filter((rule) => rule.purpose === purpose);
  }

  /** Every rule as it stands on a day: admission, completion, award. */
  async allRulesInForce(courseId: string, on: Day, tx?: Tx): Promise<PurposedRule[]> {
    return this.database.read(
      `${courseRule} WHERE course_id = $1 AND valid @> $2::date ${readingOrder}`,
      [courseId, on],
      tx,
    );
  }

  /** The days, newest first, on which some rule of the course began or ended. */
  async turningDays(courseId: string): Promise<Day[]> {
    const rows = await this.database.read<{ day: Day }>(
      `SELECT day FROM course_rules, LATERAL (VALUES (lower(valid)), (upper(valid))) d (day)
       WHERE course_id = $1 AND day IS NOT NULL GROUP BY day ORDER BY day DESC`,
      [courseId],
    );
    return rows.map(({ day }) => day);
  }
}
