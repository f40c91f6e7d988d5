import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { examineBackup } from './examination';
import { writeBackup } from './platform/backups/backup-file';
import { oneTimeKey } from './platform/backups/backup-keys';
import { snapshotOf } from './platform/backups/snapshot';
import type { BackupPhase, BackupTask, MadeBackup, SaidOfBackup } from './operations/backups/maker';
import { failureOf } from './operations/backups/failures';
import { serviceVersion } from './version';

/** What is to be undone when this process is told to stop, or whoever started it is gone. */
const undo: (() => Promise<unknown>)[] = [];

const say = (said: SaidOfBackup) => process.send?.(said);

/** Copies a database into a file, then restores and examines that file; told what to do by the process that started it. */
async function make({ databaseUrl, path, takenAt, keys, examinedIn }: BackupTask): Promise<MadeBackup> {
  const tell = (phase: BackupPhase) => (done: number, total: number) => say({ progress: { phase, done, total } });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  undo.push(() => rm(`${path}.part`, { force: true }));
  const once = keys.recipients.length > 0 ? await oneTimeKey() : null;
  const sealing = once ? { ...keys, recipients: [...keys.recipients, once.recipient] } : keys;
  const about = { version: serviceVersion(), takenAt };
  const sha256 = await writeBackup(path, sealing, snapshotOf(databaseUrl, about, tell('copying')));
  const { contents, broken } = await examineBackup(
    { path, keys: once ? { ...keys, identity: once.identity } : keys, folder: examinedIn },
    (phase, done, total) => tell(phase)(done, total),
    (discard) => undo.push(discard),
  );
  return {
    sha256,
    bytes: (await stat(path)).size,
    rows: contents.end.rows,
    broken: Object.fromEntries(broken.map(({ invariant, ids }) => [invariant, ids.length])),
  };
}

async function stop(): Promise<void> {
  await Promise.allSettled(undo.map((step) => step()));
  process.exit(1);
}

process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());
// Ctrl-C reaches the whole group; whoever started us says when to stop.
process.on('SIGINT', () => {});
process.once('message', (task: BackupTask) => {
  make(task)
    .then((made) => say({ made }))
    .catch((error: unknown) => say({ failure: failureOf(error) }))
    .finally(() => process.disconnect());
});
