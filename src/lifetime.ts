import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenDatabase } from './platform/database/open-database';
import { type Deadlines, inTime } from './platform/deadlines';

/**
 * On Ctrl-C or `docker stop`: finish what is under way, then stop the database that is ours, then end. What is not
 * finished in time is cut off: it is found again by query, or its caller asks again.
 */
export function stopOnSignals(app: NestFastifyApplication, database: OpenDatabase, { stopSeconds }: Deadlines): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const isFinished = await inTime(stopSeconds, 'What is under way', app.close()).then(
      () => true,
      (error: unknown) => {
        console.error(`Stopped all the same: ${String(error)}`);
        return false;
      },
    );
    app.getHttpServer().closeAllConnections();
    await database.stop();
    process.exit(isFinished ? 0 : 1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
  // Part of a machine whose first process is gone: nobody would tell it to stop.
  process.on('disconnect', () => void stop());
}
