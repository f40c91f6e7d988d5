import { chmodSync, existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/data-source';
import { EmbeddedCluster } from '../../src/platform/database/embedded-cluster';
import { notTried, type Programs } from '../programs.cjs';

declare global {
  var testCluster:
    { readonly cluster: EmbeddedCluster; readonly folder: string; readonly notTried: string | null } | undefined;
}

const inMemory = '/dev/shm';

/** In memory where the system lends enough of it: each spec copies a thousand files, which a throttled disk takes most of a second for. */
function whereFilesAreQuick(): string {
  if (!existsSync(inMemory)) return tmpdir();
  const { bavail, bsize } = statfsSync(inMemory);
  return bavail * bsize >= 4 * 1024 ** 3 ? inMemory : tmpdir();
}

/** One PostgreSQL for the whole run, with one migrated database that every spec clones. @throws Error when CI lacks a program */
export default async function start(_: unknown, { globals }: { globals: { programs: Programs } }): Promise<void> {
  const untried = notTried(globals.programs, ['1', 'true'].includes(process.env['CI'] ?? ''));
  const folder = mkdtempSync(join(whereFilesAreQuick(), 'training-test-'));
  // As root the server runs as somebody else, who must be able to enter.
  chmodSync(folder, 0o755);
  const cluster = await EmbeddedCluster.start(join(folder, 'var'), false);
  await migrate(cluster.url);
  const root = new URL(cluster.url);
  root.pathname = '/postgres';
  const client = new Client({ connectionString: root.href });
  await client.connect();
  await client.query('ALTER DATABASE training RENAME TO training_template');
  await client.end();
  process.env['TEST_CLUSTER_URL'] = root.href;
  globalThis.testCluster = { cluster, folder, notTried: untried };
}
