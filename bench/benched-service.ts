import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Client } from 'pg';
import { createApplication } from '../src/application';
import { type Config, configFrom } from '../src/config';
import { Stage } from '../demo/stage';
import { play } from '../demo/story';
import { MovableClock } from '../src/platform/clock';
import { type OpenDatabase, openDatabase } from '../src/platform/database/open-database';

/**
 * The real service, web and worker, on a database of its own: a PostgreSQL in a temporary folder, or, with
 * `DATABASE_URL`, a new database on that server. Either is gone afterwards.
 */
export class BenchedService {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: OpenDatabase,
    private readonly folder: string,
    private readonly clock: MovableClock,
    readonly config: Config,
    readonly url: string,
  ) {}

  /** @param settings environment variables, e.g. `{ PROCESS: 'web' }` to leave the jobs to others */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<BenchedService> {
    const folder = mkdtempSync(join(tmpdir(), 'training-bench-'));
    // As root the server runs as somebody else, who must be able to enter.
    chmodSync(folder, 0o755);
    const config = configFrom({
      LOG_LEVEL: 'silent',
      BACKUP_AT: 'never',
      ...process.env,
      PROCESS: 'both',
      DATA_DIR: join(folder, 'var'),
      PUBLIC_URL: 'http://localhost',
      ...settings,
    });
    let database: OpenDatabase | null = null;
    try {
      database = config.databaseUrl ? await databaseBeside(config.databaseUrl) : await openDatabase(config);
      const clock = new MovableClock();
      const app = await createApplication({ config, databaseUrl: database.url, clock });
      await app.listen(0, '127.0.0.1');
      return new BenchedService(app, database, folder, clock, config, await app.getUrl());
    } catch (error) {
      await database?.stop();
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
  }

  get databaseUrl(): string {
    return this.database.url;
  }

  get<T>(service: abstract new (...parts: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }

  /** Another new database on the same server. */
  async anotherDatabase(): Promise<OpenDatabase> {
    return databaseBeside(this.database.url);
  }

  /** Fills the database with the year of invented life that `npm run demo` shows. */
  async playDemo(): Promise<Stage> {
    const stage = new Stage(this.app, this.clock, () => {});
    await play(stage);
    return stage;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function databaseBeside(databaseUrl: string): Promise<OpenDatabase> {
  const name = `bench_${process.pid}_${Date.now()}`;
  const onServer = async (sql: string) => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  const stop = () => onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  try {
    const { url: opened } = await openDatabase({ databaseUrl: url.href, dataDir: '' });
    return { url: opened, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
