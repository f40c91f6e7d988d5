import { Injectable } from '@nestjs/common';
import { type Attended, attendedOf, wasHeld } from './attended';
import { type OtherClass, otherClasses } from './other-class';
import type { ClassState } from '../classes/training-class.states';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';

/** A person on the roster of a class, with how the half-days held so far went. */
export interface RosterItem extends Attended {
  readonly id: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly birthDate: string;
  readonly position: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Where they belong now, when they left that unit since; `leftOn` when they belong to none. */
  readonly nowOf: { readonly unitName: string; readonly leftOn: Day | null } | null;
  readonly nominationId: string | null;
  readonly officeEntryId: string | null;
  readonly enrolledAt: Date;
  /** The group of the class they learn in, null in none; and whether they lead it. */
  readonly groupNumber: number | null;
  readonly leadsGroup: boolean;
  readonly endedAt: Date | null;
  readonly endedReason: string | null;
  /** The class they learned in before, and the one they learn on in. */
  readonly continues: OtherClass | null;
  readonly continuedBy: OtherClass | null;
  /** Half-days still to come. */
  readonly ahead: number;
  readonly essayHandedInAt: Date | null;
  readonly essayMark: number | null;
}

export interface RosterFilter {
  readonly classId: string;
  /** Only people these units sent or have now, and those of these groups; null reads all. */
  readonly unitIds: readonly string[] | null;
  readonly groupNumbers?: readonly number[] | undefined;
  readonly unitId?: string | undefined;
  readonly personId?: string | undefined;
  /** Only people of the group with this number, or `none`: those in no group yet. */
  readonly group?: string | undefined;
  /** People who left the class instead of those in it. */
  readonly ended?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** How many people of a unit are on a roster, and how many left it. */
export interface RosterUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly people: number;
  readonly left: number;
  readonly essays: number;
  readonly essaysMarked: number;
}

export interface RosterGroup {
  /** Null for those in no group yet. */
  readonly number: number | null;
  readonly name: string | null;
  readonly people: number;
}

export interface EnrollmentItem {
  readonly id: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  /** The unit they belong to now. */
  readonly nowOfUnitId: string;
  readonly unitName: string;
  readonly groupNumber: number | null;
  readonly endedAt: Date | null;
}

// A roster keeps the names units bore while the class ran. $2 is the day of today.
const unitName = `unit_name_on(e.unit_id, least($2::date, c.closes_on))`;
export const namedEnrollment = `e.id, c.id AS class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state, p.id AS person_id,
  p.full_name, e.unit_id, p.unit_id AS now_of_unit_id, ${unitName} AS unit_name, e.group_number, e.ended_at`;
export const joinedEnrollment = `enrollments e JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id`;

@Injectable()
export class EnrollmentsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** People in the order of a Vietnamese list: by given name, then the rest. */
  async roster({
    classId,
    unitIds,
    groupNumbers = [],
    unitId,
    personId,
    group,
    ended = false,
    limit = usualPage,
    after,
  }: RosterFilter): Promise<PageOf<RosterItem>> {
    const [afterName, afterId] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<RosterItem>(
      `SELECT e.id, e.person_id, p.code AS person_code, p.full_name, p.sort_name,
              p.birth_date, p.position, e.unit_id, u.code AS unit_code, ${unitName} AS unit_name,
              CASE WHEN p.left_on IS NOT NULL OR (p.unit_id <> e.unit_id AND unit_it_became(e.unit_id) <> p.unit_id)
                THEN jsonb_build_object('unitName', unit_name_on(p.unit_id, $2), 'leftOn', p.left_on) END AS now_of,
              e.nomination_id, e.office_entry_id, e.enrolled_at, e.group_number, e.leads_group, e.ended_at, e.ended_reason, ${otherClasses}, a.*, b.*,
              s.handed_in_at AS essay_handed_in_at, s.mark::float8 AS essay_mark
       FROM ${joinedEnrollment} JOIN units u ON u.id = e.unit_id LEFT JOIN essays s ON s.enrollment_id = e.id
       CROSS JOIN LATERAL (${attendedOf('e', '$12::timestamptz')}) a
       CROSS JOIN LATERAL (
         SELECT count(*) AS ahead FROM half_days_of_learners f
         WHERE f.enrollment_id = e.id AND f.live AND NOT ${wasHeld('$12::timestamptz')}) b
       WHERE e.class_id = $1 AND (e.ended_at IS NOT NULL) = $3 AND ($4::uuid[] IS NULL OR e.unit_id = ANY ($4) OR p.unit_id = ANY ($4) OR e.group_number = ANY ($11::int[]))
         AND ($5::uuid IS NULL OR e.unit_id = $5) AND ($6::uuid IS NULL OR e.person_id = $6)
         AND ($7::text IS NULL OR (p.sort_name, e.id) > ($7, $8::uuid)) AND ($10::text IS NULL OR coalesce(e.group_number::text, 'none') = $10)
       ORDER BY p.sort_name, e.id LIMIT $9`,
      [
        ...[
          classId,
          this.clock.today(),
          ended,
          unitIds,
          unitId ?? null,
          personId ?? null,
          afterName,
          afterId,
          limit + 1,
        ],
        ...[group ?? null, groupNumbers, this.clock.now()],
      ],
    );
    return pageOf(rows, limit, ({ sortName, id }) => [sortName, id]);
  }

  /** The units on a roster, for its filter and its totals. */
  async rosterUnits(
    classId: string,
    unitIds: readonly string[] | null,
    groupNumbers: readonly number[] = [],
  ): Promise<RosterUnit[]> {
    return this.database.read(
      `SELECT e.unit_id, u.code AS unit_code, ${unitName} AS unit_name,
              count(*) FILTER (WHERE e.ended_at IS NULL) AS people, count(e.ended_at) AS left,
              count(s.*) FILTER (WHERE e.ended_at IS NULL) AS essays, count(s.mark) FILTER (WHERE e.ended_at IS NULL) AS essays_marked
       FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN units u ON u.id = e.unit_id
       LEFT JOIN essays s ON s.enrollment_id = e.id
       WHERE e.class_id = $1 AND ($3::uuid[] IS NULL OR e.unit_id = ANY ($3) OR e.group_number = ANY ($4::int[])
         OR EXISTS (SELECT FROM persons p WHERE p.id = e.person_id AND p.unit_id = ANY ($3)))
       GROUP BY e.unit_id, u.code, c.closes_on ORDER BY u.code`,
      [classId, this.clock.today(), unitIds, groupNumbers],
    );
  }

  /** The groups of a class with how many of these units are in each; last those in none, where there are groups and such people. */
  async rosterGroups(
    classId: string,
    unitIds: readonly string[] | null,
    groupNumbers: readonly number[] = [],
  ): Promise<RosterGroup[]> {
    return this.database.read(
      `SELECT g.number, g.name, (
         SELECT count(*) FROM enrollments e JOIN persons p ON p.id = e.person_id
         WHERE e.class_id = $1 AND e.ended_at IS NULL AND e.group_number IS NOT DISTINCT FROM g.number
           AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2) OR p.unit_id = ANY ($2) OR e.group_number = ANY ($3::int[]))) AS people
       FROM (SELECT number, name FROM class_groups WHERE class_id = $1
         UNION ALL SELECT NULL, NULL WHERE EXISTS (SELECT FROM class_groups WHERE class_id = $1)
           AND EXISTS (SELECT FROM enrollments WHERE class_id = $1 AND ended_at IS NULL AND group_number IS NULL)) g
       ORDER BY g.number NULLS LAST`,
      [classId, unitIds, groupNumbers],
    );
  }

  async enrollment(id: string): Promise<EnrollmentItem | null> {
    const [enrollment] = await this.database.read<EnrollmentItem>(
      `SELECT ${namedEnrollment} FROM ${joinedEnrollment} WHERE e.id = $1`,
      [id, this.clock.today()],
    );
    return enrollment ?? null;
  }

  /** The person's enrollment in a class that has not ended. */
  async ofPersonInClass(personId: string, classId: string): Promise<EnrollmentItem | null> {
    const [enrollment] = await this.database.read<EnrollmentItem>(
      `SELECT ${namedEnrollment} FROM ${joinedEnrollment} WHERE e.class_id = $1 AND e.person_id = $3 AND e.ended_at IS NULL`,
      [classId, this.clock.today(), personId],
    );
    return enrollment ?? null;
  }
}
