import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import type { Tx } from '../database/database';

interface Line {
  readonly id: number;
  readonly text: string;
}

const batch = 2_000;
/** A line as the text that is hashed: every column, in a fixed order. */
const lineText = `jsonb_build_array(l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.account_id, l.actor_name, l.action,
  l.subject_type, l.subject_id, l.unit_id, l.class_id, l.person_id, l.reason, l.facts)::text`;

/**
 * The hash chain over the journal: each seal is the hash of the seal before it and of its line. It is laid over
 * committed lines only, in the order of their transactions, so that writers do not queue for the head of the chain.
 */
@Injectable()
export class JournalSeals {
  constructor(private readonly database: Database) {}

  /** Seals what is committed and not sealed yet; returns how many lines. */
  async sealAll(): Promise<number> {
    for (let sealed = 0; ;) {
      const count = await this.database.inTransaction((tx) => this.sealBatch(tx));
      sealed += count;
      if (count < batch) return sealed;
    }
  }

  private async sealBatch(tx: Tx): Promise<number> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('journal_seals'))`);
    const lines: Line[] = await tx.query(
      `SELECT l.id, ${lineText} AS text FROM journal_lines l LEFT JOIN journal_seals s ON s.line_id = l.id
       WHERE s.line_id IS NULL AND l.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY l.transaction_id, l.id LIMIT $1`,
      [batch],
    );
    const [head]: { position: number; hash: string }[] = await tx.query(
      `SELECT position, encode(hash, 'hex') AS hash FROM journal_seals ORDER BY position DESC LIMIT 1`,
    );
    let hash = head?.hash ?? '';
    const hashes = lines.map(({ text }) => (hash = chained(hash, text)));
    const from = (head?.position ?? 0) + 1;
    await tx.query(
      `INSERT INTO journal_seals (position, line_id, hash)
       SELECT $1::bigint + n - 1, line_id, decode(hash, 'hex') FROM unnest($2::bigint[], $3::text[]) WITH ORDINALITY AS s (line_id, hash, n)`,
      [from, lines.map(({ id }) => id), hashes],
    );
    return lines.length;
  }

  /** The ids of lines whose seal does not fit: somebody changed a line, a seal, or their order. */
  async brokenLines(): Promise<number[]> {
    const broken: number[] = [];
    let hash = '';
    for (let position = 0; ;) {
      const sealed = await this.database.read<{ position: number; id: number; text: string | null; hash: string }>(
        `SELECT s.position, s.line_id AS id, ${lineText} AS text, encode(s.hash, 'hex') AS hash
         FROM journal_seals s LEFT JOIN journal_lines l ON l.id = s.line_id WHERE s.position > $1 ORDER BY s.position LIMIT $2`,
        [position, batch],
      );
      for (const seal of sealed) {
        const fits = seal.position === position + 1 && seal.hash === chained(hash, seal.text ?? '');
        if (!fits) broken.push(seal.id);
        ({ hash, position } = seal);
      }
      if (sealed.length < batch) return broken;
    }
  }
}

const chained = (previous: string, text: string) =>
  createHash('sha256').update(previous).update('\n').update(text).digest('hex');
