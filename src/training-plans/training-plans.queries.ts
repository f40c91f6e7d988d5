import { Injectable } from '@nestjs/common';
import type { ChoosableLine, PlanLine, PlanLines } from '../classes/plan-line';
import type { ClassState } from '../classes/training-class.states';
import type { CourseKind } from '../courses/course.entity';
import type { Reach } from '../platform/access/reach';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { type Confirmation, type PlanBody, type PlanStanding, standingOf } from './plan-standing';
import { figuresOf, type PlanCounts, type PlanFigures, together } from './plan-progress';

export interface PlanLineItem extends PlanFigures {
  readonly id: string;
  readonly year: number;
  readonly quarter: number;
  readonly courseId: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly courseKind: CourseKind;
  readonly note: string | null;
  readonly version: number;
  /** The units it is for; for all where none is named. */
  readonly addressedTo: readonly string[];
  /** How many people the units mean to send that the reader sees. */
  readonly needed: number;
  readonly confirmations: readonly Confirmation[];
  readonly standing: PlanStanding;
}

export interface CourseTotal extends PlanFigures {
  readonly courseId: string;
  readonly courseName: string;
  readonly courseNameEn: string;
}

export interface TrainingPlan {
  readonly year: number;
  readonly lines: readonly PlanLineItem[];
  readonly totals: {
    readonly byCourse: readonly CourseTotal[];
    /** Always the four, in order. */
    readonly byQuarter: readonly (PlanFigures & { readonly quarter: number })[];
    readonly year: PlanFigures;
  };
  /** Whose word makes a line the plan of both. */
  readonly bodies: readonly PlanBody[];
  /** Classes of the year that count against no line of it. */
  readonly outside: readonly OutsideClass[];
}

/** A class that opened, or goes on, in a year whose plan has no line for it. */
export interface OutsideClass extends PlanClass {
  readonly courseId: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly enrolled: number;
}

/** A class that counts against a line, or could. */
export interface PlanClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: ClassState;
  readonly opensOn: Day;
  /** It is of an earlier year, and goes on in that of the line. */
  readonly continues: boolean;
}

type LineRow = Omit<PlanLineItem, 'opened' | 'classShare' | 'peopleShare' | 'standing'> & PlanCounts;

/** In SQL: whether some of these units are among those a line `l` is for. */
export const isForUnits = (
  units: string,
) => `(NOT EXISTS (SELECT FROM training_plan_addressees a WHERE a.line_id = l.id)
  OR EXISTS (SELECT FROM training_plan_addressees a WHERE a.line_id = l.id AND a.unit_id = ANY (${units})))`;
/** In SQL: whether a number `n` said of a line `l` still counts: the line is for its unit, which is of the Bloc in that year. */
export const needCounts = `${isForUnits('ARRAY[n.unit_id]')}
  AND NOT EXISTS (SELECT FROM units g WHERE g.id = n.unit_id AND extract(year FROM g.left_on) < l.year)`;

// `$1` the units of the reader, null for all. Counted apart, because a join of classes and people would count each class once a person.
const lineItem = `SELECT l.id, l.year, l.quarter, l.course_id, k.name_vi AS course_name, k.name_en AS course_name_en,
    k.kind AS course_kind, l.planned_classes, l.target_people, l.note, l.version,
    ARRAY(SELECT a.unit_id FROM training_plan_addressees a WHERE a.line_id = l.id ORDER BY a.unit_id) AS addressed_to,
    (SELECT coalesce(sum(n.people), 0)::int FROM training_plan_needs n WHERE n.line_id = l.id AND ($1::uuid[] IS NULL OR n.unit_id = ANY ($1)) AND ${needCounts}) AS needed,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('bodyId', f.body_id, 'version', f.version, 'confirmedAt', f.confirmed_at) ORDER BY f.confirmed_at), '[]')
     FROM training_plan_confirmations f WHERE f.line_id = l.id) AS confirmations,
    c.drafted, c.announced, c.confirmed, c.closed, c.cancelled, c.continuing, p.enrolled
  FROM training_plan_lines l JOIN courses k ON k.id = l.course_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'draft')::int AS drafted, count(*) FILTER (WHERE state = 'announced')::int AS announced,
           count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE state = 'closed')::int AS closed,
           count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled, count(*) FILTER (WHERE continues AND state <> 'merged')::int AS continuing
    FROM classes_in_plans i JOIN classes o ON o.id = i.class_id WHERE i.line_id = l.id) c
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS enrolled FROM classes_in_plans i JOIN classes o ON o.id = i.class_id AND o.state NOT IN ('draft', 'cancelled')
    JOIN enrollments e ON e.class_id = o.id AND e.ended_at IS NULL WHERE i.line_id = l.id) p`;

const isFor = `($1::uuid[] IS NULL OR ${isForUnits('$1::uuid[]')})`;

const planClass = `SELECT c.id, c.code, c.name, c.state, c.opens_on`;

@Injectable()
export class TrainingPlansQueries implements PlanLines {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A year without a plan is a plan without lines. */
  async plan(year: number, readers: Reach): Promise<TrainingPlan> {
    const bodies = await this.bodies();
    const rows = await this.database.read<LineRow>(
      `${lineItem} WHERE l.year = $2 AND ${isFor} ORDER BY k.position, k.code, l.quarter`,
      [readers, year],
    );
    const lines = rows.map((row) => withStanding(row, bodies));
    const byQuarter = [1, 2, 3, 4].map((quarter) => ({
      quarter,
      ...together(lines.filter((line) => line.quarter === quarter)),
    }));
    const totals = { byCourse: courseTotals(lines), byQuarter, year: together(lines) };
    return { year, lines, totals, bodies, outside: await this.outside(year) };
  }

  async line(id: string, readers: Reach): Promise<PlanLineItem | null> {
    const bodies = await this.bodies();
    const [row] = await this.database.read<LineRow>(`${lineItem} WHERE l.id = $2 AND ${isFor}`, [readers, id]);
    return row ? withStanding(row, bodies) : null;
  }

  /** The committees whose word counts: the Bloc's, and each Group's. */
  async bodies(tx?: Tx): Promise<PlanBody[]> {
    return this.database.read(
      `SELECT u.id, u.kind, n.name_vi, n.name_en FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
       WHERE (u.id = organizing_bloc() OR u.kind = 'group') AND u.merged_into_id IS NULL AND u.left_on IS NULL
       ORDER BY u.kind, u.code`,
      [this.clock.today()],
      tx,
    );
  }

  /** Drafts are nobody's business yet, and what was cancelled or went into another class is none any more. */
  private async outside(year: number): Promise<OutsideClass[]> {
    return this.database.read(
      `${planClass}, c.opens_on < make_date($1, 1, 1) AS continues, c.course_id, k.name_vi AS course_name, k.name_en AS course_name_en,
         (SELECT count(*)::int FROM enrollments e WHERE e.class_id = c.id AND e.ended_at IS NULL) AS enrolled
       FROM classes c JOIN courses k ON k.id = c.course_id
       WHERE c.state NOT IN ('draft', 'cancelled', 'merged') AND c.opens_on <= make_date($1, 12, 31) AND c.closes_on >= make_date($1, 1, 1)
         AND NOT EXISTS (SELECT FROM classes_in_plans i JOIN training_plan_lines l ON l.id = i.line_id WHERE i.class_id = c.id AND l.year = $1)
       ORDER BY c.opens_on, c.id LIMIT 200`,
      [year],
    );
  }

  /** The classes that count against a line, cancelled ones too. */
  async counted(lineId: string, tx?: Tx): Promise<PlanClass[]> {
    return this.database.read(
      `${planClass}, i.continues FROM classes_in_plans i JOIN classes c ON c.id = i.class_id WHERE i.line_id = $1 ORDER BY c.opens_on, c.id`,
      [lineId],
      tx,
    );
  }

  /** Classes of the line's course and year that count against no line yet. */
  async countable({ courseId, year }: { readonly courseId: string; readonly year: number }): Promise<PlanClass[]> {
    return this.database.read(
      `${planClass}, false AS continues FROM classes c WHERE c.plan_line_id IS NULL AND c.state NOT IN ('cancelled', 'merged') AND c.course_id = $1
         AND c.opens_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) ORDER BY c.opens_on, c.id`,
      [courseId, year],
    );
  }

  async held(tx: Tx, id: string): Promise<PlanLine | null> {
    const [line] = await tx.rows<PlanLine>(
      `SELECT id, year, course_id FROM training_plan_lines WHERE id = $1 FOR KEY SHARE`,
      [id],
    );
    return line ?? null;
  }

  async since(year: number): Promise<ChoosableLine[]> {
    return this.database.read(
      `SELECT l.id, l.year, l.quarter, k.name_vi, k.name_en
       FROM training_plan_lines l JOIN courses k ON k.id = l.course_id
       WHERE l.year >= $1 ORDER BY l.year, k.position, k.code, l.quarter`,
      [year],
    );
  }

  /** The years that have a plan, the latest first. */
  async years(): Promise<number[]> {
    const rows = await this.database.read<{ year: number }>(
      `SELECT DISTINCT year FROM training_plan_lines ORDER BY year DESC`,
    );
    return rows.map(({ year }) => year);
  }
}

const withStanding = (row: LineRow, bodies: readonly PlanBody[]): PlanLineItem => ({
  ...row,
  ...figuresOf(row),
  standing: standingOf(row.version, bodies, row.confirmations),
});

function courseTotals(lines: readonly PlanLineItem[]): CourseTotal[] {
  const courses = new Map(lines.map((line) => [line.courseId, line]));
  return [...courses.values()].map(({ courseId, courseName, courseNameEn }) => ({
    courseId,
    courseName,
    courseNameEn,
    ...together(lines.filter((line) => line.courseId === courseId)),
  }));
}
