import { Injectable } from '@nestjs/common';
import { type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { foldName } from '../platform/names';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { Check } from './checks';
import { liveStates, type NominationState } from './nomination.states';

/** A nomination with the names a reader needs. */
export interface NominationItem {
  readonly id: string;
  readonly state: NominationState;
  readonly rank: number | null;
  /** Reserves of the same unit who move up before this one; null unless waiting. */
  readonly reservesBefore: number | null;
  readonly seat: number | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly opensOn: Day;
  readonly needsEndorsement: boolean;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly birthDate: Day;
  readonly position: string | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly letter: { readonly number: string; readonly date: Day } | null;
  readonly checks: readonly Check[];
  readonly lateReason: string | null;
  readonly reason: string | null;
  readonly correctBy: Day | null;
  readonly submittedAt: Date | null;
  readonly endorsedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly endedAt: Date | null;
  readonly substitutesId: string | null;
  readonly substitutedById: string | null;
  readonly listImportId: string | null;
  readonly version: number;
}

export interface NominationFilter {
  /** Nominations of these units, or of this person: what the reader may see. */
  readonly visibleUnits: readonly string[];
  readonly visiblePerson: string | null;
  readonly classId?: string;
  readonly unitId?: string;
  readonly personId?: string;
  readonly state?: NominationState;
  readonly liveOnly?: boolean;
  readonly reservesOnly?: boolean;
  readonly search?: string;
  readonly limit?: number;
  readonly after?: string;
}

const item = `SELECT n.id, n.state, n.rank, s.number AS seat, n.class_id AS "classId", c.code AS "classCode", c.name AS "className", c.opens_on AS "opensOn",
  'group' = ANY (k.approval_steps) AS "needsEndorsement",
  CASE WHEN n.rank IS NULL THEN NULL ELSE (SELECT count(*) FROM nominations b WHERE b.class_id = n.class_id AND b.unit_id = n.unit_id AND b.rank < n.rank)::int END AS "reservesBefore",
  n.person_id AS "personId", p.code AS "personCode", p.full_name AS "fullName", p.sort_name AS "sortName", p.birth_date AS "birthDate", p.position,
  n.unit_id AS "unitId", u.code AS "unitCode", unit_name_on(u.id, c.opens_on) AS "unitName",
  CASE WHEN n.letter_number IS NULL THEN NULL ELSE jsonb_build_object('number', n.letter_number, 'date', n.letter_date) END AS letter,
  n.checks, n.late_reason AS "lateReason", n.reason, n.correct_by AS "correctBy", n.submitted_at AS "submittedAt", n.endorsed_at AS "endorsedAt",
  n.decided_at AS "decidedAt", n.ended_at AS "endedAt", n.substitutes_id AS "substitutesId", by.id AS "substitutedById", n.list_import_id AS "listImportId", n.version
  FROM nominations n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id JOIN persons p ON p.id = n.person_id
  JOIN units u ON u.id = n.unit_id LEFT JOIN seats s ON s.nomination_id = n.id LEFT JOIN nominations by ON by.substitutes_id = n.id`;

@Injectable()
export class NominationsQueries {
  constructor(private readonly database: Database) {}

  /** By unit, then Vietnamese given name; live and ended ones unless filtered. */
  async list(filter: NominationFilter): Promise<PageOf<NominationItem>> {
    const { limit = usualPage } = filter;
    const [unitCode, sortName, id] = cursorValues(filter.after, 3) ?? [null, null, null];
    const rows = await this.database.read<NominationItem>(
      `${item}
       WHERE (n.unit_id = ANY ($1) OR n.person_id = $2) AND ($3::uuid IS NULL OR n.class_id = $3) AND ($4::uuid IS NULL OR n.unit_id = $4)
         AND ($5::uuid IS NULL OR n.person_id = $5) AND ($6::text[] IS NULL OR n.state = ANY ($6)) AND (NOT $7 OR n.rank IS NOT NULL)
         AND ($8::text IS NULL OR p.folded_name LIKE '%' || $8 || '%' OR p.code ILIKE $8 || '%')
         AND ($9::text IS NULL OR (u.code, p.sort_name, n.id) > ($9, $10, $11::uuid))
       ORDER BY u.code, p.sort_name, n.id LIMIT $12`,
      [
        filter.visibleUnits,
        filter.visiblePerson,
        filter.classId ?? null,
        filter.unitId ?? null,
        filter.personId ?? null,
        filter.state ? [filter.state] : filter.liveOnly ? liveStates : null,
        filter.reservesOnly ?? false,
        filter.search ? foldName(filter.search) : null,
        unitCode,
        sortName,
        id,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.unitCode, row.sortName, row.id]);
  }

  async nomination(id: string): Promise<NominationItem | null> {
    const [row] = await this.database.read<NominationItem>(`${item} WHERE n.id = $1`, [id]);
    return row ?? null;
  }

  /** How many nominations of a class are in each state, reserves apart; per unit when asked. */
  async countsByState(
    classId: string,
    units: readonly string[],
  ): Promise<{ state: NominationState; reserves: number; count: number }[]> {
    return this.database.read(
      `SELECT state, count(rank)::int AS reserves, count(*)::int AS count FROM nominations WHERE class_id = $1 AND unit_id = ANY ($2) GROUP BY state`,
      [classId, units],
    );
  }

  /** The units that said "none this time". */
  async noneAnswers(classId: string): Promise<{ unitId: string; answeredAt: Date; note: string | null }[]> {
    return this.database.read(
      `SELECT unit_id AS "unitId", answered_at AS "answeredAt", note FROM unit_answers WHERE class_id = $1`,
      [classId],
    );
  }
}
