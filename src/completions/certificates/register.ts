import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LetterheadsQueries } from '../../organization/letterheads.queries';
import type { Actor } from '../../platform/access/actor';
import { addMonths, Clock, type Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { Randomness } from '../../platform/randomness';
import type { Grade } from '../../training-records/training-record.labels';
import type { AwardGiven } from '../award';
import { certificateNumber } from './number';
import { Certificate } from './certificate.entity';
import { certificateActions } from './certificates.words';
import { newVerificationCode } from './verification-code';

export type CertificateAward = Extract<AwardGiven, { kind: 'certificate' }>;

export interface Holder {
  readonly completionId: string;
  readonly personId: string;
  readonly fullName: string;
}

export type IssuedCertificate = Pick<Certificate, 'completionId' | 'number' | 'validUntil'>;

/** What a completion lets a certificate say, in today's words. */
type CompletionWords = Pick<
  Certificate,
  'completionId' | 'address' | 'birthDate' | 'unitName' | 'courseName' | 'className' | 'startedOn' | 'endedOn' | 'grade'
>;

export type RegisterEvent = 'issued' | 'corrected' | 'replaced' | 'revoked' | 'reassigned';

/** Where a register stood after a line: written into the journal, so that nobody can write the register anew unnoticed. */
export interface RegisterHead {
  readonly series: string;
  readonly year: number;
  readonly position: number;
  readonly hash: string;
}

/**
 * Gives out certificate numbers and writes down what becomes of them. Whoever does holds the register's row until commit,
 * so that numbers, certificates and lines appear together or not at all: no gap, no repeat (I7). The lines are chained by
 * the database itself: each has the hash of the one before.
 */
@Injectable()
export class CertificateRegister {
  constructor(
    private readonly randomness: Randomness,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly letterheads: LetterheadsQueries,
  ) {}

  /** One certificate each, numbered in the order given; all of one class. */
  async issue(
    tx: Tx,
    actor: Actor,
    award: CertificateAward,
    issuedOn: Day,
    holders: readonly Holder[],
  ): Promise<IssuedCertificate[]> {
    if (holders.length === 0) return [];
    const said = await this.completionWords(
      tx,
      holders.map(({ completionId }) => completionId),
    );
    const letterhead = await this.letterheads.ofBloc('certificate', tx);
    // Civil Code 2015, articles 147 and 148: months run to the end of the corresponding day.
    const validUntil = award.validMonths === null ? null : addMonths(issuedOn, award.validMonths);
    const drafts = holders.map(({ completionId, personId, fullName: holderName }) => {
      const { words } = said.get(completionId)!;
      return { ...words, personId, holderName, issuedOn, validUntil, letterhead, replacesId: null };
    });
    const issued = await this.number(tx, award, drafts);
    const head = await this.enter(tx, actor, 'issued', ids(issued));
    const { classId } = said.get(holders[0]!.completionId)!;
    await this.journal.write(tx, actor, {
      action: certificateActions.issued,
      subject: { type: 'class', id: classId },
      classId,
      facts: { ...head, first: issued[0]!.number, count: issued.length },
    });
    return issued;
  }

  /** A certificate with a number of its own in place of another; it says the same, but for the grade given, and holds as long. */
  async issueAnew(
    tx: Tx,
    actor: Actor,
    award: CertificateAward,
    issuedOn: Day,
    old: Certificate,
    grade: Grade | null = old.grade,
  ): Promise<{ readonly certificate: Certificate; readonly head: RegisterHead }> {
    const { completionId, personId, holderName, address, birthDate, unitName, courseName, className } = old;
    const { startedOn, endedOn, validUntil } = old;
    const said = { holderName, address, birthDate, unitName, courseName, className, startedOn, endedOn, validUntil };
    const letterhead = await this.letterheads.ofBloc('certificate', tx);
    const drafts = [{ ...said, completionId, personId, grade, issuedOn, letterhead, replacesId: old.id }];
    const [certificate] = await this.number(tx, award, drafts);
    return { certificate: certificate!, head: await this.enter(tx, actor, 'issued', [certificate!.id]) };
  }

  /** Writes down what was done to certificates, as they stand after it. @returns where the register stands now */
  async enter(
    tx: Tx,
    actor: Actor,
    event: RegisterEvent,
    certificateIds: readonly string[],
    { reason = null, decision = null }: { readonly reason?: string | null; readonly decision?: string | null } = {},
  ): Promise<RegisterHead> {
    const lines = await tx.rows<RegisterHead>(
      `INSERT INTO certificate_register_lines (certificate_id, event, at, account_id, actor_name, reason, decision)
       SELECT t.id, $2, $3, $4, $5, $6, $7 FROM certificates t WHERE t.id = ANY ($1::uuid[]) ORDER BY t.series, t.year, t.sequence
       RETURNING series, year, position, encode(hash, 'hex') AS hash`,
      [certificateIds, event, this.clock.now(), actor.accountId, actor.name, reason, decision],
    );
    return lines.at(-1)!;
  }

  private async number(
    tx: Tx,
    { series, template }: CertificateAward,
    drafts: readonly Pick<Certificate, DraftColumn>[],
  ): Promise<Certificate[]> {
    const year = Number(drafts[0]!.issuedOn.slice(0, 4));
    const last = await this.lastSequence(tx, series, year);
    const issued = drafts.map((draft, index) => {
      const sequence = last + index + 1;
      return tx.create(Certificate, {
        ...draft,
        id: randomUUID(),
        series,
        year,
        sequence,
        number: certificateNumber(template, { sequence, year, series }),
        verificationCode: newVerificationCode(this.randomness),
        version: 1,
        state: 'issued',
        correctedOn: null,
        stateOn: null,
        stateReason: null,
        stateDecision: null,
        reopeningId: null,
      });
    });
    const columns = tx.columnsOf(Certificate);
    await tx.execute(
      `INSERT INTO certificates (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::certificates, $1::jsonb)`,
      [tx.asRows(Certificate, issued)],
    );
    await tx.execute(`UPDATE certificate_registers SET last_sequence = $3 WHERE series = $1 AND year = $2`, [
      series,
      year,
      last + issued.length,
    ]);
    return issued;
  }

  private async completionWords(
    tx: Tx,
    completionIds: readonly string[],
  ): Promise<Map<string, { classId: string; words: CompletionWords }>> {
    const rows = await tx.rows<CompletionWords & { classId: string }>(
      `SELECT c.id AS completion_id, c.class_id, c.grade, p.birth_date, address_of(p.standing) AS address, o.name_vi AS course_name,
              k.name AS class_name, k.opens_on AS started_on, k.closes_on AS ended_on, unit_name_on(e.unit_id, k.closes_on) AS unit_name
       FROM completions c JOIN enrollments e ON e.id = c.enrollment_id JOIN persons p ON p.id = c.person_id
       JOIN classes k ON k.id = c.class_id JOIN courses o ON o.id = k.course_id WHERE c.id = ANY ($1::uuid[])`,
      [completionIds],
    );
    return new Map(rows.map(({ classId, ...words }) => [words.completionId, { classId, words }]));
  }

  /** The last number given out; the row stays locked until the transaction ends. */
  protected async lastSequence(tx: Tx, series: string, year: number): Promise<number> {
    await tx.execute(`INSERT INTO certificate_registers (series, year) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      series,
      year,
    ]);
    const register = await tx.row<{ last: number }>(
      `SELECT last_sequence AS last FROM certificate_registers WHERE series = $1 AND year = $2 FOR UPDATE`,
      [series, year],
    );
    return register.last;
  }
}

type DraftColumn =
  keyof CompletionWords | 'personId' | 'holderName' | 'issuedOn' | 'validUntil' | 'letterhead' | 'replacesId';

const ids = (certificates: readonly Certificate[]) => certificates.map(({ id }) => id);
