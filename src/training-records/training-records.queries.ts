import { Injectable } from '@nestjs/common';
import type { CourseKind, Award } from '../courses/course.entity';
import type { Day } from '../platform/clock';
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

/** That somebody completed a course; the newest first when more than once. */
export interface CompletedCourse {
  readonly recordId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly endedOn: Day;
  readonly awardNumber: string | null;
  readonly validUntil: Day | null;
}

const item = `r.id, r.person_id AS "personId", r.kind, r.course_id AS "courseId", r.completion_id AS "completionId", r.holder_name AS "holderName",
  r.course_name AS "courseName", r.class_name AS "className", r.unit_name AS "unitName", r.position, r.started_on AS "startedOn",
  r.ended_on AS "endedOn", r.grade, r.award_number AS "awardNumber", r.theory_level AS "theoryLevel", r.valid_until AS "validUntil", r.award_revoked_on AS "awardRevokedOn",
  r.issued_on AS "issuedOn", r.issued_by AS "issuedBy", r.recorded_at AS "recordedAt", r.recorded_by AS "recordedBy", r.reason, r.withdrawn,
  r.supersedes_id AS "supersedesId", c.code AS "courseCode", c.kind AS "courseKind", c.name_en AS "courseNameEn",
  coalesce(c.award, CASE r.kind WHEN 'external_diploma' THEN 'diploma' ELSE 'none' END) AS award`;

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
       SELECT ${item}, a.name AS "recordedByName" FROM chain JOIN training_records r ON r.id = chain.id
       LEFT JOIN courses c ON c.id = r.course_id LEFT JOIN accounts a ON a.id = r.recorded_by ORDER BY chain.step DESC`,
      [id],
    );
  }

  /** Which courses these people completed: for "attended already?". */
  async completedCourses(personIds: readonly string[]): Promise<CompletedCourse[]> {
    return this.database.read(
      `SELECT r.id AS "recordId", r.person_id AS "personId", r.course_id AS "courseId", c.code AS "courseCode", r.ended_on AS "endedOn",
              r.award_number AS "awardNumber", r.valid_until AS "validUntil"
       FROM training_records_in_force r JOIN courses c ON c.id = r.course_id WHERE r.person_id = ANY ($1::uuid[]) ORDER BY r.ended_on DESC, r.id`,
      [personIds],
    );
  }
}
