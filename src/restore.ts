import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandConfig, inService, onDatabase, run } from './commands';
import type { Config } from './config';
import { report } from './findings';
import { InvariantsService } from './invariants/invariants.service';
import { BackupsService } from './operations/backups/backups.service';
import { JournalSeals } from './platform/journal/journal-seals';
import { examineFile, restore } from './platform/backups/restoration';
import { rowsIn } from './platform/backups/snapshot';
import { migrate } from './platform/database/data-source';
import { EmbeddedCluster } from './platform/database/embedded-cluster';
import type { OpenDatabase } from './platform/database/open-database';

const targetOf = (into: string) =>
  /^postgres(?:ql)?:/.test(into) ? { DATABASE_URL: into } : { DATABASE_URL: '', DATA_DIR: into };

/** As it is, not brought to this version yet; a PostgreSQL of our own is ours alone, or the service that runs there is told of. */
async function targetDatabase({ databaseUrl, dataDir }: Config): Promise<OpenDatabase> {
  return databaseUrl ? { url: databaseUrl, stop: async () => {} } : EmbeddedCluster.start(dataDir);
}

/**
 * `npm run restore -- FILE [--into ADDRESS-OR-FOLDER] [--over]`: fills an empty database from a backup – that of the settings
 * unless told –, brings it to this version and holds the invariants against it. Exits 0 when all hold, 2 when one does not.
 */
run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { into: { type: 'string' }, over: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0) {
    console.error('npm run restore -- FILE [--into postgres://… | --into FOLDER] [--over]');
    return 1;
  }
  const config = commandConfig(values.into ? targetOf(values.into) : {});
  const path = resolve(file);
  const { keys } = config.backups;
  const contents = await examineFile(path, keys);
  return onDatabase(await targetDatabase(config), async (url) => {
    await restore(url, { path, keys, contents, over: values.over });
    await migrate(url);
    return inService(config, url, async (app) => {
      await app.get(BackupsService, { strict: false }).noteRestored(contents.head.takenAt);
      await app.get(JournalSeals, { strict: false }).seal();
      console.log(`Restored ${rowsIn(contents.end.rows)} rows as of ${contents.head.takenAt}.`);
      return report(await app.get(InvariantsService).examine());
    });
  });
});
