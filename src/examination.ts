import { createApplication } from './application';
import { configFrom } from './config';
import { invariantCodes } from './invariants/invariants';
import { type Finding, InvariantsService } from './invariants/invariants.service';
import { MovableClock } from './platform/clock';
import type { BackupKeys } from './platform/backups/backup-keys';
import { type BackupContents, examineFile, restore } from './platform/backups/restoration';
import { EmbeddedCluster } from './platform/database/embedded-cluster';
import { append } from './platform/lists';

export interface Examination {
  readonly contents: BackupContents;
  /** What breaks an invariant in what was restored. */
  readonly broken: readonly Finding[];
}

export interface ExaminedFile {
  readonly path: string;
  readonly keys: BackupKeys;
  /** An empty folder, which is emptied again. */
  readonly folder: string;
}

export type ToldPhase = 'restoring' | 'examining';

/**
 * Restores a backup into a PostgreSQL of its own that holds nothing else, and has the doctor look at it as of the moment it
 * was taken. @param onStart is given what throws the server away, for whoever is stopped in the middle
 */
export async function examineBackup(
  { path, keys, folder }: ExaminedFile,
  tell: (phase: ToldPhase, done: number, total: number) => void,
  onStart: (discard: () => Promise<void>) => void = () => {},
): Promise<Examination> {
  const contents = await examineFile(path, keys);
  const cluster = await EmbeddedCluster.startEmpty(folder);
  onStart(() => cluster.discard());
  try {
    const restoration = { path, keys, contents, over: false };
    await restore(cluster.url, { ...restoration, tell: (done, total) => tell('restoring', done, total) });
    const clock = new MovableClock();
    clock.moveTo(new Date(contents.head.takenAt));
    const broken = await brokenIn(cluster.url, clock, (done) => tell('examining', done, invariantCodes.length));
    return { contents, broken };
  } finally {
    await cluster.discard();
  }
}

/** It sends nothing and works nothing off: what was due when the backup was taken is not this process's to do. */
async function brokenIn(databaseUrl: string, clock: MovableClock, tell: (done: number) => void): Promise<Finding[]> {
  const config = configFrom({ PROCESS: 'web', LOG_LEVEL: 'silent', DATABASE_POOL: '4', BACKUP_AT: 'never' });
  const app = await createApplication({ config, databaseUrl, clock });
  try {
    const findings: Finding[] = [];
    for (const [done, code] of invariantCodes.entries()) {
      tell(done);
      append(findings, await app.get(InvariantsService).examine([code]));
    }
    return findings.filter(({ broken }) => broken > 0);
  } finally {
    await app.close();
  }
}
