import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../../platform/paging';
import { type EnrollmentItem, joinedEnrollment, namedEnrollment } from '../enrollments.queries';
import type { EssayDecision } from './essay.entity';
import type { EssayFileKind } from './file';

export interface EssayFileItem {
  readonly id: string;
  /** As the writer named it. */
  readonly name: string;
  readonly kind: EssayFileKind;
  /** Bytes. */
  readonly size: number;
}

/** One version, the one that stands or one before it. */
interface VersionItem {
  readonly number: number;
  readonly body: string | null;
  readonly file: EssayFileItem | null;
  readonly handedInAt: Date;
  readonly late: boolean;
  readonly decision: EssayDecision | null;
  readonly decisionReason: string | null;
}

/** The person's place in the class with the version of the essay that stands, as far as there is one. */
export interface EssayItem extends EnrollmentItem {
  readonly number: number | null;
  readonly body: string | null;
  readonly file: EssayFileItem | null;
  readonly handedInAt: Date | null;
  readonly late: boolean;
  /** Until when the next version is due: the person's own term once an essay was sent back, else that of the class. */
  readonly dueAt: Date | null;
  readonly decision: EssayDecision | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decisionReason: string | null;
  readonly mark: number | null;
  readonly markedAt: Date | null;
  readonly markedByName: string | null;
  /** Versions another took the place of, newest first. */
  readonly earlier: readonly VersionItem[];
}

export const essayStates = ['missing', 'late', 'waiting', 'sent_back', 'accepted'] as const;
export type EssayState = (typeof essayStates)[number];
export const essayOrders = ['name', 'unit', 'handed_in'] as const;
export type EssayOrder = (typeof essayOrders)[number];

/** One line of the list: how it stands with the essay, and nothing of what is in it. */
export interface EssayListItem {
  readonly id: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly handedInAt: Date | null;
  readonly late: boolean;
  readonly decision: EssayDecision | null;
  readonly dueAt: Date | null;
  /** Still awaited although it was due. */
  readonly overdue: boolean;
  readonly mark: number | null;
}

/** How a unit stands with its essays; counts of people. */
export interface EssaysOfUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly people: number;
  readonly handedIn: number;
  readonly late: number;
  readonly missing: number;
  readonly waiting: number;
  readonly sentBack: number;
  readonly accepted: number;
}

export interface EssaysFilter {
  readonly classId: string;
  /** Only people sent by these units; null reads all. */
  readonly unitIds: readonly string[] | null;
  readonly unitId?: string | undefined;
  readonly state?: EssayState | undefined;
  readonly sort?: EssayOrder | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

const isLate = `coalesce(s.handed_in_at > s.due_at, false)`;
const conditions: Readonly<Record<EssayState, string>> = {
  missing: `s.enrollment_id IS NULL`,
  late: `${isLate}`,
  waiting: `s.enrollment_id IS NOT NULL AND s.decision IS NULL`,
  sent_back: `s.decision = 'sent_back'`,
  accepted: `s.decision = 'accepted'`,
};
const orders: Readonly<Record<EssayOrder, string>> = {
  name: `''`,
  unit: `u.code`,
  handed_in: `coalesce(to_char(s.handed_in_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), '~')`,
};
const file = (owner: string) => `(SELECT jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'size', f.size)
  FROM essay_files f WHERE f.id = ${owner}.file_id)`;

@Injectable()
export class EssaysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Until when essays of the class are due; null while no day is set. */
  async dueAt(classId: string): Promise<Date | null> {
    const [term] = await this.database.read<{ dueAt: Date }>(`SELECT due_at FROM essay_terms WHERE class_id = $1`, [
      classId,
    ]);
    return term?.dueAt ?? null;
  }

  /** An enrollment with its essay, as far as there is one. */
  async essay(enrollmentId: string): Promise<EssayItem | null> {
    const [essay] = await this.database.read<Omit<EssayItem, 'earlier'>>(
      `SELECT ${namedEnrollment}, s.number, s.body, ${file('s')} AS file, s.handed_in_at, ${isLate} AS late,
         coalesce(s.due_again_at, t.due_at) AS due_at, s.decision, s.decided_at, d.name AS decided_by_name,
         s.decision_reason, s.mark::float8 AS mark, s.marked_at, m.name AS marked_by_name
       FROM ${joinedEnrollment} LEFT JOIN essays s ON s.enrollment_id = e.id LEFT JOIN essay_terms t ON t.class_id = e.class_id
       LEFT JOIN accounts m ON m.id = s.marked_by LEFT JOIN accounts d ON d.id = s.decided_by WHERE e.id = $1`,
      [enrollmentId, this.clock.today()],
    );
    return essay ? { ...essay, earlier: await this.earlier(enrollmentId) } : null;
  }

  /** The people of a class and how each stands with the essay. */
  async list(filter: EssaysFilter): Promise<PageOf<EssayListItem>> {
    const { classId, unitIds, unitId, state, sort = 'name', limit = usualPage, after } = filter;
    const [key, name, id] = cursorValues(after, 3) ?? [null, null, null];
    const order = `${orders[sort]} COLLATE "C"`;
    const rows = await this.database.read<EssayListItem & { key: string }>(
      `SELECT ${orders[sort]} AS key, e.id, p.full_name, p.sort_name, e.unit_id, u.code AS unit_code,
         s.handed_in_at, ${isLate} AS late, s.decision, coalesce(s.due_again_at, t.due_at) AS due_at,
         (s.enrollment_id IS NULL OR s.decision = 'sent_back') AND coalesce(coalesce(s.due_again_at, t.due_at) < $3, false) AS overdue,
         s.mark::float8 AS mark
       FROM enrollments e JOIN persons p ON p.id = e.person_id JOIN units u ON u.id = e.unit_id
       LEFT JOIN essays s ON s.enrollment_id = e.id LEFT JOIN essay_terms t ON t.class_id = e.class_id
       WHERE e.class_id = $1 AND e.ended_at IS NULL AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2)) AND ($4::uuid IS NULL OR e.unit_id = $4)
         AND ${state ? conditions[state] : 'true'}
         AND ($5::text IS NULL OR (${order}, p.sort_name, e.id) > ($5 COLLATE "C", $6, $7::uuid))
       ORDER BY ${order}, p.sort_name, e.id LIMIT $8`,
      [classId, unitIds, this.clock.now(), unitId ?? null, key, name, id, limit + 1],
    );
    return pageOf(rows, limit, (row) => [row.key, row.sortName, row.id]);
  }

  /** The units of a class by code, each with its counts. */
  async units(classId: string, unitIds: readonly string[] | null): Promise<EssaysOfUnit[]> {
    const count = (state: EssayState) => `count(*) FILTER (WHERE ${conditions[state]})`;
    return this.database.read(
      `SELECT e.unit_id, u.code AS unit_code, count(*) AS people, count(s.enrollment_id) AS handed_in,
         ${count('late')} AS late, ${count('missing')} AS missing, ${count('waiting')} AS waiting,
         ${count('sent_back')} AS sent_back, ${count('accepted')} AS accepted
       FROM enrollments e JOIN units u ON u.id = e.unit_id LEFT JOIN essays s ON s.enrollment_id = e.id
       WHERE e.class_id = $1 AND e.ended_at IS NULL AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2))
       GROUP BY e.unit_id, u.code ORDER BY u.code`,
      [classId, unitIds],
    );
  }

  /** The next essay of a class that waits for a decision, in roster order. */
  async nextToDecide(classId: string): Promise<string | null> {
    const [next] = await this.database.read<{ id: string }>(
      `SELECT e.id FROM ${joinedEnrollment} JOIN essays s ON s.enrollment_id = e.id
       WHERE e.class_id = $1 AND e.ended_at IS NULL AND s.decision IS NULL AND s.mark IS NULL ORDER BY p.sort_name, e.id LIMIT 1`,
      [classId],
    );
    return next?.id ?? null;
  }

  private async earlier(enrollmentId: string): Promise<VersionItem[]> {
    return this.database.read(
      `SELECT s.number, s.body, ${file('s')} AS file, s.handed_in_at, ${isLate} AS late, s.decision, s.decision_reason
       FROM essay_versions s WHERE s.enrollment_id = $1 ORDER BY s.number DESC`,
      [enrollmentId],
    );
  }
}
