import { Injectable } from '@nestjs/common';
import { type Attended, attendedColumns } from '../enrollments/attended';
import type { EssayDecision } from '../enrollments/essays/essay.entity';
import type { Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Scope } from './completions.policy';
import { attendanceOf, essayOf, modulesOf } from './counted-facts';
import type { CompletionFacts, ModuleFact } from './judge.facts';

/** A person on the roster of a class, under the names of the day it closes, and what they did there. */
export interface PersonFacts {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitName: string;
  readonly position: string | null;
  /** The authority's decision that the person completes, taken before the class is closed. */
  readonly override: Override | null;
  readonly facts: CompletionFacts;
}

export interface Override {
  /** What a scan of the decision is kept with. */
  readonly paperId: string;
  readonly decision: string;
  /** Null where it was recorded without its day. */
  readonly decidedOn: Day | null;
  readonly reason: string;
  readonly byName: string;
}

interface Row extends Omit<PersonFacts, 'facts'>, Attended {
  readonly handedIn: boolean;
  readonly essayMark: number | null;
  readonly essayDecision: EssayDecision | null;
  readonly modules: ModuleFact[];
}

/**
 * The facts of some enrollments, one row each; what was amended by a decision counts before what a class was closed with.
 * `source` gives id, class_id, person_id, unit_id, the moment `at` the judgement looks from, and the override.
 */
const factsOf = (source: string) => `
  SELECT e.id AS enrollment_id, e.person_id, e.unit_id, p.full_name, p.sort_name,
    p.position, unit_name_on(e.unit_id, k.closes_on) AS unit_name, e.override, a.*,
    s.enrollment_id IS NOT NULL AS handed_in, s.mark::float8 AS essay_mark, s.decision AS essay_decision, m.modules
  FROM (${source}) e
  JOIN persons p ON p.id = e.person_id
  JOIN classes k ON k.id = e.class_id
  LEFT JOIN LATERAL (${essayOf('e')}) s ON true
  CROSS JOIN LATERAL (
    SELECT ${attendedColumns}
    FROM (${attendanceOf('e')}) f) a
  CROSS JOIN LATERAL (
    SELECT coalesce(jsonb_agg(jsonb_build_object('number', f.number, 'name', f.name, 'weight', f.weight,
      'first', f.first, 'resit', f.resit) ORDER BY f.number), '[]') AS modules FROM (${modulesOf('e')}) f) m
  ORDER BY p.sort_name, e.id`;

/** The decision behind a completion `c`. */
export const override = `CASE WHEN c.override_by IS NOT NULL THEN jsonb_build_object('decision', c.override_decision,
  'paperId', paper_id(c.enrollment_id, c.override_decision, c.override_decided_on),
  'decidedOn', c.override_decided_on, 'reason', c.override_reason, 'byName', (SELECT name FROM accounts WHERE id = c.override_by)) END AS override`;

/** Whether a completion `c` is a result of its closed class; else a decision waits for it to be closed, or it was reopened. */
export const isSettled = `c.closing_id IS NOT NULL`;

/** Whether an enrollment `e` of a person `p` is judged; who turned out to have another record in the class is under that one. */
export const isJudgedHere = `e.ended_at IS NULL AND p.same_as_id IS NULL`;

/** People of the class who are still to be judged. */
const unsettled = (
  which: string,
) => `FROM enrollments e JOIN persons p ON p.id = e.person_id LEFT JOIN completions c ON c.enrollment_id = e.id
  WHERE ${which} AND ${isJudgedHere} AND (c.id IS NULL OR NOT ${isSettled})`;
const unsettledOfClass = unsettled('e.class_id = $1');

@Injectable()
export class CompletionFactsQueries {
  constructor(private readonly database: Database) {}

  /** Those of these enrollments that are still to be judged. */
  async ofUnsettled(tx: Tx, enrollmentIds: readonly string[], at: Date): Promise<PersonFacts[]> {
    const these = `SELECT e.id, e.class_id, e.person_id, e.unit_id, $2::timestamptz AS at, ${override}
      ${unsettled('e.id = ANY ($1::uuid[])')}`;
    return peopleOf(await tx.rows(factsOf(these), [enrollmentIds, at]));
  }

  /** The enrollments to be judged, in the order of a Vietnamese list. */
  async unsettled(tx: Tx, classId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(`SELECT e.id ${unsettledOfClass} ORDER BY p.sort_name, e.id`, [classId]);
    return rows.map(({ id }) => id);
  }

  async countUnsettled(tx: Tx, classId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(`SELECT count(*) ${unsettledOfClass}`, [classId]);
    return row.count;
  }

  async ofEnrollment(tx: Tx, enrollmentId: string, at: Date): Promise<CompletionFacts> {
    const one = `SELECT id, class_id, person_id, unit_id, $2::timestamptz AS at, NULL::jsonb AS override FROM enrollments WHERE id = $1`;
    const [person] = peopleOf(await tx.rows(factsOf(one), [enrollmentId, at]));
    return person!.facts;
  }

  /** Whether a person was judged when the class was closed; a decision waiting for that is not it. */
  async isSettled(tx: Tx, enrollmentId: string): Promise<boolean> {
    const row = await tx.row<{ isSettled: boolean }>(
      `SELECT EXISTS (SELECT FROM completions c WHERE c.enrollment_id = $1 AND ${isSettled}) AS is_settled`,
      [enrollmentId],
    );
    return row.isSettled;
  }

  /** The people on the roster in scope, as the facts stand at a moment. */
  async ofClass(classId: string, at: Date, { unitIds, personId }: Scope): Promise<PersonFacts[]> {
    const roster = `SELECT e.id, e.class_id, e.person_id, e.unit_id, $2::timestamptz AS at, ${override}
      FROM enrollments e JOIN persons p ON p.id = e.person_id LEFT JOIN completions c ON c.enrollment_id = e.id
      WHERE e.class_id = $1 AND ${isJudgedHere} AND ($3::uuid[] IS NULL OR e.unit_id = ANY ($3) OR e.person_id = $4::uuid)`;
    return peopleOf(await this.database.read(factsOf(roster), [classId, at, unitIds, personId]));
  }

  /** The facts behind the completions of a class, each as of the moment it was judged. */
  async behindCompletions(classId: string): Promise<PersonFacts[]> {
    const judged = `SELECT e.id, e.class_id, e.person_id, e.unit_id, c.judged_at AS at, ${override}
      FROM completions c JOIN enrollments e ON e.id = c.enrollment_id WHERE c.class_id = $1 AND ${isSettled}`;
    return peopleOf(await this.database.read(factsOf(judged), [classId]));
  }
}

function peopleOf(rows: readonly Row[]): PersonFacts[] {
  return rows.map(
    ({
      present,
      excused,
      unexcused,
      unmarked,
      missedBefore,
      beforeJoining,
      handedIn,
      essayMark,
      essayDecision,
      modules,
      ...person
    }) => ({
      ...person,
      facts: {
        attendance: { present, excused, unexcused, unmarked, missedBefore, beforeJoining },
        essay: handedIn ? { mark: essayMark, decision: essayDecision } : null,
        modules,
      },
    }),
  );
}
