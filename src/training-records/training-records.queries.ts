import { Injectable } from '@nestjs/common';
import type { CourseKind, Award } from '../courses/course.entity';
import { Database, type Tx } from '../platform/database/database';
import type { TrainingRecord } from './training-record.entity';

/** A line in force, with what its course is today. */
export interface TrainingRecordItem extends TrainingRecord {
  /** Null, as the two after it, for what was learned elsewhere. */
  readonly courseCode: string | null;
  readonly courseKind: CourseKind | null;
  readonly courseNameEn: string | null;
  /** What the course gives: the line's number is of that. */
  readonly award: Award;
}

/** A line as it once stood or stands, and who wrote it. */
export interface RecordVersion extends TrainingRecordItem {
  readonly recordedByName: string | null;
}

/** Whether a certificate of the Bloc says what the line says: what is printed on it is corrected there. */
export const standsOnCertificate = ({ kind, award, awardNumber }: TrainingRecordItem): boolean =>
  kind === 'completion' && award === 'certificate' && awardNumber !== null;

const item = `r.id, r.person_id, r.kind, r.course_id, r.completion_id, r.holder_name,
  r.course_name, r.class_name, r.unit_name, r.position, r.started_on,
  r.ended_on, r.grade, r.award_number, r.theory_level, r.valid_until, r.award_revoked_on,
  r.issued_on, r.issued_by, r.recorded_at, r.recorded_by, r.reason, r.withdrawn,
  r.supersedes_id, c.code AS course_code, c.kind AS course_kind, c.name_en AS course_name_en,
  coalesce(c.award, CASE r.kind WHEN 'external_diploma' THEN 'diploma' ELSE 'none' END) AS award`;

/** What stands behind FROM for the line a completion has by now; it may say that it was withdrawn. */
export const lastLineOf = (completionId: string): string =>
  `training_records r WHERE r.completion_id = ${completionId}
     AND NOT EXISTS (SELECT 1 FROM training_records newer WHERE newer.supersedes_id = r.id)`;

@Injectable()
export class TrainingRecordsQueries {
  constructor(private readonly database: Database) {}

  /** What a person completed, the newest first; corrected lines are left out. */
  async ofPerson(personId: string, tx?: Tx): Promise<TrainingRecordItem[]> {
    return this.database.read(
      `SELECT ${item} FROM training_records_in_force r LEFT JOIN courses c ON c.id = r.course_id
       WHERE r.person_id = $1 ORDER BY r.ended_on DESC, r.id`,
      [personId],
      tx,
    );
  }

  /** Every version of a line, the newest first, whichever of them is named; empty when there is none. */
  async versions(id: string): Promise<RecordVersion[]> {
    return this.database.read(
      `WITH RECURSIVE older (id, supersedes_id) AS (
         SELECT id, supersedes_id FROM training_records WHERE id = $1
         UNION ALL SELECT r.id, r.supersedes_id FROM training_records r JOIN older o ON r.id = o.supersedes_id
       ), chain (id, step) AS (
         SELECT id, 0 FROM older WHERE supersedes_id IS NULL
         UNION ALL SELECT r.id, chain.step + 1 FROM training_records r JOIN chain ON r.supersedes_id = chain.id
       )
       SELECT ${item}, a.name AS recorded_by_name FROM chain JOIN training_records r ON r.id = chain.id
       LEFT JOIN courses c ON c.id = r.course_id LEFT JOIN accounts a ON a.id = r.recorded_by ORDER BY chain.step DESC`,
      [id],
    );
  }
}
