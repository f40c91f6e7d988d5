import { Injectable } from '@nestjs/common';
import { someSeatIsFree } from '../classes/seats.queries';
import { TrainingClass } from '../classes/training-class.entity';
import { admissionTo, type CourseAdmission } from '../courses/courses.queries';
import { hasLikeElsewhere } from '../people/likeness';
import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { eachOf } from '../platform/database/each-of';
import type { NomineeFacts } from './nominee-facts';

/** Who is asked about, for which class. */
export interface Asked {
  readonly classId: string;
  readonly personId: string;
}

/** Null where there is no such class or person. */
export interface AdmissionFacts {
  readonly trainingClass: TrainingClass | null;
  readonly course: CourseAdmission;
  readonly nominee: NomineeFacts | null;
  /** Whether some seat of the class is free, whoever may take it. */
  readonly hasFreeSeat: boolean;
}

interface Row extends NomineeFacts {
  readonly class: Record<string, unknown> | null;
  readonly course: CourseAdmission | null;
  readonly hasFreeSeat: boolean;
}

/** Gathers what the admission rules look at, for many people in one statement. */
@Injectable()
export class AdmissionQueries {
  /** @returns facts by person id; ids that are nobody's are left out */
  async facts(tx: Tx, classId: string, personIds: readonly string[], today: Day): Promise<Map<string, NomineeFacts>> {
    const rows = await tx.rows<NomineeFacts>(facts(), [personIds.map(() => classId), personIds, today]);
    return new Map(rows.filter(({ personId }) => personId !== null).map((row) => [row.personId, row]));
  }

  /** Classes, their courses and people, in the order asked. */
  async ofEach(tx: Tx, asked: readonly Asked[], today: Day): Promise<AdmissionFacts[]> {
    const rows = await tx.rows<Row>(
      facts(`${firstOf('c.id', 'to_json(c)')} AS class,
      ${firstOf('c.course_id, c.opens_on', `(SELECT to_json(k) FROM (${admissionTo('c.course_id', 'c.opens_on')}) k)`)} AS course, ${someSeatIsFree('c.id')} AS has_free_seat,`),
      [asked.map(({ classId }) => classId), asked.map(({ personId }) => personId), today],
    );
    const classes = new Map<string, TrainingClass>();
    const courses = new Map<string, CourseAdmission>();
    return rows.map((row, index) => {
      const { classId } = asked[index]!;
      if (row.class) classes.set(classId, tx.fromRow(TrainingClass, row.class));
      const trainingClass = classes.get(classId) ?? null;
      const key = trainingClass && `${trainingClass.courseId} ${trainingClass.opensOn}`;
      if (row.course) courses.set(key!, row.course);
      return {
        trainingClass,
        course: courses.get(key!)!,
        nominee: row.personId === null ? null : row,
        hasFreeSeat: row.hasFreeSeat,
      };
    });
  }
}

/** What is the same for several is told with the first of them. */
const firstOf = (several: string, told: string) =>
  `CASE WHEN row_number() OVER (PARTITION BY ${several} ORDER BY a.place) = 1 THEN ${told} END`;

/** Of each pair of class and person asked about, in their order. @param more what is told besides, of the class `c` */
const facts = (more = '') => `
       WITH asked AS MATERIALIZED (SELECT * FROM ${eachOf('$1::uuid[]', '$2::uuid[]')} WITH ORDINALITY a (class_id, person_id, place))
       SELECT ${more} p.id AS person_id, p.unit_id, ARRAY(SELECT u.id FROM units u WHERE u.merged_into_id = p.unit_id) AS merged_unit_ids, p.full_name, p.sex, p.birth_date, p.standing,
         p.joined_on, p.official_on, p.education, p.theory_level, p.ratings, p.position, p.key_cadre, p.key_by_post, p.post_id IS NOT NULL AS is_post_known, p.post_since, p.planned, p.planned_post,
         (SELECT max(w.rank) FROM posts w WHERE w.id IN (p.post_id, p.party_post_id)) AS rank, (SELECT w.rank FROM posts w WHERE w.id = p.planned_post_id) AS planned_rank,
         p.left_on, ${hasLikeElsewhere('p')} AS has_like_elsewhere, done.ended_on AS completed_on, CASE done.holds_until WHEN 'infinity' THEN 'lasting' WHEN '-infinity' THEN NULL ELSE done.holds_until::text END AS certificate_valid_until,
         other.name AS same_course_class, overlap.found AS overlap, crossing.found AS overlap_nominated,
         deferred.found AS deferred, year.name AS other_class_of_year, coalesce(tries.count, 0)::int AS times_nominated, tries.since AS waiting_since, coalesce(allowed.by_rule, '{}') AS overrides
       FROM asked a LEFT JOIN classes c ON c.id = a.class_id LEFT JOIN persons p ON p.id = a.person_id
       LEFT JOIN LATERAL (
         SELECT max(r.ended_on) AS ended_on, max(r.award_holds_until) AS holds_until FROM courses_completed r
         WHERE r.person_id = p.id AND r.course_id = c.course_id
       ) done ON true
       LEFT JOIN LATERAL (
         SELECT k.name FROM nominations n JOIN classes k ON k.id = n.class_id
         WHERE n.person_id = p.id AND n.ended_at IS NULL AND k.course_id = c.course_id AND k.id <> c.id AND NOT class_has_ended(k.state) LIMIT 1
       ) other ON true
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('className', k.name, 'day', mine.day) AS found
         FROM half_days mine
         JOIN attendance_lines a ON a.person_id = p.id AND a.live AND a.during && mine.during AND upper(a.during) > lower(mine.during)
           AND upper(a.during) > (SELECT min(lower(b.during)) FROM half_days b WHERE b.class_id = c.id)
         JOIN half_days theirs ON theirs.id = a.half_day_id AND theirs.class_id <> c.id
         JOIN classes k ON k.id = theirs.class_id
         WHERE mine.class_id = c.id AND mine.cancelled_at IS NULL AND mine.group_numbers IS NULL ORDER BY mine.day LIMIT 1
       ) overlap ON true
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('until', d.until, 'className', k.name) AS found FROM deferrals_waiting d JOIN classes k ON k.id = d.class_id
         WHERE d.person_id = p.id AND d.course_id = c.course_id AND d.until >= $3 ORDER BY d.deferred_at DESC LIMIT 1
       ) deferred ON true
       LEFT JOIN LATERAL (
         SELECT k.name FROM enrollments e JOIN classes k ON k.id = e.class_id JOIN courses o ON o.id = k.course_id
         WHERE e.person_id = p.id AND e.ended_at IS NULL AND k.id <> c.id AND k.state <> 'cancelled' AND o.kind <> 'study_session'
           AND date_trunc('year', k.opens_on) = date_trunc('year', c.opens_on) ORDER BY k.opens_on LIMIT 1
       ) year ON true
       LEFT JOIN LATERAL (
         SELECT count(*) AS count,
           extract(year FROM min(n.created_at) FILTER (WHERE n.state NOT IN ('accepted', 'deferred')))::int AS since
         FROM nominations n JOIN classes k ON k.id = n.class_id WHERE n.person_id = p.id AND k.course_id = c.course_id AND k.id <> c.id AND n.state <> 'transferred'
       ) tries ON true
       LEFT JOIN LATERAL (
         SELECT jsonb_build_object('className', k.name, 'day', mine.day) AS found
         FROM half_days mine
         JOIN nominations n ON n.person_id = p.id AND n.ended_at IS NULL AND n.state <> 'accepted' AND n.class_id <> c.id
         JOIN classes k ON k.id = n.class_id AND NOT class_has_ended(k.state)
         JOIN half_days theirs ON theirs.class_id = k.id AND theirs.cancelled_at IS NULL AND theirs.during && mine.during
         WHERE mine.class_id = c.id AND mine.cancelled_at IS NULL AND mine.group_numbers IS NULL ORDER BY mine.day LIMIT 1
       ) crossing ON true
       LEFT JOIN LATERAL (
         SELECT jsonb_object_agg(o.rule, jsonb_build_object('decisionNumber', o.decision_number, 'decisionDate', o.decision_date, 'authority', o.authority)) AS by_rule
         FROM admission_overrides o WHERE o.class_id = c.id AND o.person_id = p.id AND o.revoked_at IS NULL
       ) allowed ON true
       ORDER BY a.place`;
