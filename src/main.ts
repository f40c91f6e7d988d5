import { createApplication } from './application';
import { FirstAdministratorService } from './accounts/first-administrator.service';
import { setUpMessage } from './accounts/set-up-message';
import { failed } from './commands';
import { configFrom } from './config';
import { stopOnSignals } from './lifetime';
import { openDatabase } from './platform/database/open-database';

/** Boots the web process, the worker, or both (`PROCESS`). Every process answers health checks and metrics. */
async function main(): Promise<void> {
  const config = configFrom(process.env);
  const database = await openDatabase(config);
  const app = await createApplication({ config, databaseUrl: database.url });
  stopOnSignals(app, database, config.deadlines);
  await app.listen(config.port, config.host);

  const link = config.process === 'worker' ? null : await app.get(FirstAdministratorService).newLink();
  console.log(link ? setUpMessage(config.publicUrl, link) : `The service answers at ${config.publicUrl}`);
}

main().catch(failed);
