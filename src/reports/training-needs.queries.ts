import { Injectable } from '@nestjs/common';
import { callIsOpen } from '../classes/training-class.stage';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { NeedRules, TrainedPerson } from './training-needs';

/** Somebody who is there today, and what they learned. */
export interface TraineeFacts extends TrainedPerson {
  readonly personId: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly code: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  readonly position: string | null;
}

/** A call that is open now. */
export interface OpenCall {
  readonly courseId: string;
  readonly classId: string;
  readonly className: string;
  readonly closesAt: Date;
}

const named = `jsonb_build_object('vi', c.name_vi, 'en', c.name_en)`;
const cited = `'citation', jsonb_build_object('vi', r.citation_vi, 'en', r.citation_en), 'verified', r.verified`;
const ofCourse = `'courseId', c.id, 'courseName', ${named}`;

/** Rules and facts for many people, each in one statement. */
@Injectable()
export class TrainingNeedsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The rules in force today. */
  async rules(tx?: Tx): Promise<NeedRules> {
    const ruled = (purpose: string, rule: string) =>
      `FROM course_rules r JOIN courses c ON c.id = r.course_id WHERE r.purpose = '${purpose}' AND r.rule = '${rule}' AND r.valid @> $1::date`;
    const [row] = await this.database.read<{ rules: NeedRules }>(
      `SELECT jsonb_build_object(
         'probation', (SELECT coalesce(jsonb_agg(jsonb_build_object(${ofCourse}, ${cited}, 'months', (r.parameters ->> 'months')::int)), '[]')
           ${ruled('admission', 'inside_probation')}),
         'levels', (SELECT coalesce(jsonb_agg(jsonb_build_object('fromRank', r.from_rank, 'level', r.level, ${cited})), '[]')
           FROM theory_level_requirements r WHERE r.valid @> $1::date),
         'levelCourses', (SELECT coalesce(jsonb_agg(jsonb_build_object(${ofCourse}, 'level', c.raises_to) ORDER BY c.position), '[]')
           FROM courses c WHERE c.raises_to IS NOT NULL),
         'validity', (SELECT coalesce(jsonb_agg(jsonb_build_object(${ofCourse}, ${cited}, 'standings', (
             SELECT s.parameters -> 'anyOf' FROM course_rules s
             WHERE s.course_id = c.id AND s.purpose = 'admission' AND s.rule = 'standing' AND s.valid @> $1::date))), '[]')
           ${ruled('award', 'certificate')} AND r.parameters ->> 'validMonths' IS NOT NULL)) AS rules`,
      [this.clock.today()],
      tx,
    );
    return row!.rules;
  }

  /** Everybody of these units who has not left, by given name. */
  async ofUnits(unitIds: readonly string[]): Promise<TraineeFacts[]> {
    return this.facts(`p.unit_id = ANY ($1::uuid[])`, unitIds);
  }

  async ofPeople(personIds: readonly string[], tx?: Tx): Promise<TraineeFacts[]> {
    return this.facts(`p.id = ANY ($1::uuid[])`, personIds, tx);
  }

  async ofPerson(personId: string): Promise<TraineeFacts | null> {
    const [facts] = await this.ofPeople([personId]);
    return facts ?? null;
  }

  /** Calls open now, the one that ends first first. */
  async openCalls(): Promise<OpenCall[]> {
    return this.database.read(
      `SELECT c.course_id, c.id AS class_id, c.name AS class_name, c.call_closes_at AS closes_at FROM classes c
       WHERE ${callIsOpen('$1')} ORDER BY c.call_closes_at, c.id`,
      [this.clock.now()],
    );
  }

  private async facts(where: string, ids: readonly string[], tx?: Tx): Promise<TraineeFacts[]> {
    return this.database.read(
      `SELECT p.id AS person_id, p.full_name, p.sort_name, p.code, p.unit_id,
         u.code AS unit_code, n.name_vi AS unit_name_vi, n.name_en AS unit_name_en, p.position, p.standing, p.joined_on,
         is_key_cadre(p.key_by_post, p.key_cadre) AS is_key_cadre, (SELECT max(w.rank) FROM posts w WHERE w.id IN (p.post_id, p.party_post_id)) AS rank,
         p.theory_level, coalesce(done.courses, '[]') AS completed, coalesce(missed.studies, '[]') AS missed_studies
       FROM persons p JOIN units u ON u.id = p.unit_id JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $2::date
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('courseId', course_id, 'validUntil', nullif(nullif(holds_until, 'infinity'), '-infinity'),
             'revokedOn', CASE WHEN holds_until = '-infinity' THEN revoked_on END)) AS courses FROM (
           -- The award that holds longest counts; a course that gives no certificate is completed for good.
           SELECT course_id, max(CASE WHEN o.award <> 'certificate' AND award_revoked_on IS NULL THEN coalesce(valid_until, 'infinity')
               ELSE award_holds_until END) AS holds_until, max(award_revoked_on) AS revoked_on
           FROM training_records_in_force r JOIN courses o ON o.id = r.course_id WHERE r.person_id = p.id
           GROUP BY course_id) c
       ) done ON true
       LEFT JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('classId', c.id, 'className', c.name, 'day', c.opens_on) ORDER BY c.opens_on) AS studies
         FROM frozen_rolls e JOIN classes c ON c.id = e.class_id
         WHERE e.person_id = p.id AND e.standing <> 'non_member' AND e.exempt_ground IS NULL AND c.state NOT IN ('draft', 'cancelled')
           AND c.closes_on < $2::date AND date_trunc('year', c.opens_on) = date_trunc('year', $2::date)
           AND NOT coalesce((
             SELECT bool_and(f.mark = 'present') FROM enrollments m JOIN half_days_of_learners f ON f.enrollment_id = m.id AND f.live AND f.counts_as <> 'left_out'
             WHERE m.class_id = c.id AND m.person_id = p.id AND m.ended_at IS NULL), false)
       ) missed ON true
       WHERE ${where} AND NOT has_left(p.left_on, $2::date) ORDER BY p.sort_name, p.id`,
      [ids, this.clock.today()],
      tx,
    );
  }
}
