import { rm } from 'node:fs/promises';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { JournalSeals } from '../../platform/journal/journal-seals';
import type { Bilingual } from '../../platform/messages/words';
import { PlatformSettings } from '../../platform/settings';
import { backupActions } from './backups.words';
import { failureOf, interrupted, rulesBroken } from './failures';
import { BackupMaker, BackupNotMade, type BackupProgress, type MadeBackup } from './maker';

/** A backup whose making has begun. */
export interface BegunBackup {
  readonly id: string;
  readonly path: string;
  readonly takenAt: Date;
}

/** Who acts when nobody asked. */
export const clockwork = Actor.service('backup');

/** Who makes one says every second that it goes on; one that was silent for so long is dead. */
const tellMilliseconds = 1_000;
const deadAfter = `interval '2 minutes'`;

/** What becomes of a backup from its beginning on: made and examined by a process of its own, good or failed, kept or removed. */
@Injectable()
export class BackupRuns implements BeforeApplicationShutdown {
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly maker: BackupMaker,
    private readonly seals: JournalSeals,
    private readonly journal: Journal,
    private readonly settings: PlatformSettings,
    private readonly clock: Clock,
  ) {}

  /** Ends when the backup is good or has failed; no fault leaves it. */
  run(backup: BegunBackup): Promise<void> {
    this.underWay = this.make(backup).then(() => this.prune().catch(() => undefined));
    return this.underWay;
  }

  /** What a dead process left is no backup; what is due then is found again. */
  async giveUpDead(tx: Tx): Promise<void> {
    const [dead] = await tx.rows<{ id: string }>(
      `SELECT id FROM backups WHERE state = 'making' AND goes_on_at < now() - ${deadAfter} FOR UPDATE SKIP LOCKED`,
    );
    if (dead) await this.fail(tx, dead.id, interrupted);
  }

  /** One that has ended, as one of a dead process does, stays as it ended. */
  async fail(tx: Tx, id: string, failure: Bilingual): Promise<void> {
    const failed = await tx.execute(
      `UPDATE backups SET state = 'failed', ended_at = $2, failure = $3, phase = NULL WHERE id = $1 AND state IN ('requested', 'making')`,
      [id, this.clock.now(), failure],
    );
    if (failed === 0) return;
    await this.journal.write(tx, clockwork, { action: backupActions.failed, subject: { type: 'backup', id } });
  }

  private async make({ id, path, takenAt }: BegunBackup): Promise<void> {
    let progress: BackupProgress = { phase: 'copying', done: 0, total: 0 };
    const telling = setInterval(() => void this.goOn(id, progress), tellMilliseconds);
    try {
      // Lines that wait for their seal would pass for forgotten ones wherever the backup is looked at later.
      await this.seals.seal();
      const { databaseUrl, backups } = this.settings;
      const { keys, examinedIn } = backups;
      const task = { databaseUrl, path, takenAt: takenAt.toISOString(), keys, examinedIn };
      const made = await this.maker.make(task, (told) => (progress = told));
      const isKept = await this.database.inTransaction((tx) => this.finish(tx, id, made));
      if (!isKept) await rm(path, { force: true });
    } catch (error) {
      const sentence = error instanceof BackupNotMade ? error.sentence : failureOf(error);
      // Where not even this can be written, it is given up as one of a dead process.
      await this.database.inTransaction((tx) => this.fail(tx, id, sentence)).catch(() => undefined);
    } finally {
      clearInterval(telling);
    }
  }

  /** A word that is lost is made up for by the next. */
  private async goOn(id: string, { phase, done, total }: BackupProgress): Promise<void> {
    await this.database
      .read(
        `UPDATE backups SET phase = $2, done = $3, total = $4, goes_on_at = now() WHERE id = $1 AND state = 'making'`,
        [id, phase, done, total],
      )
      .catch(() => undefined);
  }

  /** @returns false for one that was given up meanwhile, though its process lived on */
  private async finish(tx: Tx, id: string, { bytes, sha256, rows, broken }: MadeBackup): Promise<boolean> {
    const codes = Object.entries(broken).map(([code, count]) => `${code}: ${count}`);
    const failure = codes.length > 0 ? rulesBroken(codes.join(', ')) : null;
    const action = failure ? backupActions.failed : backupActions.examined;
    const finished = await tx.execute(
      `UPDATE backups SET state = $2, ended_at = $3, bytes = $4, sha256 = $5, rows = $6, failure = $7, phase = NULL WHERE id = $1 AND state = 'making'`,
      [id, failure ? 'failed' : 'examined', this.clock.now(), bytes, sha256, rows, failure],
    );
    if (finished === 0) return false;
    const facts = { bytes, broken };
    await this.journal.write(tx, clockwork, { action, subject: { type: 'backup', id }, facts });
    return true;
  }

  /** Of the good ones the newest are kept, of those that failed the newest that has a file. */
  private async prune(): Promise<void> {
    const { folder, kept } = this.settings.backups;
    const beyond = await this.database.read<{ id: string; file: string }>(
      `SELECT id, file FROM (
         SELECT id, file, state, row_number() OVER (PARTITION BY state ORDER BY (bytes IS NOT NULL) DESC, taken_at DESC) AS place FROM backups
         WHERE state IN ('examined', 'failed') AND file IS NOT NULL AND removed_at IS NULL AND folder = $1) b
       WHERE place > CASE state WHEN 'examined' THEN $2 ELSE 1 END`,
      [folder, kept],
    );
    for (const { id, file } of beyond) {
      await rm(file, { force: true });
      await this.database.read(`UPDATE backups SET removed_at = $2 WHERE id = $1`, [id, this.clock.now()]);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.underWay;
  }
}
