import { Injectable } from '@nestjs/common';
import type { TheoryLevel } from '../people/person.values';
import { addMonths, Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../platform/paging';
import { type FoundNeed, mostMonths, type NeedLine, type NeedOrder } from './coverage';
import type { NeedKind, TrainingNeed } from './training-needs';

/** What is lacked, of one day: found just now, or as it was kept. */
export interface Needs {
  readonly day: Day;
  /** Null where it is read as it was kept. */
  readonly found: readonly FoundNeed[] | null;
}

export interface NeedsAsked {
  readonly unitIds: readonly string[];
  /** How many months ahead an ending certificate counts. */
  readonly months: number;
  readonly kind?: NeedKind | undefined;
}

/** People of a unit who lack something of a kind. */
export interface NeedCount {
  readonly unitId: string;
  readonly kind: NeedKind;
  readonly people: number;
}

/** Key cadres of a unit at one theory level. */
export interface LevelCount {
  readonly unitId: string;
  readonly theoryLevel: TheoryLevel;
  readonly keyCadres: number;
}

type Row = Pick<FoundNeed, 'id' | 'due'> & NeedLine['person'] & { readonly need: TrainingNeed };

const id = { column: 'n.id', type: 'text', value: (row: Row) => row.id };
const name = { column: 'n.sort_name', type: 'text', value: ({ sortName }: Row) => sortName };
const orders: Orders<NeedOrder, Row> = {
  deadline: [{ column: 'n.due', type: 'date', value: ({ due }) => due }, id],
  name: [name, id],
  unit: [{ column: 'n.unit_code', type: 'text', value: ({ unitCode }) => unitCode }, name, id],
};

/** Given as $1, which is null where they are read as they were kept. */
export const foundNeeds = `SELECT id, "personId" AS person_id, "unitId" AS unit_id, "unitCode" AS unit_code, "sortName" AS sort_name, kind,
    "courseId" AS course_id, due, need
  FROM jsonb_to_recordset($1::jsonb) AS f (id text, "personId" uuid, "unitId" uuid, "unitCode" text, "sortName" text COLLATE "vi-x-icu",
    kind text, "courseId" uuid, due date, need jsonb)`;
const keptNeeds = `SELECT id, person_id, unit_id, unit_code, sort_name, kind, course_id, due, need FROM report_needs WHERE $1::jsonb IS NULL`;
const needs = ({ found }: Needs) => `WITH needs AS (${found ? foundNeeds : keptNeeds})`;
const given = ({ found }: Needs) => found && JSON.stringify(found);

/**
 * Of these needs, how many people lack something of a kind; and how many months ahead one has to look to see the first that somebody
 * lacks of it. In SQL.
 * @param day the parameter that is the day they are of
 */
export const countedNeeds = (of: string, day: string) => `
  SELECT unit_id, kind, within, count(*) AS people FROM (
    SELECT unit_id, kind, person_id, min(CASE WHEN kind = 'certificate'
      THEN width_bucket(n.due - 1, (SELECT array_agg((${day}::date + make_interval(months => m))::date ORDER BY m) FROM generate_series(0, ${mostMonths}) m))
      ELSE 0 END) AS within
    FROM ${of} n GROUP BY unit_id, kind, person_id) p
  GROUP BY unit_id, kind, within`;

/** Nearly everybody is where they were when it was found; the planner would take the same unit twice for rare, and read all to sort them. */
const isThere = 'CASE WHEN p.unit_id = n.unit_id THEN true ELSE false END';

/** Lists and counts of what people lack, of those found just now and of those kept alike. */
@Injectable()
export class NeedsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    of: Needs,
    { unitIds, months, kind }: NeedsAsked,
    page: { readonly sort: NeedOrder; readonly limit?: number | undefined; readonly after?: string | undefined },
  ): Promise<PageOf<NeedLine>> {
    const parameters: unknown[] = [given(of), unitIds, addMonths(of.day, months), of.day];
    const ofKind = kind ? `n.kind = $${parameters.push(kind)}` : 'true';
    const { condition, orderAndLimit, of: pageOfRows } = keysetPage(orders, page, parameters);
    const rows = await this.database.read<Row>(
      `${needs(of)} SELECT n.*, u.name_vi AS unit_name_vi, u.name_en AS unit_name_en
       FROM (
         SELECT n.id, n.due, n.need, n.person_id, n.sort_name, n.unit_code, p.full_name, p.code, p.unit_id, p.position
         FROM needs n JOIN persons p ON p.id = n.person_id AND ${isThere}
         WHERE n.unit_id = ANY ($2::uuid[]) AND (n.kind <> 'certificate' OR n.due <= $3) AND ${ofKind} AND ${condition} ${orderAndLimit}) n
       JOIN unit_names u ON u.unit_id = n.unit_id AND u.valid @> $4::date ${orderAndLimit}`,
      parameters,
    );
    const { items, next } = pageOfRows(rows);
    return { items: items.map(lineOf), next };
  }

  /** Per unit and kind. */
  async counts(of: Needs, { unitIds, months }: NeedsAsked): Promise<NeedCount[]> {
    const counted = of.found
      ? countedNeeds('needs', '$4')
      : `SELECT * FROM report_need_sums WHERE $4::date IS NOT NULL`;
    return this.database.read(
      `${needs(of)} SELECT unit_id, kind, sum(people)::int AS people FROM (${counted}) c
       WHERE unit_id = ANY ($2::uuid[]) AND within <= $3 GROUP BY unit_id, kind`,
      [given(of), unitIds, months, of.day],
    );
  }

  /** People who lack a course. */
  async byCourse(of: Needs, { unitIds, months }: NeedsAsked): Promise<{ courseId: string; people: number }[]> {
    return this.database.read(
      `${needs(of)} SELECT course_id, count(DISTINCT person_id)::int AS people FROM needs
       WHERE unit_id = ANY ($2::uuid[]) AND course_id IS NOT NULL AND (kind <> 'certificate' OR due <= $3) GROUP BY course_id`,
      [given(of), unitIds, addMonths(of.day, months)],
    );
  }

  /** Key cadres on the rosters of today. */
  async levels(unitIds: readonly string[]): Promise<LevelCount[]> {
    return this.database.read(
      `SELECT unit_id, theory_level, count(*)::int AS key_cadres FROM persons
       WHERE unit_id = ANY ($1::uuid[]) AND is_key_cadre(key_by_post, key_cadre) AND NOT has_left(left_on, $2) GROUP BY unit_id, theory_level`,
      [unitIds, this.clock.today()],
    );
  }
}

function lineOf(row: Row): NeedLine {
  const { personId, fullName, sortName, code, unitId, unitCode, unitNameVi, unitNameEn, position } = row;
  return {
    ...row.need,
    id: row.id,
    person: { personId, fullName, sortName, code, unitId, unitCode, unitNameVi, unitNameEn, position },
  };
}
