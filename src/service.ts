import { FirstAdministratorService } from './accounts/first-administrator.service';
import { setUpMessage } from './accounts/set-up-message';
import { createApplication } from './application';
import { configFrom } from './config';
import { stopOnSignals } from './lifetime';
import type { Clock } from './platform/clock';
import { openDatabase } from './platform/database/open-database';

/**
 * Starts the web process, the worker, or both (`PROCESS`). Every process answers health checks and metrics; the last it says
 * is where the service answers, and on an empty database who may begin. The clock is the system's unless told.
 */
export async function startService(env: Readonly<Record<string, string | undefined>>, clock?: Clock): Promise<void> {
  const config = configFrom(env);
  const database = await openDatabase(config);
  const app = await createApplication({ config, databaseUrl: database.url, ...(clock && { clock }) });
  stopOnSignals(app, database, config.deadlines);
  await app.listen(config.port, config.host);

  const link = config.process === 'worker' ? null : await app.get(FirstAdministratorService).newLink();
  console.log(link ? setUpMessage(config.publicUrl, link) : `The service answers at ${config.publicUrl}`);
}
