import { Injectable } from '@nestjs/common';
import type { Standing } from '../people/person.values';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { foldName, sortName } from '../platform/names';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { ExemptionGround } from './roll';

/** Somebody of a called unit: on its roll as frozen, or as the roster stands before; or present without being on it. */
export interface RollItem {
  readonly personId: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly position: string | null;
  readonly standing: Standing;
  readonly listed: boolean;
  readonly exemptGround: ExemptionGround | null;
  readonly exemptDecidedBy: string | null;
  readonly corrected: boolean;
  readonly registered: boolean;
  /** Present at every half-day held so far. */
  readonly attended: boolean;
  readonly essay: boolean;
}

/** A line that put a frozen roll right. */
export interface CorrectionItem {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly listed: boolean;
  readonly standing: Standing;
  readonly exemptGround: ExemptionGround | null;
  readonly decision: string;
  /** What a scan of the decision is kept with. */
  readonly paperId: string;
  readonly reason: string;
  readonly correctedAt: Date;
  readonly correctedByName: string | null;
}

export const rollGroups = ['member', 'obliged', 'absent', 'attended', 'exempt', 'non_member', 'outside'] as const;
export type RollGroup = (typeof rollGroups)[number];

export interface RollFilter {
  readonly group?: RollGroup | undefined;
  readonly search?: string | undefined;
  readonly sort?: 'name' | '-name' | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

const groups: Readonly<Record<RollGroup, string>> = {
  member: `listed AND standing <> 'non_member'`,
  obliged: `listed AND standing <> 'non_member' AND exempt_ground IS NULL`,
  absent: `listed AND standing <> 'non_member' AND exempt_ground IS NULL AND NOT attended`,
  attended: `listed AND standing <> 'non_member' AND exempt_ground IS NULL AND attended`,
  exempt: `exempt_ground IS NOT NULL`,
  non_member: `listed AND standing = 'non_member'`,
  outside: `NOT listed`,
};

/** $1 class, $2 unit, $3 today, $4 now. */
const people = `
  WITH roll AS (
    SELECT r.person_id, r.full_name, r.sort_name, r.position, r.standing, r.exempt_ground, r.exempt_decided_by, r.corrected
    FROM frozen_rolls r JOIN obliged_units o ON o.class_id = r.class_id AND o.unit_id = r.unit_id AND o.roll_taken_on IS NOT NULL
    WHERE r.class_id = $1 AND r.unit_id = $2
    UNION ALL
    SELECT p.id, p.full_name, p.sort_name, p.position, p.standing,
      CASE WHEN p.standing <> 'non_member' THEN x.ground END, CASE WHEN p.standing <> 'non_member' THEN x.decided_by END, false
    FROM obliged_units o JOIN persons p ON p.unit_id = o.unit_id AND NOT has_left(p.left_on, $3)
    LEFT JOIN exemptions x ON x.class_id = o.class_id AND x.unit_id = o.unit_id AND x.person_id = p.id
    WHERE o.class_id = $1 AND o.unit_id = $2 AND o.roll_taken_on IS NULL
      AND NOT EXISTS (SELECT FROM frozen_rolls f WHERE f.class_id = $1 AND f.person_id = p.id)
  ), seated AS (
    SELECT e.person_id, s.enrollment_id IS NOT NULL AND s.decision IS DISTINCT FROM 'sent_back' AS essay, coalesce((
      SELECT bool_and(f.mark = 'present') FROM half_days_of_learners f
      WHERE f.enrollment_id = e.id AND f.live AND f.counts_as <> 'left_out' AND (lower(f.during) <= $4 OR f.mark <> 'unmarked')), false) AS attended
    FROM enrollments e LEFT JOIN essays s ON s.enrollment_id = e.id
    WHERE e.class_id = $1 AND e.ended_at IS NULL AND (e.unit_id = $2 OR e.person_id IN (SELECT person_id FROM roll))
  ), everybody AS (
    SELECT p.id AS person_id, coalesce(r.full_name, p.full_name) AS full_name, coalesce(r.sort_name, p.sort_name) AS sort_name,
      coalesce(r.position, p.position) AS position, coalesce(r.standing, p.standing) AS standing, r.person_id IS NOT NULL AS listed,
      r.exempt_ground, r.exempt_decided_by, coalesce(r.corrected, false) AS corrected,
      s.person_id IS NOT NULL AS registered, coalesce(s.attended, false) AS attended, coalesce(s.essay, false) AS essay, p.folded_name
    FROM roll r FULL JOIN seated s USING (person_id) JOIN persons p ON p.id = person_id
  )`;
const shown = `person_id, full_name, sort_name, position, standing, listed, exempt_ground, exempt_decided_by, corrected, registered, attended, essay`;

@Injectable()
export class RollsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The people of one unit by given name. */
  async people(
    classId: string,
    unitId: string,
    { group, search = '', sort = 'name', limit = usualPage, after }: RollFilter,
  ): Promise<PageOf<RollItem>> {
    const [name, id] = cursorValues(after, 2) ?? [null, null];
    const [follows, direction] = sort === 'name' ? ['>', 'ASC'] : ['<', 'DESC'];
    const rows = await this.database.read<RollItem>(
      `${people} SELECT ${shown} FROM everybody
       WHERE ${group ? groups[group] : 'true'} AND strpos(folded_name, $5) > 0
         AND ($6::text IS NULL OR (sort_name, person_id) ${follows} ($6, $7::uuid))
       ORDER BY sort_name ${direction}, person_id ${direction} LIMIT $8`,
      [classId, unitId, this.clock.today(), this.clock.now(), foldName(search), name, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.sortName, row.personId]);
  }

  /** One person of the unit, also when a correction took them off its roll. */
  async person(classId: string, unitId: string, personId: string): Promise<RollItem | null> {
    const [row] = await this.database.read<RollItem>(`${people} SELECT ${shown} FROM everybody WHERE person_id = $5`, [
      classId,
      unitId,
      this.clock.today(),
      this.clock.now(),
      personId,
    ]);
    if (row) return row;
    const [outside] = await this.database.read<Pick<RollItem, 'fullName' | 'position' | 'standing'>>(
      `SELECT p.full_name, p.position, p.standing FROM persons p WHERE p.id = $3 AND (p.unit_id = $2
         OR EXISTS (SELECT FROM roll_lines r WHERE r.class_id = $1 AND r.unit_id = $2 AND r.person_id = p.id))
         AND EXISTS (SELECT FROM obliged_units o WHERE o.class_id = $1 AND o.unit_id = $2)`,
      [classId, unitId, personId],
    );
    return outside ? { ...notListed, ...outside, personId, sortName: sortName(outside.fullName) } : null;
  }

  /** The corrections of a unit's roll, newest first; of one person, when named. */
  async corrections(classId: string, unitId: string, personId?: string): Promise<CorrectionItem[]> {
    return this.database.read(
      `SELECT k.id::text AS id, k.person_id, k.full_name, k.listed, k.standing, k.exempt_ground,
         k.decision, paper_id(k.class_id, k.decision, NULL) AS paper_id, k.reason, k.corrected_at, a.name AS corrected_by_name
       FROM roll_corrections k LEFT JOIN accounts a ON a.id = k.corrected_by
       WHERE k.class_id = $1 AND k.unit_id IN (SELECT unit_id FROM obliged_units WHERE class_id = $1 AND $2 IN (unit_id, went_to_unit_id)) AND ($3::uuid IS NULL OR k.person_id = $3) ORDER BY k.id DESC LIMIT 200`,
      [classId, unitId, personId ?? null],
    );
  }
}

const notListed = {
  listed: false,
  exemptGround: null,
  exemptDecidedBy: null,
  corrected: false,
  registered: false,
  attended: false,
  essay: false,
};
