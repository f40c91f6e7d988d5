import { Injectable } from '@nestjs/common';
import type { CourseKind, Award } from '../courses/course.entity';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { TrainingRecord } from './training-record.entity';

/** A line in force, with what its course is today. */
export interface TrainingRecordItem extends TrainingRecord {
  readonly courseCode: string;
  readonly courseKind: CourseKind;
  readonly courseNameEn: string;
  /** What the course gives: the line's number is of that. */
  readonly award: Award;
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

const inForce = `FROM training_records r JOIN courses c ON c.id = r.course_id
  WHERE NOT EXISTS (SELECT 1 FROM training_records newer WHERE newer.supersedes_id = r.id)`;

@Injectable()
export class TrainingRecordsQueries {
  constructor(private readonly database: Database) {}

  /** What a person completed, the newest first; corrected lines are left out. */
  async ofPerson(personId: string): Promise<TrainingRecordItem[]> {
    return this.database.read(
      `SELECT r.id, r.person_id AS "personId", r.course_id AS "courseId", r.completion_id AS "completionId", r.holder_name AS "holderName",
              r.course_name AS "courseName", r.class_name AS "className", r.unit_name AS "unitName", r.position, r.started_on AS "startedOn",
              r.ended_on AS "endedOn", r.grade, r.award_number AS "awardNumber", r.theory_level AS "theoryLevel", r.valid_until AS "validUntil",
              r.recorded_at AS "recordedAt", r.supersedes_id AS "supersedesId",
              c.code AS "courseCode", c.kind AS "courseKind", c.name_en AS "courseNameEn", c.award
       ${inForce} AND r.person_id = $1 ORDER BY r.ended_on DESC, r.id`,
      [personId],
    );
  }

  /** Which courses these people completed: for "attended already?". */
  async completedCourses(personIds: readonly string[]): Promise<CompletedCourse[]> {
    return this.database.read(
      `SELECT r.id AS "recordId", r.person_id AS "personId", r.course_id AS "courseId", c.code AS "courseCode", r.ended_on AS "endedOn",
              r.award_number AS "awardNumber", r.valid_until AS "validUntil"
       ${inForce} AND r.person_id = ANY ($1::uuid[]) ORDER BY r.ended_on DESC, r.id`,
      [personIds],
    );
  }
}
