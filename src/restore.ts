import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApplication } from './application';
import { failed } from './commands';
import { type Config, configFrom } from './config';
import { report } from './findings';
import { InvariantsService } from './invariants/invariants.service';
import { BackupsService } from './operations/backups/backups.service';
import { JournalSeals } from './platform/journal/journal-seals';
import { examineFile, restore } from './platform/backups/restoration';
import { migrate } from './platform/database/data-source';
import { EmbeddedCluster } from './platform/database/embedded-cluster';

/**
 * `npm run restore -- FILE [--into ADDRESS-OR-FOLDER] [--over]`: fills an empty database from a backup – that of the settings
 * unless told –, brings it to this version and holds the invariants against it. Exits 0 when all hold, 2 when one does not.
 */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { into: { type: 'string' }, over: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error('npm run restore -- FILE [--into postgres://… | --into FOLDER] [--over]');
    return 1;
  }
  const config = configFrom({
    ...process.env,
    ...(values.into ? targetOf(values.into) : {}),
    PROCESS: 'web',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error',
  });
  const path = resolve(file);
  const { keys } = config.backups;
  const contents = await examineFile(path, keys);
  const database = await targetDatabase(config);
  try {
    await restore(database.url, { path, keys, contents, over: values.over });
    await migrate(database.url);
    const app = await createApplication({ config, databaseUrl: database.url });
    try {
      await app.get(BackupsService, { strict: false }).noteRestored(contents.head.takenAt);
      await app.get(JournalSeals, { strict: false }).sealAll();
      const rows = Object.values(contents.end.rows).reduce((sum, count) => sum + count, 0);
      console.log(`Restored ${rows} rows as of ${contents.head.takenAt}.`);
      return report(await app.get(InvariantsService).examine());
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

const targetOf = (into: string) =>
  /^postgres(?:ql)?:/.test(into) ? { DATABASE_URL: into } : { DATABASE_URL: '', DATA_DIR: into };

/** As it is, not brought to this version yet; a PostgreSQL of our own is ours alone, or the service that runs there is told of. */
async function targetDatabase({ databaseUrl, dataDir }: Config): Promise<{ url: string; stop(): Promise<void> }> {
  return databaseUrl ? { url: databaseUrl, stop: async () => {} } : EmbeddedCluster.start(dataDir);
}

main().then((code) => process.exit(code), failed);
