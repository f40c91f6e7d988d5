import { createApplication } from './application';
import { failed } from './commands';
import { configFrom } from './config';
import { report } from './findings';
import { InvariantsService } from './invariants/invariants.service';
import { borrowDatabase } from './platform/database/open-database';

/** `npm run doctor`: holds I1–I10 and I12 against the database of the settings; exits 2 and names what breaks one. */
async function main(): Promise<number> {
  const config = configFrom({ ...process.env, PROCESS: 'web', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  const database = await borrowDatabase(config);
  try {
    const app = await createApplication({ config, databaseUrl: database.url });
    try {
      return report(await app.get(InvariantsService).examine());
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

main().then((code) => process.exit(code), failed);
