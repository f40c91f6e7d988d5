import { createRequire } from 'node:module';
import { configFrom } from './config';
import { Machine } from './machine';
import type { Clock } from './platform/clock';
import { openDatabase } from './platform/database/open-database';

/** Starts the web process, the worker, or both in one, as `PROCESS` says; unless it says, a {@link Machine} of them. The clock is the system's unless told. */
export async function startService(env: Readonly<Record<string, string | undefined>>, clock?: Clock): Promise<void> {
  const config = configFrom(env);
  const database = await openDatabase(config);
  if (!config.isProcessSaid) return new Machine(config, database).start();
  // Not before: whoever looks after the processes of a machine needs none of the application.
  const { serve } = createRequire(__filename)('./serve') as typeof import('./serve');
  await serve(config, database, clock);
}
