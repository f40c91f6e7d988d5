import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { hasDone, participationRate, type UnitTakingPart } from './participation';

/** One unit called to one study: where it sits, and how it took part. */
export interface Participation extends UnitTakingPart {
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly opensOn: Day;
  readonly unitId: string;
  readonly unitCode: string;
  /** The names the unit bore on the day of the study. */
  readonly unitNameVi: string;
  readonly unitNameEn: string;
  readonly siteId: string;
  readonly siteName: string;
  /** The day its roll was frozen; null while its members are counted as the roster stands today. */
  readonly rollTakenOn: Day | null;
  /** Obliged members who attended in percent of the obliged, one decimal. */
  readonly rate: number | null;
  readonly done: boolean;
}

type Row = Omit<Participation, 'rate' | 'done'>;

/** Null stands for every unit. */
export type Units = readonly string[] | null;

@Injectable()
export class ParticipationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The units called to one study, in the order of their sites, the central one first. */
  async ofClass(classId: string, units: Units): Promise<Participation[]> {
    return this.read(`c.id = $1`, [classId, units]);
  }

  /** The units called to the studies that open in a year and were not cancelled. */
  async ofYear(year: number, units: Units): Promise<Participation[]> {
    return this.read(
      `c.opens_on >= make_date($1, 1, 1) AND c.opens_on < make_date($1 + 1, 1, 1) AND c.state NOT IN ('draft', 'cancelled')`,
      [year, units],
    );
  }

  private async read(where: string, [key, units]: readonly [string | number, Units]): Promise<Participation[]> {
    const rows = await this.database.read<Row>(
      `WITH called AS (
         SELECT o.*, c.code, c.name, c.opens_on,
           EXISTS (SELECT FROM half_days h WHERE h.class_id = c.id AND h.cancelled_at IS NULL AND lower(h.during) <= $4) AS held,
           (SELECT (r.parameters ->> 'minimumShare')::float8 FROM course_rules r
            WHERE r.course_id = c.course_id AND r.rule = 'unit_done' AND r.valid @> c.opens_on) AS minimum_share
         FROM obliged_units o JOIN classes c ON c.id = o.class_id WHERE o.went_to_unit_id IS NULL AND ${where}
       ), frozen AS (
         SELECT r.class_id, r.unit_id, r.person_id, r.standing <> 'non_member' AS member, r.exempt_ground IS NOT NULL AS exempt
         FROM called o JOIN frozen_rolls r ON r.class_id = o.class_id AND r.unit_id = o.unit_id
       ), roll AS (
         SELECT * FROM frozen
         UNION ALL
         SELECT o.class_id, o.unit_id, p.id, p.standing <> 'non_member', x.ground IS NOT NULL AND p.standing <> 'non_member'
         FROM called o JOIN persons p ON p.unit_id = o.unit_id AND NOT has_left(p.left_on, $3)
         LEFT JOIN exemptions x ON x.class_id = o.class_id AND x.unit_id = o.unit_id AND x.person_id = p.id
         WHERE o.roll_taken_on IS NULL AND NOT EXISTS (SELECT FROM frozen f WHERE f.class_id = o.class_id AND f.person_id = p.id)
       ), seated AS (
         SELECT e.class_id, e.unit_id, e.person_id, s.enrollment_id IS NOT NULL AND s.decision IS DISTINCT FROM 'sent_back' AS essay, coalesce((
           SELECT bool_and(f.mark = 'present') FROM half_days_of_learners f
           WHERE f.enrollment_id = e.id AND f.live AND f.counts_as <> 'left_out' AND (lower(f.during) <= $4 OR f.mark <> 'unmarked')), false) AS attended
         FROM enrollments e LEFT JOIN essays s ON s.enrollment_id = e.id
         WHERE e.class_id IN (SELECT class_id FROM called) AND e.ended_at IS NULL
       ), counted AS (
         -- Whoever moved to another unit since the roll was frozen still counts where they were on it.
         SELECT class_id, coalesce(r.unit_id, s.unit_id) AS unit_id, count(*) FILTER (WHERE r.member) AS members,
           count(*) FILTER (WHERE r.exempt) AS exempt, count(*) FILTER (WHERE NOT r.member) AS non_members,
           count(s.attended) AS registered, count(*) FILTER (WHERE s.essay) AS essays,
           count(*) FILTER (WHERE s.attended AND r.member AND NOT r.exempt) AS attended_members,
           count(*) FILTER (WHERE s.attended AND r.exempt) AS attended_exempt,
           count(*) FILTER (WHERE s.attended AND NOT r.member) AS attended_non_members,
           count(*) FILTER (WHERE s.attended AND r.member IS NULL) AS attended_outside_roll
         FROM roll r FULL JOIN seated s USING (class_id, person_id) GROUP BY 1, 2
       )
       SELECT o.class_id, o.code AS class_code, o.name AS class_name, o.opens_on,
         o.unit_id, u.code AS unit_code, coalesce(n.name_vi, u.code) AS unit_name_vi, coalesce(n.name_en, u.code) AS unit_name_en,
         o.site_id, t.name AS site_name, o.roll_taken_on, o.held, o.minimum_share,
         coalesce(k.members, 0) AS members, coalesce(k.exempt, 0) AS exempt, coalesce(k.members - k.exempt, 0) AS obliged,
         coalesce(k.non_members, 0) AS non_members, coalesce(k.registered, 0) AS registered,
         coalesce(k.attended_members, 0) AS attended_members, coalesce(k.attended_exempt, 0) AS attended_exempt,
         coalesce(k.attended_non_members, 0) AS attended_non_members,
         coalesce(k.attended_outside_roll, 0) AS attended_outside_roll, coalesce(k.essays, 0) AS essays
       FROM called o JOIN units u ON u.id = o.unit_id JOIN sites t ON t.id = o.site_id
       LEFT JOIN unit_names n ON n.unit_id = o.unit_id AND n.valid @> o.opens_on
       LEFT JOIN counted k ON k.class_id = o.class_id AND k.unit_id = o.unit_id
       WHERE $2::uuid[] IS NULL OR o.unit_id = ANY($2)
       ORDER BY o.opens_on, o.class_id, t.central DESC, t.name, u.code`,
      [key, units, this.clock.today(), this.clock.now()],
    );
    return rows.map((row) => ({ ...row, rate: participationRate(row), done: hasDone(row) }));
  }
}
