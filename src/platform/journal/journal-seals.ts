import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { lockAlone } from '../database/advisory-locks';
import { type Broken, brokenInAll, brokenOf, findBroken } from '../database/broken';
import { Database } from '../database/database';
import type { Tx } from '../database/database';
import { JournalReadings, startOfJournal } from './journal-readings';

interface Line {
  readonly id: number;
  readonly text: string;
}

interface Sealing {
  readonly sealed: number;
  readonly isMore: boolean;
}

const reader = 'seals';
const batch = 2_000;
/** Sealing looks every minute; a line that waits for so long is waiting for nothing. */
const unsealedAtMostHours = 1;
const isUnsealed = `NOT EXISTS (SELECT FROM journal_seals s WHERE s.line_id = l.id)`;
/** A line as the text that is hashed: every column, in a fixed order. */
const lineText = `jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.account_id, l.actor_name, l.action,
  l.subject_type, l.subject_id, l.unit_id, l.class_id, l.person_id, l.reason, l.facts)::text`;

/**
 * The hash chain over the journal: each seal is the hash of the seal before it and of its line. It is laid over
 * committed lines only, in the order of their transactions, so that writers do not queue for the head of the chain.
 */
@Injectable()
export class JournalSeals {
  constructor(
    private readonly database: Database,
    private readonly readings: JournalReadings,
    private readonly clock: Clock,
  ) {}

  /**
   * Seals what is committed and not sealed yet, as far as so many batches reach.
   * @returns how many lines, and whether more are left
   */
  async seal(batches = Infinity): Promise<Sealing> {
    let sealed = 0;
    for (let left = batches; left > 0; left -= 1) {
      const done = await this.database.inTransaction((tx) => this.sealBatch(tx));
      sealed += done.sealed;
      if (!done.isMore) return { sealed, isMore: false };
    }
    return { sealed, isMore: true };
  }

  private async sealBatch(tx: Tx): Promise<Sealing> {
    await tx.execute(`SELECT ${lockAlone("'journal seals'")}`);
    const wanted = { columns: `l.id, ${lineText} AS text`, only: isUnsealed, count: batch };
    const next = await this.readings.next<Line>(tx, reader, wanted);
    if (!next) return this.sealRestored(tx);
    await this.chain(tx, next.lines);
    await this.readings.readUpTo(tx, reader, next.upTo);
    return { sealed: next.lines.length, isMore: next.isMore };
  }

  /**
   * The numbers of transactions are another server's, so what was not sealed there and has one that is still to come here is
   * sealed first; then sealing begins anew by the numbers of this server.
   */
  private async sealRestored(tx: Tx): Promise<Sealing> {
    const lines = await tx.rows<Line>(
      `SELECT l.id, ${lineText} AS text FROM journal_lines l
       WHERE l.transaction_id >= pg_snapshot_xmax(pg_current_snapshot()) AND ${isUnsealed} ORDER BY l.transaction_id, l.id LIMIT $1`,
      [batch],
    );
    await this.chain(tx, lines);
    if (lines.length < batch) await this.readings.readUpTo(tx, reader, startOfJournal);
    return { sealed: lines.length, isMore: true };
  }

  private async chain(tx: Tx, lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    // Where it once ended, even when that was cut off since: what is sealed from here on does not close the gap.
    const [head] = await tx.rows<{ position: number; hash: string }>(
      `SELECT position, encode(hash, 'hex') AS hash FROM (
         SELECT position, hash FROM journal_head UNION ALL (SELECT position, hash FROM journal_seals ORDER BY position DESC LIMIT 1)) ends
       ORDER BY position DESC LIMIT 1`,
    );
    let hash = head?.hash ?? '';
    const hashes = lines.map(({ text }) => (hash = chained(hash, text)));
    const from = (head?.position ?? 0) + 1;
    await tx.execute(
      `INSERT INTO journal_seals (position, line_id, hash)
       SELECT $1::bigint + n - 1, line_id, decode(hash, 'hex') FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS s (line_id, hash, n)`,
      [from, lines.map(({ id }) => id), hashes],
    );
    // Kept apart from the seals, so that cutting off both lines and seals shows.
    await tx.execute(
      `INSERT INTO journal_head (position, hash) VALUES ($1, decode($2, 'hex'))
       ON CONFLICT (is_one) DO UPDATE SET position = excluded.position, hash = excluded.hash`,
      [from + lines.length - 1, hash],
    );
  }

  /** Lines that should have been sealed long ago. */
  async unsealed(): Promise<Broken> {
    const since = new Date(this.clock.now().getTime() - unsealedAtMostHours * 3_600_000);
    return findBroken(
      this.database.reader,
      `SELECT 'journal line ' || l.id || ' is not sealed' AS id FROM journal_lines l WHERE l.at < $1 AND ${isUnsealed} ORDER BY l.id`,
      [since],
    );
  }

  /** An end of the journal that is not the one it once had. */
  async cutOff(): Promise<string[]> {
    const ends = await this.database.read<{ position: number }>(
      `SELECT coalesce(h.position, 0) AS position FROM journal_head h
       FULL JOIN (SELECT position, hash FROM journal_seals ORDER BY position DESC LIMIT 1) s ON s.position = h.position AND s.hash = h.hash
       WHERE s.position IS NULL OR h.position IS NULL LIMIT 1`,
    );
    return ends.map(({ position }) => `the journal does not end at its seal ${position}`);
  }

  /** Lines whose seal does not fit: somebody changed a line, a seal, or their order. */
  async brokenLines(): Promise<Broken> {
    let found = brokenOf([]);
    let hash = '';
    for (let position = 0; ;) {
      const sealed = await this.database.read<{ position: number; id: number; text: string | null; hash: string }>(
        `SELECT s.position, s.line_id AS id, ${lineText} AS text, encode(s.hash, 'hex') AS hash
         FROM journal_seals s LEFT JOIN journal_lines l ON l.id = s.line_id WHERE s.position > $1 ORDER BY s.position LIMIT $2`,
        [position, batch],
      );
      const broken: string[] = [];
      for (const seal of sealed) {
        const fits = seal.position === position + 1 && seal.hash === chained(hash, seal.text ?? '');
        if (!fits) broken.push(`journal line ${seal.id}`);
        ({ hash, position } = seal);
      }
      found = brokenInAll([found, brokenOf(broken)]);
      if (sealed.length < batch) return found;
    }
  }
}

const chained = (previous: string, text: string) =>
  createHash('sha256').update(previous).update('\n').update(text).digest('hex');
