import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import type { Actor } from '../../platform/access/actor';
import { sealsWith } from '../../platform/backups/backup-keys';
import type { BackupSettings } from '../../platform/backups/backup-settings';
import { Clock, zone } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { JobQueue } from '../../platform/jobs/job-queue';
import { RecurringLooks } from '../../platform/jobs/recurring-looks';
import { Journal } from '../../platform/journal/journal';
import { PlatformSettings } from '../../platform/settings';
import type { BackupState } from './backups.queries';
import { BackupUnderWay } from './backups.refusals';
import { backupActions } from './backups.words';
import { isDue, type LastBackup } from './due';
import { interrupted } from './failures';
import { makeBackups } from './job';
import { BackupRuns, type BegunBackup, clockwork } from './runs.service';

/** Asks for backups and begins what is due, one at a time. */
@Injectable()
export class BackupsService {
  private readonly settings: BackupSettings;

  constructor(
    private readonly database: Database,
    private readonly runs: BackupRuns,
    private readonly queue: JobQueue,
    private readonly looks: RecurringLooks,
    private readonly journal: Journal,
    private readonly clock: Clock,
    settings: PlatformSettings,
  ) {
    this.settings = settings.backups;
  }

  /** Asks for a backup now. @throws BackupUnderWay */
  async request(actor: Actor): Promise<string> {
    const id = await this.database.inTransaction((tx) => this.requestWith(tx, actor, this.settings.folder));
    await this.queue.add(makeBackups, {});
    return id;
  }

  /** Begins what was asked for or is due, and does not wait for it. */
  async beginDue(): Promise<void> {
    const begun = await this.database.inTransaction(async (tx) => {
      await this.runs.giveUpDead(tx);
      if (await this.isDueByTheClock(tx)) await this.requestWith(tx, clockwork, this.settings.folder);
      return this.begin(tx);
    });
    if (begun) void this.runs.run(begun);
  }

  /** Makes one at once and waits for it, for the command. @throws BackupUnderWay */
  async makeNow(folder: string): Promise<string> {
    const begun = await this.database.inTransaction(async (tx) => {
      await this.runs.giveUpDead(tx);
      await this.requestWith(tx, clockwork, folder);
      return this.begin(tx);
    });
    await this.runs.run(begun!);
    return begun!.id;
  }

  /** Writes into what was restored that it was; what was being made when its backup was taken ended there. */
  async noteRestored(takenAt: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [unfinished] = await tx.rows<{ id: string }>(
        `SELECT id FROM backups WHERE state IN ('requested', 'making') FOR UPDATE`,
      );
      if (unfinished) await this.runs.fail(tx, unfinished.id, interrupted);
      const subject = { type: 'backup', id: unfinished?.id ?? noBackup };
      await this.journal.write(tx, clockwork, { action: backupActions.restored, subject, facts: { takenAt } });
    });
  }

  private async requestWith(tx: Tx, actor: Actor, folder: string): Promise<string> {
    const [row] = await tx.rows<{ id: string }>(
      `INSERT INTO backups (state, requested_at, requested_by, folder) VALUES ('requested', $1, $2, $3)
       ON CONFLICT ((true)) WHERE state IN ('requested', 'making') DO NOTHING RETURNING id`,
      [this.clock.now(), actor.accountId, folder],
    );
    if (!row) throw new BackupUnderWay();
    const { id } = row;
    await this.journal.write(tx, actor, { action: backupActions.requested, subject: { type: 'backup', id } });
    return id;
  }

  /** Null when nothing was asked for, or another begins it. */
  private async begin(tx: Tx): Promise<BegunBackup | null> {
    const [asked] = await tx.rows<{ id: string; folder: string }>(
      `SELECT id, folder FROM backups WHERE state = 'requested' FOR UPDATE SKIP LOCKED`,
    );
    if (!asked) return null;
    const { id, folder } = asked;
    const takenAt = this.clock.now();
    const isSealed = sealsWith(this.settings.keys);
    const at = DateTime.fromJSDate(takenAt, { zone }).toFormat('yyyyMMdd-HHmm');
    const path = join(folder, `training-${at}-${id.slice(0, 8)}.tar.gz${isSealed ? '.age' : ''}`);
    await tx.execute(
      `UPDATE backups SET state = 'making', taken_at = $2, file = $3, sealed = $4, phase = 'copying', goes_on_at = now() WHERE id = $1`,
      [id, takenAt, path, isSealed],
    );
    return { id, path, takenAt };
  }

  private async isDueByTheClock(tx: Tx): Promise<boolean> {
    if (this.settings.at === null) return false;
    const [last] = await tx.rows<LastBackup & { state: BackupState }>(
      `SELECT state, requested_at, state = 'failed' AND bytes IS NULL AS has_failed FROM backups ORDER BY requested_at DESC, id LIMIT 1`,
    );
    if (last?.state === 'requested' || last?.state === 'making') return false;
    const now = this.clock.now();
    const since = (await this.looks.knownSince(makeBackups.name, tx)) ?? now;
    return isDue(now, this.settings.at, last ?? null, since);
  }
}

/** A restore that no row of a backup speaks of; in the journal it goes by this id. */
const noBackup = '5f0c8a52-6d0e-4b5e-9d7c-0a51c8d40002';
