import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import { CoursesQueries } from '../courses/courses.queries';
import { Database, type Tx } from '../platform/database/database';
import { cursorOfAnotherOrder, cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { CompletionFactsQueries, isJudgedHere, isSettled, type Override, override } from './completion-facts.queries';
import { type CompletionOrder, type CompletionSort, orderOf, sortKeyOf } from './completion-order';
import type { Scope } from './completions.policy';
import type { Grade } from '../training-records/training-record.labels';
import { forLike, searchWords } from '../platform/names';
import { judge, type Judgement, type Reason } from './judge';
import type { GraduateRecords } from '../theory-classes/graduate-records';
import { append } from '../platform/lists';

/** The result of one person in a class, and what they were given. */
export interface CompletionItem {
  readonly id: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly completed: boolean;
  readonly grade: Grade | null;
  readonly averageMark: number | null;
  readonly absentShare: number | null;
  readonly reasons: readonly Reason[];
  readonly judgedAt: Date;
  readonly override: Override | null;
  readonly certificateId: string | null;
  readonly certificateNumber: string | null;
  readonly diplomaSchool: string | null;
  /** Null until the school has issued it. */
  readonly diplomaNumber: string | null;
  /** How many decisions changed it since the class was closed. */
  readonly amended: number;
}

export interface CompletionFilter {
  readonly classId: string;
  readonly scope: Scope;
  readonly completed?: boolean | undefined;
  /** Whether a decision of the authority stands behind it. */
  readonly decided?: boolean | undefined;
  /** By name unless told. */
  readonly sort?: CompletionSort | undefined;
  /** Words of a name, marked or not. */
  readonly search?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface CompletionCounts {
  readonly completed: number;
  readonly notCompleted: number;
  readonly certificates: number;
  readonly diplomas: number;
}

interface RecomputedClass {
  readonly id: string;
  readonly courseId: string;
  readonly opensOn: Day;
}

/** A result on record, and what its facts lead to now. */
export interface Difference {
  readonly completionId: string;
  readonly enrollmentId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly kept: Omit<Judgement, 'reasons'>;
  readonly again: Judgement;
}

export interface Recomputation {
  readonly computed: number;
  readonly differences: readonly Difference[];
}

interface KeptJudgement extends Omit<Judgement, 'reasons'> {
  readonly id: string;
  readonly enrollmentId: string;
}

const columns: Readonly<Record<CompletionOrder['by'], { readonly column: string; readonly type: string }>> = {
  name: { column: 'p.sort_name', type: 'text' },
  unit: { column: 'unit_name_on(e.unit_id, k.closes_on) COLLATE "vi-x-icu"', type: 'text' },
  averageMark: { column: 'coalesce(c.average_mark, -1)', type: 'numeric' },
  absentShare: { column: 'coalesce(c.absent_share, -1)', type: 'numeric' },
};

const item = `c.id, c.enrollment_id, c.person_id, p.full_name, p.sort_name,
    e.unit_id, unit_name_on(e.unit_id, k.closes_on) AS unit_name, c.completed,
    -- What is printed counts, where a decision corrected it.
    CASE WHEN t.id IS NULL THEN c.grade ELSE t.grade END AS grade,
    c.average_mark::float8 AS average_mark, c.absent_share::float8 AS absent_share, c.reasons, c.judged_at, ${override},
    t.id AS certificate_id, t.number AS certificate_number, d.school AS diploma_school, d.number AS diploma_number,
    (SELECT count(*) FROM completion_amendments a WHERE a.completion_id = c.id) AS amended
  FROM completions c JOIN enrollments e ON e.id = c.enrollment_id JOIN persons p ON p.id = c.person_id JOIN classes k ON k.id = c.class_id
  LEFT JOIN certificates_in_force t ON t.completion_id = c.id
  LEFT JOIN diplomas d ON d.enrollment_id = c.enrollment_id`;

const inScope = (unitIds: string, personId: string) =>
  `(${unitIds}::uuid[] IS NULL OR e.unit_id = ANY (${unitIds}) OR e.person_id = ${personId}::uuid)`;

@Injectable()
export class CompletionsQueries implements GraduateRecords {
  constructor(
    private readonly database: Database,
    private readonly courses: CoursesQueries,
    private readonly facts: CompletionFactsQueries,
  ) {}

  /** Who is equal stands in the order of a Vietnamese list. */
  async list({
    classId,
    scope,
    completed,
    decided,
    search,
    sort = 'name',
    limit = usualPage,
    after,
  }: CompletionFilter): Promise<PageOf<CompletionItem>> {
    const order = orderOf(sort);
    const { column, type } = columns[order.by];
    const [direction, beyond] = order.isDescending ? ['DESC', '<'] : ['ASC', '>'];
    const [sorted, key, afterName, afterId] = cursorValues(after, 4) ?? [sort, null, null, null];
    if (sorted !== sort) throw cursorOfAnotherOrder();
    const rows = await this.database.read<CompletionItem>(
      `SELECT ${item}
       WHERE c.class_id = $1 AND ${isSettled} AND ${inScope('$2', '$3')} AND ($4::boolean IS NULL OR c.completed = $4)
         AND (SELECT coalesce(bool_and(' ' || p.folded_name LIKE '% ' || w || '%'), true) FROM unnest($5::text[]) w)
         AND ($6::${type} IS NULL OR ${column} ${beyond} $6 OR (${column} = $6 AND (p.sort_name, c.id) > ($7, $8::uuid)))
         AND ($9::boolean IS NULL OR (c.override_by IS NOT NULL) = $9)
       ORDER BY ${column} ${direction}, p.sort_name, c.id LIMIT $10`,
      [
        classId,
        scope.unitIds,
        scope.personId,
        completed ?? null,
        searchWords(search).map(forLike),
        key,
        afterName,
        afterId,
        decided ?? null,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [sort, sortKeyOf(row, order), row.sortName, row.id]);
  }

  /** The class of a result; null when there is no such result. */
  async classOf(id: string): Promise<string | null> {
    const [row] = await this.database.read<{ classId: string }>(`SELECT class_id FROM completions WHERE id = $1`, [id]);
    return row?.classId ?? null;
  }

  async completion(id: string, { unitIds, personId }: Scope): Promise<CompletionItem | null> {
    const [row] = await this.database.read<CompletionItem>(
      `SELECT ${item} WHERE c.id = $1 AND ${isSettled} AND ${inScope('$2', '$3')}`,
      [id, unitIds, personId],
    );
    return row ?? null;
  }

  /** How the class came out, as far as the reader may see. */
  async counts(
    classId: string,
    { unitIds, personId }: Scope,
    tx: Tx = this.database.reader,
  ): Promise<CompletionCounts> {
    const counts = await tx.row<CompletionCounts>(
      `SELECT count(*) FILTER (WHERE c.completed) AS completed, count(*) FILTER (WHERE NOT c.completed) AS not_completed,
         count(t.id) AS certificates, count(d.id) AS diplomas
       FROM completions c JOIN enrollments e ON e.id = c.enrollment_id
       LEFT JOIN certificates_in_force t ON t.completion_id = c.id
       LEFT JOIN diplomas d ON d.enrollment_id = c.enrollment_id
       WHERE c.class_id = $1 AND ${isSettled} AND ${inScope('$2', '$3')}`,
      [classId, unitIds, personId],
    );
    return counts;
  }

  /** Computes the results of a closed class again, as of the moment it was judged; decisions count as they were taken. Writes nothing. */
  async recompute({ id, courseId, opensOn }: RecomputedClass): Promise<Recomputation> {
    const rules = await this.courses.rulesInForce(courseId, 'completion', opensOn);
    const people = await this.facts.behindCompletions(id);
    const found = new Map(people.map((one) => [one.enrollmentId, judge(rules, one.facts, one.override !== null)]));
    const named = new Map(people.map((person) => [person.enrollmentId, person]));
    const kept = await this.keptJudgements(id);
    const differences = kept.flatMap((one): Difference[] => {
      const again = found.get(one.enrollmentId);
      if (isSame(one, again)) return [];
      const { fullName, unitName } = named.get(one.enrollmentId)!;
      return [{ completionId: one.id, enrollmentId: one.enrollmentId, fullName, unitName, kept: one, again: again! }];
    });
    return { computed: kept.length, differences };
  }

  /**
   * The ids of completions that attendance, essays, marks and decisions no longer lead to, of those without their line in the
   * training record, and of people of a closed class without any (I10).
   * @param classIds which classes to look at; all unless told
   */
  async notRecomputable(classIds: readonly string[] | null = null): Promise<string[]> {
    const among = classIds ? 'k.id = ANY ($1::uuid[])' : 'true';
    const parameters = classIds ? [classIds] : [];
    const classes = await this.database.read<RecomputedClass>(
      `SELECT k.id, k.course_id, k.opens_on FROM classes k
       WHERE ${among} AND EXISTS (SELECT FROM completions c WHERE c.class_id = k.id AND ${isSettled}) ORDER BY k.opens_on, k.id`,
      parameters,
    );
    const lost = await this.database.read<{ id: string }>(
      `SELECT c.id FROM completions c JOIN classes k ON k.id = c.class_id
       WHERE ${among} AND k.state = 'closed' AND c.completed AND ${isSettled}
         AND NOT EXISTS (SELECT FROM training_records_in_force r WHERE r.completion_id = c.id)
       UNION ALL
       SELECT e.id FROM enrollments e JOIN persons p ON p.id = e.person_id JOIN classes k ON k.id = e.class_id
       WHERE ${among} AND k.state = 'closed' AND ${isJudgedHere}
         AND NOT EXISTS (SELECT FROM completions c WHERE c.enrollment_id = e.id AND ${isSettled})`,
      parameters,
    );
    const wrong = lost.map(({ id }) => id);
    for (const trainingClass of classes) {
      const { differences } = await this.recompute(trainingClass);
      append(
        wrong,
        differences.map(({ completionId }) => completionId),
      );
    }
    return wrong;
  }

  private async keptJudgements(classId: string): Promise<KeptJudgement[]> {
    return this.database.read(
      `SELECT id, enrollment_id, completed, grade, average_mark::float8 AS average_mark, absent_share::float8 AS absent_share
       FROM completions c WHERE class_id = $1 AND ${isSettled} ORDER BY id`,
      [classId],
    );
  }

  async recordsOf(tx: Tx, enrollmentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.rows<{ enrollmentId: string; recordId: string }>(
      `SELECT c.enrollment_id, r.id AS record_id FROM completions c JOIN training_records_in_force r ON r.completion_id = c.id
       WHERE c.enrollment_id = ANY ($1::uuid[])`,
      [enrollmentIds],
    );
    return new Map(rows.map(({ enrollmentId, recordId }) => [enrollmentId, recordId]));
  }
}

const isSame = (kept: KeptJudgement, found: Judgement | undefined) =>
  found !== undefined &&
  kept.completed === found.completed &&
  kept.grade === found.grade &&
  kept.averageMark === found.averageMark &&
  // Before, a class without half-days was kept as one of which nothing was missed.
  (kept.absentShare ?? 0) === (found.absentShare ?? 0);
