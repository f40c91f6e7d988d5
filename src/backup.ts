import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandConfig, inService, onDatabase, run } from './commands';
import { BackupsQueries } from './operations/backups/backups.queries';
import { BackupsService } from './operations/backups/backups.service';
import { rowsIn } from './platform/backups/snapshot';
import { borrowDatabase } from './platform/database/open-database';

/**
 * `npm run backup [-- --to FOLDER]`: makes a backup of the database of the settings, while the service runs or not, and
 * examines it. Exits 0 when it is good, 2 when it is none.
 */
run(async () => {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const config = commandConfig();
  return onDatabase(await borrowDatabase(config), (url) =>
    inService(config, url, async (app) => {
      const folder = to ? resolve(to) : config.backups.folder;
      const id = await app.get(BackupsService, { strict: false }).makeNow(folder);
      const { state, file, bytes, rows, failure } = (await app.get(BackupsQueries, { strict: false }).backup(id))!;
      if (failure) console.error(`${failure.vi}\n${failure.en}`);
      if (state !== 'examined') return 2;
      console.log(
        `${file}\n${bytes} bytes, ${rowsIn(rows!)} rows in ${Object.keys(rows!).length} tables; restored and examined: all invariants hold.`,
      );
      return 0;
    }),
  );
});
