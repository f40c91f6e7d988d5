import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import type { Merging } from '../people/mergers/merged-parts';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { columnOf } from '../platform/database/naming';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import type { TrainingRecord } from './training-record.entity';
import { lastLineOf } from './training-records.queries';
import { recordActions } from './training-records.words';

/** What is to be recorded; the names are those of the day. */
export type NewTrainingRecord = Omit<
  TrainingRecord,
  'id' | 'kind' | 'awardRevokedOn' | 'recordedAt' | 'recordedBy' | 'reason' | 'withdrawn' | 'supersedesId'
>;

/** What a line should have said. What is left out stays as the line has it. */
export interface TrainingRecordCorrection {
  readonly recordId: string;
  readonly changes: Partial<
    Pick<
      TrainingRecord,
      | 'holderName'
      | 'courseName'
      | 'className'
      | 'unitName'
      | 'startedOn'
      | 'endedOn'
      | 'grade'
      | 'awardNumber'
      | 'issuedOn'
      | 'issuedBy'
      | 'theoryLevel'
      | 'validUntil'
      | 'awardRevokedOn'
    >
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

  /**
   * Writes lines in one statement. A completion has one line, so writing it again does nothing, unless it was withdrawn: then
   * a new one supersedes it.
   * @returns how many were new
   */
  async write(tx: Tx, actor: Actor, lines: readonly NewTrainingRecord[]): Promise<number> {
    if (lines.length === 0) return 0;
    const written = await tx.rows<Written>(
      `WITH written AS (
         INSERT INTO training_records (person_id, course_id, completion_id, holder_name, course_name, class_name, unit_name, position,
                                       started_on, ended_on, grade, award_number, issued_on, issued_by, theory_level, valid_until, recorded_at, recorded_by,
                                       supersedes_id, award_revoked_on)
         SELECT "personId", "courseId", "completionId", "holderName", "courseName", "className", "unitName", l.position,
                "startedOn", "endedOn", l.grade, "awardNumber", "issuedOn", "issuedBy", "theoryLevel", "validUntil", $2, $3,
                w.id, CASE WHEN "awardNumber" IS NULL THEN w.award_revoked_on END
         FROM jsonb_to_recordset($1::jsonb) AS l ("personId" uuid, "courseId" uuid, "completionId" uuid, "holderName" text, "courseName" text,
           "className" text, "unitName" text, position text, "startedOn" date, "endedOn" date, grade text, "awardNumber" text,
           "issuedOn" date, "issuedBy" text, "theoryLevel" text, "validUntil" date)
         LEFT JOIN LATERAL (SELECT r.id, r.award_revoked_on FROM ${lastLineOf('l."completionId"')} AND r.withdrawn) w ON true
         ON CONFLICT DO NOTHING RETURNING id, person_id)
       SELECT w.id, w.person_id, p.unit_id FROM written w JOIN persons p ON p.id = w.person_id`,
      [JSON.stringify(lines), this.clock.now(), actor.accountId],
    );
    await this.writeJournal(tx, actor, recordActions.written, written);
    return written.length;
  }

  /**
   * Corrects lines by new ones that supersede them: a diploma's number that arrived, a certificate issued anew. One that
   * was withdrawn counts again.
   */
  async correct(
    tx: Tx,
    actor: Actor,
    corrections: readonly TrainingRecordCorrection[],
    reason: string | null = null,
  ): Promise<void> {
    const lines = corrections.map(({ recordId, changes }) => ({ recordId, changes: { ...changes, withdrawn: false } }));
    await this.supersede(tx, { actor, reason, at: this.clock.now() }, recordActions.corrected, lines);
  }

  /** What a class led to turned out not to be so: lines that say it supersede these. */
  async withdraw(tx: Tx, actor: Actor, recordIds: readonly string[], reason: string): Promise<void> {
    const lines = recordIds.map((recordId) => ({ recordId, changes: { withdrawn: true } }));
    await this.supersede(tx, { actor, reason, at: this.clock.now() }, recordActions.withdrawn, lines);
  }

  /**
   * Lines of somebody who turned out to have another record: new ones, that supersede them or what stands for them by now,
   * say the same of that one.
   * @returns the ids of the new ones
   */
  async passOn(
    tx: Tx,
    merging: Pick<Merging, 'actor' | 'reason' | 'at'>,
    recordIds: readonly string[],
    toPersonId: string,
  ): Promise<string[]> {
    const lines = await tx.rows<{ id: string }>(
      `WITH RECURSIVE line AS (
         SELECT id FROM training_records WHERE id = ANY ($1::uuid[])
         UNION ALL SELECT newer.id FROM line JOIN training_records newer ON newer.supersedes_id = line.id)
       SELECT id FROM training_records_in_force JOIN line USING (id)`,
      [recordIds],
    );
    const changes = { personId: toPersonId };
    return this.supersede(
      tx,
      merging,
      recordActions.passed_on,
      lines.map(({ id: recordId }) => ({ recordId, changes })),
    );
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

  /** New lines say what those they supersede say, but for what changes. @returns their ids */
  private async supersede(
    tx: Tx,
    { actor, reason, at }: { readonly actor: Actor; readonly reason: string | null; readonly at: Date },
    action: Action,
    lines: readonly { readonly recordId: string; readonly changes: Partial<TrainingRecord> }[],
  ): Promise<string[]> {
    if (lines.length === 0) return [];
    const recorded = { recordedAt: at, recordedBy: actor.accountId, reason };
    const asked = lines.map(({ recordId, changes }) => {
      const said = Object.entries({ ...changes, ...recorded }).map(([name, value]) => [columnOf(name), value]);
      return { recordId, changes: Object.fromEntries(said) as object };
    });
    const written = await tx.rows<Written>(
      `WITH written AS (
         INSERT INTO training_records SELECT line.*
         FROM jsonb_to_recordset($1::jsonb) c ("recordId" uuid, changes jsonb) JOIN training_records r ON r.id = c."recordId"
         CROSS JOIN jsonb_populate_record(r, c.changes || jsonb_build_object('id', gen_random_uuid(), 'supersedes_id', r.id)) line
         RETURNING id, person_id)
       SELECT w.id, w.person_id, p.unit_id FROM written w JOIN persons p ON p.id = w.person_id`,
      [JSON.stringify(asked)],
    );
    await this.writeJournal(tx, actor, action, written);
    return written.map(({ id }) => id);
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
