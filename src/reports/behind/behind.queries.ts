import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { foldName, forLike } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { classesOfYear, listedFacts, listedStudyFacts } from '../facts';
import type { NumberName } from '../figures';
import type { Units } from '../reports.queries';
import { isOfCourses, isOfStudies, kindsOf } from './numbers';

/** One of those a number counts: a nomination, a learner, a half-day of one, a seat or a class. */
export interface FactItem {
  /** Of what is counted, within its number. */
  readonly id: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly personId: string | null;
  readonly fullName: string | null;
  readonly sortName: string | null;
  readonly nominationId: string | null;
  readonly seat: number | null;
  /** Of a seat; null of everything else. */
  readonly isTaken: boolean | null;
  readonly day: Day | null;
  readonly part: DayPart | null;
}

export const factSorts = ['name', '-name', 'unit', '-unit', 'class', '-class'] as const;
export type FactSort = (typeof factSorts)[number];

export interface FactFilter {
  readonly number: NumberName;
  readonly year: number;
  readonly units: Units;
  /** Whether classes that are drafts still are told by name. */
  readonly namesDrafts: boolean;
  readonly courseId?: string | undefined;
  readonly classId?: string | undefined;
  readonly search?: string | undefined;
}

const id = { column: 'id', type: 'text', value: (row: FactItem) => row.id };
const name = { column: `coalesce(sort_name, '')`, type: 'text', value: ({ sortName }: FactItem) => sortName ?? '' };
const unit = { column: `coalesce(unit_code, '')`, type: 'text', value: ({ unitCode }: FactItem) => unitCode ?? '' };
const ofClass = { column: 'class_code', type: 'text', value: ({ classCode }: FactItem) => classCode };
const orders: Orders<FactSort, FactItem> = {
  name: [name, ofClass, id],
  unit: [unit, name, id],
  class: [ofClass, name, id],
};

/** $1 the year, $2 kinds of facts, $3 units, $4 course, $5 whether drafts are named, $6 part of a name, $7 a class; of studies $8 today, $9 now. */
const foundIn = (number: NumberName) => `
  WITH ${
    isOfStudies(number)
      ? `${listedStudyFacts.with('$8', '$9')}, facts AS (${listedStudyFacts.facts('$7')})`
      : `classes_of_year AS (${classesOfYear}), facts AS (${listedFacts(kindsOf(number))})`
  }, found AS (
    SELECT concat_ws(':', f.class_id, f.seat, coalesce(f.enrollment_id, f.nomination_id, f.person_id), f.half_day_id) AS id, f.class_id,
      CASE WHEN $5 OR f.class_state <> 'draft' THEN f.class_code ELSE '' END AS class_code,
      CASE WHEN $5 OR f.class_state <> 'draft' THEN f.class_name ELSE '' END AS class_name,
      f.unit_id, u.code AS unit_code, p.id AS person_id, p.full_name, p.sort_name, p.folded_name,
      coalesce(f.nomination_id, e.nomination_id) AS nomination_id, f.seat, f.is_taken, h.day, h.part
    FROM facts f LEFT JOIN units u ON u.id = f.unit_id LEFT JOIN enrollments e ON e.id = f.enrollment_id
    LEFT JOIN nominations n ON n.id = f.nomination_id LEFT JOIN persons p ON p.id = coalesce(e.person_id, n.person_id, f.person_id)
    LEFT JOIN half_days h ON h.id = f.half_day_id
    WHERE f.measure = ANY ($2) AND ($3::uuid[] IS NULL OR f.unit_id = ANY ($3)) AND ($4::uuid IS NULL OR f.course_id = $4) AND ($7::uuid IS NULL OR f.class_id = $7))`;
const narrowed = `($6::text IS NULL OR folded_name LIKE '%' || $6 || '%')`;

@Injectable()
export class BehindQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those a number counts, page by page. */
  async list(
    filter: FactFilter,
    page: { readonly sort: FactSort; readonly limit?: number | undefined; readonly after?: string | undefined },
  ): Promise<PageOf<FactItem>> {
    const parameters = this.parametersOf(filter);
    const { condition, orderAndLimit, of } = keysetPage(orders, page, parameters);
    const rows = await this.database.read<FactItem>(
      `${foundIn(filter.number)} SELECT id, class_id, class_code, class_name, unit_id, unit_code, person_id, full_name, sort_name, nomination_id, seat, is_taken, day, part
       FROM found WHERE ${narrowed} AND ${condition} ${orderAndLimit}`,
      parameters,
    );
    return of(rows);
  }

  /** How many there are: the number itself, unless a name is looked for. */
  async count(filter: FactFilter): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `${foundIn(filter.number)} SELECT count(*)::int AS count FROM found WHERE ${narrowed}`,
      this.parametersOf(filter),
    );
    return row!.count;
  }

  private parametersOf({ number, year, units, courseId, classId, namesDrafts, search }: FactFilter): unknown[] {
    return [
      year,
      kindsOf(number),
      isOfCourses(number) ? null : units,
      courseId ?? null,
      namesDrafts,
      search ? forLike(foldName(search)) : null,
      classId ?? null,
      ...(isOfStudies(number) ? [this.clock.today(), this.clock.now()] : []),
    ];
  }
}
