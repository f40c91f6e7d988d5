import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { override } from '../completion-facts.queries';
import { attendanceOf, essayOf, modulesOf } from '../counted-facts';
import type { Judgement } from '../judge';
import type { AmendedMark, CountedFacts } from './amended-facts';

/** A decision that changed a result, what it said of the facts, and what the result was and became. */
export interface Amendment {
  readonly id: string;
  readonly decision: string;
  readonly decidedOn: Day;
  readonly authority: string;
  readonly reason: string;
  readonly amendedAt: Date;
  readonly amendedByName: string | null;
  readonly attendance: readonly { readonly day: Day; readonly part: DayPart; readonly mark: AmendedMark }[];
  readonly marks: readonly {
    readonly number: number;
    readonly name: string;
    readonly attempt: 1 | 2;
    readonly mark: number;
  }[];
  readonly essay: CountedFacts['essay'];
  /** That the person completes whatever the rules say, or no longer; null where it says nothing of it. */
  readonly completes: boolean | null;
  readonly was: Judgement;
  readonly became: Judgement;
}

@Injectable()
export class AmendmentsQueries {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async ofCompletion(completionId: string): Promise<Amendment[]> {
    return this.database.read(
      `SELECT a.id, a.decision, a.decided_on, a.authority, a.reason, a.completes, a.was, a.became, a.amended_at, u.name AS amended_by_name,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('day', h.day, 'part', h.part, 'mark', f.mark) ORDER BY h.during), '[]')
          FROM amended_attendance f JOIN half_days h ON h.id = f.half_day_id
          WHERE f.enrollment_id = a.enrollment_id AND f.position = a.position) AS attendance,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('number', m.number, 'name', m.name, 'attempt', f.attempt, 'mark', f.mark)
            ORDER BY m.number, f.attempt), '[]')
          FROM amended_marks f JOIN modules m ON m.id = f.module_id
          WHERE f.enrollment_id = a.enrollment_id AND f.position = a.position) AS marks,
         (SELECT jsonb_build_object('handedInOn', f.handed_in_on, 'mark', f.mark, 'decision', f.decision) FROM amended_essays f
          WHERE f.enrollment_id = a.enrollment_id AND f.position = a.position) AS essay
       FROM completion_amendments a LEFT JOIN accounts u ON u.id = a.amended_by
       WHERE a.completion_id = $1 ORDER BY a.position DESC`,
      [completionId],
    );
  }

  /** The facts a result is made of, one by one, as they count now. */
  async countedFacts(completionId: string, tx: Tx = this.database.reader): Promise<CountedFacts> {
    return tx.row(
      `SELECT coalesce(e.override IS NOT NULL, false) AS completes,
         (SELECT jsonb_build_object('handedInOn', y.handed_in_on, 'mark', y.mark, 'decision', y.decision) FROM (${essayOf('e')}) y) AS essay,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'day', y.day, 'part', y.part, 'mark', y.mark) ORDER BY y.during), '[]')
          FROM (${attendanceOf('e')}) y) AS half_days,
         (SELECT coalesce(jsonb_agg(jsonb_build_object('id', y.id, 'number', y.number, 'name', y.name, 'first', y.first, 'resit', y.resit)
            ORDER BY y.number), '[]') FROM (${modulesOf('e')}) y) AS modules
       FROM (SELECT c.enrollment_id AS id, c.class_id, c.judged_at AS at, ${override} FROM completions c WHERE c.id = $1) e`,
      [completionId],
    );
  }
}
