import cluster from 'node:cluster';
import { FirstAdministratorService } from './accounts/first-administrator.service';
import { setUpMessage } from './accounts/set-up-message';
import { createApplication } from './application';
import type { Config } from './config';
import { stopOnSignals } from './lifetime';
import type { Clock } from './platform/clock';
import type { OpenDatabase } from './platform/database/open-database';
import { isFirstOfMachine } from './platform/surroundings/first-of-machine';

/**
 * One process of the service, alone or part of a machine. Unless it is the worker of a machine it answers pages, or health
 * checks and metrics; the last it says is where, and on an empty database who may begin.
 */
export async function serve(config: Config, database: OpenDatabase, clock?: Clock): Promise<void> {
  const app = await createApplication({ config, databaseUrl: database.url, ...(clock && { clock }) });
  stopOnSignals(app, database, config.deadlines);
  // Whoever calls the port of a machine is to reach a web process.
  if (cluster.isWorker && config.process === 'worker') return;
  await app.listen(config.port, config.host);

  if (!isFirstOfMachine()) return;
  const link = config.process === 'worker' ? null : await app.get(FirstAdministratorService).newLink();
  console.log(link ? setUpMessage(config.publicUrl, link) : `The service answers at ${config.publicUrl}`);
}
