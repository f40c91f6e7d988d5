import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Merging } from '../people/mergers/merged-parts';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import type { TrainingRecord } from './training-record.entity';
import { recordActions } from './training-records.words';

/** What is to be recorded; the names are those of the day. */
export type NewTrainingRecord = Omit<
  TrainingRecord,
  | 'id'
  | 'kind'
  | 'awardRevokedOn'
  | 'issuedOn'
  | 'issuedBy'
  | 'recordedAt'
  | 'recordedBy'
  | 'reason'
  | 'withdrawn'
  | 'supersedesId'
>;

/** What a line should have said. What is left out stays as the line has it. */
export interface TrainingRecordCorrection {
  readonly recordId: string;
  readonly changes: Partial<
    Pick<TrainingRecord, 'grade' | 'awardNumber' | 'theoryLevel' | 'validUntil' | 'awardRevokedOn'>
  >;
}

interface Written {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
}

/** The ledger is written by what completes a class; nobody edits it. */
@Injectable()
export class TrainingRecordsService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Writes lines in one statement. A completion has one line, so writing it again does nothing. @returns how many were new */
  async write(tx: Tx, actor: Actor, lines: readonly NewTrainingRecord[]): Promise<number> {
    if (lines.length === 0) return 0;
    const written = await tx.rows<Written>(
      `WITH written AS (
         INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, position,
                                       started_on, ended_on, grade, award_number, theory_level, valid_until, recorded_at, recorded_by)
         SELECT "personId", "courseId", "completionId", "holderName", "courseName", "className", "unitName", position,
                "startedOn", "endedOn", grade, "awardNumber", "theoryLevel", "validUntil", $2, $3
         FROM jsonb_to_recordset($1::jsonb) AS l ("personId" uuid, "courseId" uuid, "completionId" uuid, "holderName" text, "courseName" text,
           "className" text, "unitName" text, position text, "startedOn" date, "endedOn" date, grade text, "awardNumber" text,
           "theoryLevel" text, "validUntil" date)
         ON CONFLICT (completion_id) WHERE supersedes_id IS NULL DO NOTHING RETURNING id, person_id)
       SELECT w.id, w.person_id, p.unit_id FROM written w JOIN persons p ON p.id = w.person_id`,
      [JSON.stringify(lines), this.clock.now(), actor.accountId],
    );
    await this.writeJournal(tx, actor, recordActions.written, written);
    return written.length;
  }

  /** Corrects lines by new ones that supersede them: a diploma's number that arrived, a certificate issued anew. */
  async correct(tx: Tx, actor: Actor, corrections: readonly TrainingRecordCorrection[]): Promise<void> {
    if (corrections.length === 0) return;
    const written = await tx.rows<Written>(
      `WITH written AS (
         INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, position,
                                       started_on, ended_on, grade, award_number, theory_level, valid_until, award_revoked_on, kind, issued_on, issued_by, recorded_at, recorded_by, supersedes_id)
         SELECT r.person_id, r.course_id, r.completion_id, r.holder_name, r.course_name, r.class_name, r.unit_name, r.position, r.started_on, r.ended_on,
                CASE WHEN c.changes ? 'grade' THEN c.changes ->> 'grade' ELSE r.grade END,
                CASE WHEN c.changes ? 'awardNumber' THEN c.changes ->> 'awardNumber' ELSE r.award_number END,
                CASE WHEN c.changes ? 'theoryLevel' THEN c.changes ->> 'theoryLevel' ELSE r.theory_level END,
                CASE WHEN c.changes ? 'validUntil' THEN (c.changes ->> 'validUntil')::date ELSE r.valid_until END,
                CASE WHEN c.changes ? 'awardRevokedOn' THEN (c.changes ->> 'awardRevokedOn')::date ELSE r.award_revoked_on END,
                r.kind, r.issued_on, r.issued_by, $2, $3, r.id
         FROM jsonb_to_recordset($1::jsonb) AS c ("recordId" uuid, changes jsonb) JOIN training_records r ON r.id = c."recordId"
         RETURNING id, person_id)
       SELECT w.id, w.person_id, p.unit_id FROM written w JOIN persons p ON p.id = w.person_id`,
      [JSON.stringify(corrections), this.clock.now(), actor.accountId],
    );
    await this.writeJournal(tx, actor, recordActions.corrected, written);
  }

  /**
   * Lines of somebody who turned out to have another record: new ones, that supersede them or what stands for them by now,
   * say the same of that one.
   * @returns the ids of the new ones
   */
  async passOn(
    tx: Tx,
    { actor, reason, at }: Pick<Merging, 'actor' | 'reason' | 'at'>,
    recordIds: readonly string[],
    toPersonId: string,
  ): Promise<string[]> {
    const written = await tx.rows<Written>(
      `WITH RECURSIVE line AS (
         SELECT id FROM training_records WHERE id = ANY ($1::uuid[])
         UNION ALL SELECT newer.id FROM line JOIN training_records newer ON newer.supersedes_id = line.id),
       written AS (
         INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, position, started_on, ended_on,
                                       grade, award_number, theory_level, valid_until, award_revoked_on, kind, issued_on, issued_by, recorded_at, recorded_by, reason, supersedes_id)
         SELECT $2, r.course_id, r.completion_id, r.holder_name, r.course_name, r.class_name, r.unit_name, r.position, r.started_on, r.ended_on,
                r.grade, r.award_number, r.theory_level, r.valid_until, r.award_revoked_on, r.kind, r.issued_on, r.issued_by, $3, $4, $5, r.id
         FROM training_records_in_force r JOIN line ON line.id = r.id
         RETURNING id, person_id)
       SELECT w.id, w.person_id, p.unit_id FROM written w JOIN persons p ON p.id = w.person_id`,
      [recordIds, toPersonId, at, actor.accountId, reason],
    );
    await this.writeJournal(tx, actor, recordActions.passed_on, written);
    return written.map(({ id }) => id);
  }

  /** Whose lines were written or corrected since. One that was only passed on says nothing new. */
  async changedSince(tx: Tx, personIds: readonly string[], since: Date): Promise<string[]> {
    const rows = await tx.rows<{ holder: string }>(
      `WITH RECURSIVE line AS (
         SELECT id, person_id, supersedes_id, person_id AS holder FROM training_records_in_force
         WHERE person_id = ANY ($1::uuid[]) AND recorded_at > $2
         UNION ALL SELECT older.id, older.person_id, older.supersedes_id, line.holder
         FROM line JOIN training_records older ON older.id = line.supersedes_id WHERE older.recorded_at > $2)
       SELECT DISTINCT line.holder FROM line LEFT JOIN training_records older ON older.id = line.supersedes_id
       WHERE older.id IS NULL OR older.person_id = line.person_id`,
      [personIds, since],
    );
    return rows.map(({ holder }) => holder);
  }

  private async writeJournal(tx: Tx, actor: Actor, action: Action, written: readonly Written[]): Promise<void> {
    await this.journal.write(
      tx,
      actor,
      ...written.map(({ id, personId, unitId }) => ({
        action,
        subject: { type: 'training_record', id },
        personId,
        unitId,
      })),
    );
  }
}
