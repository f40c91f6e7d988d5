import { AlreadySetUp } from './accounts/first-administrator.refusals';
import { FirstAdministratorService } from './accounts/first-administrator.service';
import { setUpMessage } from './accounts/set-up-message';
import { createApplication } from './application';
import { failed } from './commands';
import { configFrom } from './config';
import { borrowDatabase } from './platform/database/open-database';

/** `npm run setup-link`: prints a new link for the first administrator; exits 1 once there is one. */
async function main(): Promise<void> {
  const config = configFrom({ ...process.env, PROCESS: 'web', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error' });
  const database = await borrowDatabase(config);
  try {
    const app = await createApplication({ config, databaseUrl: database.url });
    try {
      const link = await app.get(FirstAdministratorService).newLink();
      if (!link) throw new AlreadySetUp();
      console.log(setUpMessage(config.publicUrl, link));
    } finally {
      await app.close();
    }
  } finally {
    await database.stop();
  }
}

main().then(() => process.exit(0), failed);
