import { Injectable } from '@nestjs/common';
import type { ChoosableLine, PlanLine, PlanLines } from '../classes/plan-line';
import type { ClassState } from '../classes/training-class.states';
import type { CourseKind } from '../courses/course.entity';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
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
}

/** A class that counts against a line, or could. */
export interface PlanClass {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly state: ClassState;
  readonly opensOn: Day;
}

type LineRow = Omit<PlanLineItem, 'opened' | 'classShare' | 'peopleShare'> & PlanCounts;

// Counted apart, because a join of classes and people would count each class once a person.
const lineItem = `SELECT l.id, l.year, l.quarter, l.course_id, k.name_vi AS course_name, k.name_en AS course_name_en,
    k.kind AS course_kind, l.planned_classes, l.target_people, l.note, l.version,
    c.drafted, c.announced, c.confirmed, c.closed, c.cancelled, p.enrolled
  FROM training_plan_lines l JOIN courses k ON k.id = l.course_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'draft')::int AS drafted, count(*) FILTER (WHERE state = 'announced')::int AS announced,
           count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE state = 'closed')::int AS closed,
           count(*) FILTER (WHERE state = 'cancelled')::int AS cancelled
    FROM classes WHERE plan_line_id = l.id) c
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS enrolled FROM classes o JOIN enrollments e ON e.class_id = o.id AND e.ended_at IS NULL
    WHERE o.plan_line_id = l.id AND o.state <> 'cancelled') p`;

const planClass = `SELECT id, code, name, state, opens_on FROM classes`;

@Injectable()
export class TrainingPlansQueries implements PlanLines {
  constructor(private readonly database: Database) {}

  /** A year without a plan is a plan without lines. */
  async plan(year: number): Promise<TrainingPlan> {
    const rows = await this.database.read<LineRow>(
      `${lineItem} WHERE l.year = $1 ORDER BY k.position, k.code, l.quarter`,
      [year],
    );
    const lines = rows.map((row) => ({ ...row, ...figuresOf(row) }));
    const byQuarter = [1, 2, 3, 4].map((quarter) => ({
      quarter,
      ...together(lines.filter((line) => line.quarter === quarter)),
    }));
    return { year, lines, totals: { byCourse: courseTotals(lines), byQuarter, year: together(lines) } };
  }

  async line(id: string): Promise<PlanLineItem | null> {
    const [row] = await this.database.read<LineRow>(`${lineItem} WHERE l.id = $1`, [id]);
    return row ? { ...row, ...figuresOf(row) } : null;
  }

  /** The classes that count against a line, cancelled ones too. */
  async counted(lineId: string, tx?: Tx): Promise<PlanClass[]> {
    return this.database.read(`${planClass} WHERE plan_line_id = $1 ORDER BY opens_on, id`, [lineId], tx);
  }

  /** Classes of the line's course and year that count against no line yet. */
  async countable({ courseId, year }: { readonly courseId: string; readonly year: number }): Promise<PlanClass[]> {
    return this.database.read(
      `${planClass} WHERE plan_line_id IS NULL AND state <> 'cancelled' AND course_id = $1
         AND opens_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31) ORDER BY opens_on, id`,
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

function courseTotals(lines: readonly PlanLineItem[]): CourseTotal[] {
  const courses = new Map(lines.map((line) => [line.courseId, line]));
  return [...courses.values()].map(({ courseId, courseName, courseNameEn }) => ({
    courseId,
    courseName,
    courseNameEn,
    ...together(lines.filter((line) => line.courseId === courseId)),
  }));
}
