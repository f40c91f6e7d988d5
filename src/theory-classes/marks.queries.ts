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
import { isSameModule } from './same-module';
import { type ModuleItem, TheoryClassesQueries } from './theory-classes.queries';

/** The marks of one person in one module; `counted` is the re-sit's when there was one, up to the cap of the rules. */
interface ModuleMark {
  readonly moduleId: string;
  readonly first: number | null;
  readonly resit: number | null;
  readonly counted: number | null;
  /** Code of the other class each was sat in; null for this one. */
  readonly firstSatIn: string | null;
  readonly resitSatIn: string | null;
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
  /** When they left the class, who are shown by themselves only. */
  readonly endedAt: Date | null;
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
  /** Code of the other class it was sat in. */
  readonly satIn: string | null;
  /** Of every line after the first. */
  readonly reason: string | null;
  readonly enteredAt: Date;
  readonly enteredByName: string | null;
}

interface SatMark {
  readonly mark: number;
  readonly satIn: string | null;
}

const satIn = (moduleId: string) =>
  `(SELECT c.code FROM modules o JOIN classes c ON c.id = o.class_id WHERE o.id = ${moduleId})`;

/** A module of another class that is the same as one of this one. */
export interface ModuleElsewhere {
  readonly id: string;
  /** The module of this class. */
  readonly moduleId: string;
  readonly number: number;
  readonly name: string;
  readonly classCode: string;
}

interface Wanted {
  readonly enrollmentId?: string | undefined;
  readonly after: string | undefined;
  readonly atMost?: number | null;
  readonly withThoseBefore?: boolean;
}

const keyOf = (row: MarksRow) => [row.sortName, row.enrollmentId] as const;

type StoredRow = Omit<MarksRow, 'marks' | keyof Graduation> & {
  readonly stored: Readonly<Record<string, { first?: SatMark; resit?: SatMark }>>;
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

  /** Everybody in the class with all marks, in the order of a Vietnamese list; or one person, who may have left it. */
  async marks(
    classId: string,
    {
      enrollmentId,
      limit = usualPage,
      after,
    }: { enrollmentId?: string; limit?: number | null; after?: string | undefined } = {},
  ): Promise<PageOf<MarksRow>> {
    const found = await this.found(classId, { enrollmentId, after, atMost: limit === null ? null : limit + 1 });
    const rows = found.map(({ row }) => row);
    return pageOf(rows, limit ?? rows.length, keyOf);
  }

  /** One page of a class, and everybody in it, read together. */
  async grid(
    classId: string,
    { limit, after }: { readonly limit: number; readonly after: string | undefined },
  ): Promise<{ readonly page: PageOf<MarksRow>; readonly everybody: readonly MarksRow[] }> {
    const found = await this.found(classId, { after, withThoseBefore: true });
    const ahead = found.filter(({ isAfter }) => isAfter).map(({ row }) => row);
    return { page: pageOf(ahead, limit, keyOf), everybody: found.map(({ row }) => row) };
  }

  private async found(
    classId: string,
    { enrollmentId, after, atMost = null, withThoseBefore = false }: Wanted,
  ): Promise<readonly { readonly row: MarksRow; readonly isAfter: boolean }[]> {
    const [afterName, afterId] = cursorValues(after, 2) ?? [null, null];
    const [modules, rules, rows] = await Promise.all([
      this.classes.modules(classId),
      this.rules(classId),
      this.database.read<StoredRow & { isAfter: boolean }>(
        `SELECT e.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name, p.sort_name,
                e.unit_id, unit_name_on(e.unit_id, least($2::date, c.closes_on)) AS unit_name, e.ended_at,
                coalesce((SELECT jsonb_object_agg(module_id, marks) FROM (
                  SELECT module_id, jsonb_object_agg(CASE attempt WHEN 1 THEN 'first' ELSE 'resit' END,
                    jsonb_build_object('mark', mark, 'satIn', ${satIn('sat_in_module_id')})) AS marks
                  FROM marks_in_force WHERE enrollment_id = e.id GROUP BY module_id) m), '{}') AS stored, is_after
         FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN persons p ON p.id = e.person_id
         CROSS JOIN LATERAL (SELECT $4::text IS NULL OR (p.sort_name, e.id) > ($4, $5::uuid) AS is_after) a
         WHERE e.class_id = $1 AND CASE WHEN $3::uuid IS NULL THEN e.ended_at IS NULL ELSE e.id = $3 END AND (is_after OR $7)
         ORDER BY p.sort_name, e.id LIMIT $6`,
        [classId, this.clock.today(), enrollmentId ?? null, afterName, afterId, atMost, withThoseBefore],
      ),
    ]);
    const sittings = await this.bars.sittings(
      classId,
      rows.map((row) => row.enrollmentId),
    );
    return rows.map(({ isAfter, ...row }) => ({ row: withMarks(row, { modules, rules, sittings }), isAfter }));
  }

  /** Every line of the marks of one person, the newest first. */
  async lines(enrollmentId: string): Promise<MarkLine[]> {
    return this.database.read(
      `SELECT k.module_id, m.number AS module_number, m.name AS module_name, k.attempt, k.revision,
              k.mark::float8 AS mark, ${satIn('k.sat_in_module_id')} AS sat_in, k.reason, k.entered_at, a.name AS entered_by_name
       FROM module_marks k JOIN modules m ON m.id = k.module_id LEFT JOIN accounts a ON a.id = k.entered_by
       WHERE k.enrollment_id = $1 ORDER BY k.entered_at DESC, m.number DESC, k.attempt DESC, k.revision DESC`,
      [enrollmentId],
    );
  }

  /** Modules of other classes of the course that are the same as one of this class: where an examination may be sat with them. */
  async elsewhere(classId: string): Promise<ModuleElsewhere[]> {
    return this.database.read(
      `SELECT o.id, m.id AS module_id, m.number, m.name, c.code AS class_code
       FROM modules m JOIN classes own ON own.id = m.class_id
       JOIN classes c ON c.course_id = own.course_id AND c.id <> own.id AND c.state IN ('confirmed', 'closed')
       JOIN modules o ON o.class_id = c.id AND ${isSameModule}
       WHERE m.class_id = $1 ORDER BY m.number, c.opens_on DESC, c.code`,
      [classId],
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
    const [first, resit] = [stored[id]?.first, stored[id]?.resit];
    const marks = { first: first?.mark ?? null, resit: resit?.mark ?? null };
    const { absence, permission } = sittings.of(row.enrollmentId, id);
    const bar = examBarOf(kind, absence, rules.maximumAbsentShare, permission);
    return {
      moduleId: id,
      ...marks,
      counted: countedMark(marks, rules.resitCap),
      firstSatIn: first?.satIn ?? null,
      resitSatIn: resit?.satIn ?? null,
      bar,
    };
  });
  const weighed = modules.map(({ weight }, index) => ({ weight, mark: marks[index]!.counted }));
  return { ...row, marks, ...graduationOf(weighed, rules) };
}
