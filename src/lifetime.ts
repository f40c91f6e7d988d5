import type { INestApplicationContext } from '@nestjs/common';
import type { OpenDatabase } from './platform/database/open-database';

/** On Ctrl-C or `docker stop`: finish what is under way, then stop the database that is ours, then end. */
export function stopOnSignals(app: INestApplicationContext, database: OpenDatabase): void {
  const stop = () => {
    void app
      .close()
      .finally(() => database.stop())
      .finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}
