import { Injectable } from '@nestjs/common';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';

/** Certificates of a class that are not the office's alone any more, also those that were replaced or revoked since. */
export interface InHands {
  /** Printed or downloaded. */
  readonly handedOut: number;
  /** Their holders were told, by mail that left or inside the service. */
  readonly told: number;
}

/** What reopening a class takes back. */
export interface ToTakeBack extends InHands {
  readonly results: number;
  readonly certificates: number;
  /** Results a decision amended; what it said of the facts goes on counting. */
  readonly amended: number;
  /** Certificates with a grade a decision corrected, which is none of the result; it does not come back by itself. */
  readonly gradesCorrected: number;
  /** Diplomas the school has issued; they stay. */
  readonly diplomas: number;
}

export interface Reopening {
  readonly id: string;
  readonly reason: string;
  readonly decision: string | null;
  readonly decidedOn: Day | null;
  readonly authority: string | null;
  readonly reopenedAt: Date;
  readonly reopenedByName: string | null;
}

@Injectable()
export class ReopeningsQueries {
  constructor(private readonly database: Database) {}

  async toTakeBack(classId: string, tx: Tx = this.database.reader): Promise<ToTakeBack> {
    return tx.row(
      `SELECT count(*) AS results, count(t.id) AS certificates, coalesce(sum(g.handed_out), 0)::int AS handed_out,
         count(*) FILTER (WHERE g.given > 0 AND (EXISTS (SELECT FROM mail_messages m WHERE m.writer = 'results' AND m.about = c.id AND m.delivered_at IS NOT NULL)
           OR EXISTS (SELECT FROM notices n JOIN accounts a ON a.id = n.account_id
             WHERE a.person_id = c.person_id AND n.link = '/classes/' || c.class_id || '/completion'))) AS told,
         count(*) FILTER (WHERE EXISTS (SELECT FROM completion_amendments m WHERE m.completion_id = c.id)) AS amended,
         count(*) FILTER (WHERE r.id IS NOT NULL AND r.grade IS DISTINCT FROM c.grade) AS grades_corrected, count(d.number) AS diplomas
       FROM completions c LEFT JOIN certificates_in_force t ON t.completion_id = c.id
       CROSS JOIN LATERAL (SELECT count(*) AS given, count(h.certificate_id) AS handed_out
         FROM certificates y LEFT JOIN certificates_handed_out h ON h.certificate_id = y.id WHERE y.completion_id = c.id) g
       LEFT JOIN training_records_in_force r ON r.completion_id = c.id LEFT JOIN diplomas d ON d.enrollment_id = c.enrollment_id
       WHERE c.class_id = $1 AND c.closing_id IS NOT NULL`,
      [classId],
    );
  }

  /** The newest first. */
  async ofClass(classId: string): Promise<Reopening[]> {
    return this.database.read(
      `SELECT r.id, r.reason, r.decision, r.decided_on, r.authority, r.reopened_at, u.name AS reopened_by_name
       FROM class_reopenings r LEFT JOIN accounts u ON u.id = r.reopened_by WHERE r.class_id = $1 ORDER BY r.reopened_at DESC, r.id`,
      [classId],
    );
  }
}
