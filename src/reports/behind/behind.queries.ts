import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import type { Reach } from '../../platform/access/reach';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { foldName, forLike } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { classesOfYear, listedFacts, listedStudyFacts } from '../facts';
import type { NumberName } from '../figures';
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
  readonly units: Reach;
  /** Whether classes that are drafts still are told by name. */
  readonly namesDrafts: boolean;
  readonly courseId?: string | undefined;
  readonly classId?: string | undefined;
  readonly search?: string | undefined;
}

const id = { column: 'id', type: 'text', value: (row: FactItem) => row.id };
const unit = { column: `coalesce(unit_code, '')`, type: 'text', value: ({ unitCode }: FactItem) => unitCode ?? '' };
const ofClass = { column: 'class_code', type: 'text', value: ({ classCode }: FactItem) => classCode };
/** Where all are about somebody, the order of names is that of people, and a page is read off its index. */
const ordersOf = (areOfPeople: boolean): Orders<FactSort, FactItem> => {
  const column = areOfPeople ? 'sort_name' : `coalesce(sort_name, '')`;
  const name = { column, type: 'text', value: ({ sortName }: FactItem) => sortName ?? '' };
  return { name: [name, ofClass, id], unit: [unit, name, id], class: [ofClass, name, id] };
};

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
    const parameters: unknown[] = [];
    const { facts, conditions, areOfPeople } = this.found(filter, parameters);
    const drafts = `$${parameters.push(filter.namesDrafts)}`;
    const { condition, orderAndLimit, of } = keysetPage(ordersOf(areOfPeople), page, parameters);
    const rows = await this.database.read<FactItem>(
      `${facts}, found AS (
         SELECT concat_ws(':', f.class_id, f.seat, coalesce(f.enrollment_id, f.nomination_id, f.person_id), f.half_day_id) AS id, f.class_id,
           CASE WHEN ${drafts} OR f.class_state <> 'draft' THEN f.class_code ELSE '' END AS class_code,
           CASE WHEN ${drafts} OR f.class_state <> 'draft' THEN f.class_name ELSE '' END AS class_name,
           f.unit_id, u.code AS unit_code, f.person_id, p.full_name, p.sort_name, f.nomination_id, f.seat, f.is_taken, h.day, h.part
         FROM facts f ${areOfPeople ? '' : 'LEFT '}JOIN persons p ON p.id = f.person_id LEFT JOIN units u ON u.id = f.unit_id
         LEFT JOIN half_days h ON h.id = f.half_day_id WHERE ${conditions})
       SELECT * FROM found WHERE ${condition} ${orderAndLimit}`,
      parameters,
    );
    return of(rows);
  }

  /** How many there are: the number itself, unless a name is looked for. */
  async count(filter: FactFilter): Promise<number> {
    const parameters: unknown[] = [];
    const { facts, conditions } = this.found(filter, parameters);
    const [row] = await this.database.read<{ count: number }>(
      `${facts} SELECT count(*)::int AS count FROM facts f ${filter.search ? 'JOIN persons p ON p.id = f.person_id' : ''} WHERE ${conditions}`,
      parameters,
    );
    return row!.count;
  }

  /** The number as it was kept; null for what is not kept: of one class, of studies, and of some of a name. */
  async kept({ number, year, units, courseId, classId, search }: FactFilter): Promise<number | null> {
    if (search || classId || isOfStudies(number)) return null;
    const [row] = await this.database.read<{ count: number }>(
      `SELECT coalesce(sum(count), 0)::int AS count FROM report_sums
       WHERE year = $1 AND measure = ANY ($2) AND ($3::uuid IS NULL OR course_id = $3)
         AND ${isOfCourses(number) ? 'unit_id IS NULL' : 'unit_id IS NOT NULL AND ($4::uuid[] IS NULL OR unit_id = ANY ($4))'}`,
      [year, kindsOf(number), courseId ?? null, ...(isOfCourses(number) ? [] : [units])],
    );
    return row!.count;
  }

  /** The facts of the year as `facts`, and which of them, `f`, about `p`, are asked for; what is compared with is added to `parameters`. */
  private found({ number, year, units, courseId, classId, search }: FactFilter, parameters: unknown[]) {
    const place = (value: unknown) => `$${parameters.push(value)}`;
    place(year);
    const study = isOfStudies(number) && {
      with: listedStudyFacts.with(place(this.clock.today()), place(this.clock.now())),
      sql: listedStudyFacts.facts(`${place(classId ?? null)}::uuid`),
      areOfPeople: true,
      areOfEnrollments: false,
    };
    const listed = study || { with: `classes_of_year AS (${classesOfYear})`, ...listedFacts(kindsOf(number)) };
    // The planner takes a measure that is computed for rare, when half of a year may be of it.
    const conditions = [`CASE WHEN f.measure = ANY (${place(kindsOf(number))}) THEN true ELSE false END`];
    if (units && !isOfCourses(number)) {
      const ofUnits = `unit_id = ANY (${place(units)}::uuid[])`;
      // Of ten years of one unit those of this one are found in an index, before any of the others is read.
      const ofOne = `f.enrollment_id = ANY (ARRAY(SELECT id FROM enrollments WHERE ${ofUnits} AND class_id IN (SELECT id FROM classes_of_year)))`;
      conditions.push(units.length === 1 && listed.areOfEnrollments ? ofOne : `f.${ofUnits}`);
    }
    if (courseId) conditions.push(`f.course_id = ${place(courseId)}`);
    if (classId) conditions.push(`f.class_id = ${place(classId)}`);
    if (search) conditions.push(`p.folded_name LIKE '%' || ${place(forLike(foldName(search)))} || '%'`);
    return {
      facts: `WITH ${listed.with}, facts AS (${listed.sql})`,
      conditions: conditions.join(' AND '),
      areOfPeople: listed.areOfPeople,
    };
  }
}
