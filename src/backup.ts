import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApplication } from './application';
import { failed } from './commands';
import { configFrom } from './config';
import { BackupsQueries } from './operations/backups/backups.queries';
import { BackupsService } from './operations/backups/backups.service';
import { borrowDatabase } from './platform/database/open-database';

/**
 * `npm run backup [-- --to FOLDER]`: makes a backup of the database of the settings, while the service runs or not, and
 * examines it. Exits 0 when it is good, 2 when it is none.
 */
async function main(): Promise<number> {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const config = configFrom({ ...process.env, PROCESS: 'web', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  const database = await borrowDatabase(config);
  try {
    const app = await createApplication({ config, databaseUrl: database.url });
    try {
      const folder = to ? resolve(to) : config.backups.folder;
      const id = await app.get(BackupsService, { strict: false }).makeNow(folder);
      const { state, file, bytes, rows, failure } = (await app.get(BackupsQueries, { strict: false }).backup(id))!;
      if (failure) console.error(`${failure.vi}\n${failure.en}`);
      if (state !== 'examined') return 2;
      const count = Object.values(rows ?? {}).reduce((sum, one) => sum + one, 0);
      console.log(
        `${file}\n${bytes} bytes, ${count} rows in ${Object.keys(rows ?? {}).length} tables; restored and examined: all invariants hold.`,
      );
      return 0;
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

main().then((code) => process.exit(code), failed);
