import { migrate } from './data-source';
import { EmbeddedCluster } from './embedded-cluster';

export interface OpenDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** As {@link openDatabase}, but joins the embedded PostgreSQL of a service that is running, and leaves it running. */
export async function borrowDatabase(settings: { databaseUrl: string | null; dataDir: string }): Promise<OpenDatabase> {
  const running = settings.databaseUrl ? null : await EmbeddedCluster.runningOn(settings.dataDir);
  return running ? { url: running, stop: async () => {} } : openDatabase(settings);
}

/** The database of the settings, or a PostgreSQL of our own in the data folder; migrated, ready to use. */
export async function openDatabase({
  databaseUrl,
  dataDir,
}: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<OpenDatabase> {
  const database = databaseUrl ? { url: databaseUrl, stop: async () => {} } : await EmbeddedCluster.start(dataDir);
  try {
    await migrate(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
