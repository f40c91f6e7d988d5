import { Injectable } from '@nestjs/common';
import { CoursesQueries, type PurposedRule } from '../courses/courses.queries';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { type ExamBar, examBarOf } from './exam-bar';
import { ExamBarsQueries, type Sittings } from './exam-bars.queries';
import { type Graduation, graduationOf } from './graduation';
import { type MarkRules, markRulesOf, ruleCodesOfMarks } from './mark-rules';
import { type Attempt, countedMark } from './mark-sheet';
import { type ModuleItem, TheoryClassesQueries } from './theory-classes.queries';

/** The marks of one person in one module; `counted` is the re-sit's when there was one, up to the cap of the rules. */
interface ModuleMark {
  readonly moduleId: string;
  readonly first: number | null;
  readonly resit: number | null;
  readonly counted: number | null;
  /** Too much absence before the examination; null when there is none. */
  readonly bar: ExamBar | null;
}

export interface MarksRow extends Graduation {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitName: string;
  /** In the order of the class's modules, one each. */
  readonly marks: readonly ModuleMark[];
}

/** A mark as it was entered, corrected or taken back at some moment; the newest line is the one in force. */
export interface MarkLine {
  readonly moduleId: string;
  readonly moduleNumber: number;
  readonly moduleName: string;
  readonly attempt: Attempt;
  readonly revision: number;
  /** Null when the mark was taken back. */
  readonly mark: number | null;
  /** Of every line after the first. */
  readonly reason: string | null;
  readonly enteredAt: Date;
  readonly enteredByName: string | null;
}

type StoredRow = Omit<MarksRow, 'marks' | keyof Graduation> & {
  readonly stored: Readonly<Record<string, { first?: number; resit?: number }>>;
};

@Injectable()
export class MarksQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly courses: CoursesQueries,
    private readonly classes: TheoryClassesQueries,
    private readonly bars: ExamBarsQueries,
  ) {}

  /** Everybody in the class with all marks, in the order of a Vietnamese list. */
  async marks(
    classId: string,
    {
      enrollmentId,
      limit = usualPage,
      after,
    }: { enrollmentId?: string; limit?: number | null; after?: string | undefined } = {},
  ): Promise<PageOf<MarksRow>> {
    const [afterName, afterId] = cursorValues(after, 2) ?? [null, null];
    const [modules, rules, rows] = await Promise.all([
      this.classes.modules(classId),
      this.rules(classId),
      this.database.read<StoredRow>(
        `SELECT e.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name, p.sort_name,
                e.unit_id, unit_name_on(e.unit_id, least($2::date, c.closes_on)) AS unit_name,
                coalesce((SELECT jsonb_object_agg(module_id, marks) FROM (
                  SELECT module_id, jsonb_object_agg(CASE attempt WHEN 1 THEN 'first' ELSE 'resit' END, mark) AS marks
                  FROM marks_in_force WHERE enrollment_id = e.id GROUP BY module_id) m), '{}') AS stored
         FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id
         WHERE e.class_id = $1 AND e.ended_at IS NULL AND ($3::uuid IS NULL OR e.id = $3)
           AND ($4::text IS NULL OR (p.sort_name, e.id) > ($4, $5::uuid))
         ORDER BY p.sort_name, e.id LIMIT $6`,
        [classId, this.clock.today(), enrollmentId ?? null, afterName, afterId, limit === null ? null : limit + 1],
      ),
    ]);
    const page = pageOf(rows, limit ?? rows.length, (row) => [row.sortName, row.enrollmentId]);
    const sittings = await this.bars.sittings(
      classId,
      page.items.map((row) => row.enrollmentId),
    );
    return { ...page, items: page.items.map((row) => withMarks(row, { modules, rules, sittings })) };
  }

  /** Every line of the marks of one person, the newest first. */
  async lines(enrollmentId: string): Promise<MarkLine[]> {
    return this.database.read(
      `SELECT k.module_id, m.number AS module_number, m.name AS module_name, k.attempt, k.revision,
              k.mark::float8 AS mark, k.reason, k.entered_at, a.name AS entered_by_name
       FROM module_marks k JOIN modules m ON m.id = k.module_id LEFT JOIN accounts a ON a.id = k.entered_by
       WHERE k.enrollment_id = $1 ORDER BY k.entered_at DESC, m.number DESC, k.attempt DESC, k.revision DESC`,
      [enrollmentId],
    );
  }

  async rules(classId: string, tx?: Tx): Promise<MarkRules> {
    return markRulesOf(await this.courseRules(classId, tx));
  }

  /** The rules about marks with their sources: those of the day the class opened, by which it will be judged. */
  async courseRules(classId: string, tx?: Tx): Promise<PurposedRule[]> {
    const [trainingClass] = await this.database.read<{ courseId: string; opensOn: Day }>(
      `SELECT course_id, opens_on FROM classes WHERE id = $1`,
      [classId],
      tx,
    );
    if (!trainingClass) return [];
    const rules = await this.courses.allRulesInForce(trainingClass.courseId, trainingClass.opensOn, tx);
    return rules.filter(({ purpose, rule }) => purpose === 'completion' && ruleCodesOfMarks.includes(rule));
  }
}

function withMarks(
  { stored, ...row }: StoredRow,
  {
    modules,
    rules,
    sittings,
  }: { readonly modules: readonly ModuleItem[]; readonly rules: MarkRules; readonly sittings: Sittings },
): MarksRow {
  const marks = modules.map(({ id, kind }): ModuleMark => {
    const { first = null, resit = null } = stored[id] ?? {};
    const { absence, permission } = sittings.of(row.enrollmentId, id);
    const bar = examBarOf(kind, absence, rules.maximumAbsentShare, permission);
    return { moduleId: id, first, resit, counted: countedMark({ first, resit }, rules.resitCap), bar };
  });
  const weighed = modules.map(({ weight }, index) => ({ weight, mark: marks[index]!.counted }));
  return { ...row, marks, ...graduationOf(weighed, rules) };
}
