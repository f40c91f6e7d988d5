import { Injectable } from '@nestjs/common';
import { ClassIsClosing } from '../../classes/classes.refusals';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, found } from '../../platform/problems/refusals';
import type { Grade } from '../../training-records/training-record.labels';
import { type TrainingRecordCorrection, TrainingRecordsService } from '../../training-records/training-records.service';
import { type CertificateAward, CertificateRegister, type RegisterHead } from './register';
import { Certificate, type CorrectableFacts } from './certificate.entity';
import { assertMayAmend } from './certificates.policy';
import { ClosingsQueries } from '../closings.queries';
import { AwardRuleMissing } from '../completions.refusals';
import { certificateActions } from './certificates.words';

export interface CertificateCorrection extends Partial<CorrectableFacts> {
  readonly reason: string;
  readonly decision?: string | undefined;
  /** The version the correction is made upon; left out, whatever is there is corrected. */
  readonly version?: number | undefined;
}

interface Why {
  readonly reason: string;
  readonly decision: string | null;
}

/** What becomes of a certificate after it was issued. Each step is a line of the register, chained to those before. */
@Injectable()
export class CertificatesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly register: CertificateRegister,
    private readonly closings: ClosingsQueries,
    private readonly records: TrainingRecordsService,
  ) {}

  /**
   * Something on it was written wrongly: a new version under the same number, and a line of the record that says the same.
   * @throws NotFound | NotAllowed | CertificateNotInForce | ClassIsClosing | ChangedMeanwhile | InvalidInput
   */
  async correct(
    actor: Actor,
    id: string,
    { reason, decision, version, ...facts }: CertificateCorrection,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const certificate = await this.load(tx, actor, id);
      if (version !== undefined && version !== certificate.version) throw new ChangedMeanwhile();
      const why = { reason, decision: decision ?? null };
      certificate.correct(facts, why.decision, this.clock.today());
      await tx.save(certificate);
      const head = await this.register.enter(tx, actor, 'corrected', [id], why);
      const { holderName, courseName, className, unitName, startedOn, endedOn, grade, issuedOn, validUntil } =
        certificate;
      const printed = { holderName, courseName, className, unitName, startedOn, endedOn, grade, issuedOn, validUntil };
      await this.correctRecord(tx, actor, certificate, printed, reason);
      await this.write(tx, actor, certificateActions.corrected, certificate, why, head);
    });
  }

  /**
   * It was lost or damaged: it gives way to one with the next number of today's register, which says the same.
   * @returns the id of the new one
   * @throws NotFound | NotAllowed | CertificateNotInForce | CertificateExpired | ClassIsClosing | AwardRuleMissing
   */
  async replace(actor: Actor, id: string, { reason }: { readonly reason: string }): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const old = await this.load(tx, actor, id);
      old.replace(reason, this.clock.today());
      const why = { reason, decision: null };
      const { id: newId, number, issuedOn } = await this.issueFor(tx, actor, old, await this.award(tx, old), why);
      await this.correctRecord(tx, actor, old, { awardNumber: number, issuedOn }, reason);
      return newId;
    });
  }

  /** What it says of the result is no longer so: it gives way to one of today with the grade that is. The record is its caller's. */
  async replaceWith(
    tx: Tx,
    actor: Actor,
    old: Certificate,
    award: CertificateAward,
    { grade, ...why }: Why & { readonly grade: Grade | null },
  ): Promise<Certificate> {
    old.giveWay(why.reason, why.decision, this.clock.today());
    return this.issueFor(tx, actor, old, award, why, grade);
  }

  /**
   * It should not have been given. The training record keeps the course and loses the certificate.
   * @throws NotFound | NotAllowed | CertificateNotInForce | ClassIsClosing
   */
  async revoke(actor: Actor, id: string, why: { readonly reason: string; readonly decision: string }): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const certificate = await this.load(tx, actor, id);
      await this.revokeWith(tx, actor, certificate, why);
      const gone = { awardNumber: null, issuedOn: null, validUntil: null, awardRevokedOn: certificate.stateOn };
      await this.correctRecord(tx, actor, certificate, gone, why.reason);
    });
  }

  /** The same while a result or a class changes; the record is its caller's. */
  async revokeWith(tx: Tx, actor: Actor, certificate: Certificate, why: Why): Promise<void> {
    certificate.revoke(why.reason, why.decision, this.clock.today());
    await tx.save(certificate);
    const head = await this.register.enter(tx, actor, 'revoked', [certificate.id], why);
    await this.write(tx, actor, certificateActions.revoked, certificate, why, head);
  }

  /** Enters one that gives way, and issues the next number in its place. */
  private async issueFor(
    tx: Tx,
    actor: Actor,
    old: Certificate,
    award: CertificateAward,
    why: Why,
    grade = old.grade,
  ): Promise<Certificate> {
    // Before the new one: a completion has one certificate in force.
    await tx.save(old);
    await this.register.enter(tx, actor, 'replaced', [old.id], why);
    const { certificate, head } = await this.register.issueAnew(tx, actor, award, this.clock.today(), old, grade);
    await this.write(tx, actor, certificateActions.replaced, old, why, head, { replacedById: certificate.id });
    return certificate;
  }

  /**
   * Its class is held first: one that is reopened at this moment revokes what is in force, and would miss what is issued beside
   * it. While one is closed there is no line of the record yet to say the same.
   */
  private async load(tx: Tx, actor: Actor, id: string): Promise<Certificate> {
    const [inClass] = await tx.rows<{ isClosing: boolean }>(
      `SELECT k.closing_since IS NOT NULL AND k.state <> 'closed' AS is_closing FROM certificates t JOIN completions c ON c.id = t.completion_id JOIN classes k ON k.id = c.class_id WHERE t.id = $1 FOR SHARE OF k`,
      [id],
    );
    const certificate = found(await tx.findOne(Certificate, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    assertMayAmend(actor, certificate);
    if (inClass?.isClosing) throw new ClassIsClosing();
    return certificate;
  }

  /** How certificates of its course are numbered today. */
  private async award(tx: Tx, { completionId }: Certificate): Promise<CertificateAward> {
    const row = await tx.row<{ courseId: string }>(
      `SELECT k.course_id FROM completions c JOIN classes k ON k.id = c.class_id WHERE c.id = $1`,
      [completionId],
    );
    const award = await this.closings.award(row.courseId, this.clock.now(), tx);
    if (award.kind !== 'certificate') throw new AwardRuleMissing();
    return award;
  }

  private async correctRecord(
    tx: Tx,
    actor: Actor,
    { completionId }: Certificate,
    changes: TrainingRecordCorrection['changes'],
    reason: string,
  ): Promise<void> {
    const lines = await tx.rows<{ id: string }>(`SELECT id FROM training_records_in_force WHERE completion_id = $1`, [
      completionId,
    ]);
    const corrections = lines.map(({ id: recordId }): TrainingRecordCorrection => ({ recordId, changes }));
    await this.records.correct(tx, actor, corrections, reason);
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, personId, completionId }: Certificate,
    { reason, decision }: Why,
    head: RegisterHead,
    facts: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const place = await tx.row<{ classId: string; unitId: string }>(
      `SELECT c.class_id, p.unit_id FROM completions c JOIN persons p ON p.id = c.person_id WHERE c.id = $1`,
      [completionId],
    );
    await this.journal.write(tx, actor, {
      action,
      subject: { type: 'certificate', id },
      ...place,
      personId,
      reason,
      facts: { ...facts, ...head, ...(decision ? { decision } : {}) },
    });
  }
}
