import { join } from 'node:path';
import { types } from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { lockConnection, unlockConnection } from './advisory-locks';
import { BoundedClient, boundsOf } from './bounded-client';
import type { Deadlines } from '../deadlines';
import { SnakeNaming } from './naming';
import { preparingClient } from './preparing-client';

const dateOid = 1082;
const bigintOid = 20;
// A `date` is a day, not a moment: it stays the text `YYYY-MM-DD`. Counts fit a number.
types.setTypeParser(dateOid, (text) => text);
types.setTypeParser(bigintOid, Number);

export interface DataSourceSettings {
  readonly url: string;
  readonly pool: number;
  readonly applicationName: string;
  /** Whether statements with parameters are parsed once a connection; not unless told. */
  readonly prepares?: boolean;
  /** How long is waited for a connection and for a statement; migrations take as long as they take. */
  readonly bounds?: Deadlines;
}

const root = join(__dirname, '..', '..', '..');

/** How the service and its commands reach PostgreSQL. Entities and migrations are found by their file names. */
export function dataSourceOptions({
  url,
  pool,
  applicationName,
  prepares = false,
  bounds,
}: DataSourceSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize: pool,
    applicationName,
    // Handed through to the pool of `pg`, which opens its connections with it.
    extra: { Client: prepares ? preparingClient() : BoundedClient, ...(bounds ? boundsOf(bounds) : {}) },
    namingStrategy: new SnakeNaming(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    entities: [join(root, 'src', '**', '*.entity.{js,ts}')],
    migrations: [join(root, 'migrations', '*.{js,ts}')],
    migrationsTableName: 'migrations',
    // Every migration stands alone: one that fails leaves the earlier ones in place.
    migrationsTransactionMode: 'each',
    synchronize: false,
    // Statements carry personal data, so none is logged; what fails is logged where it is caught.
    logging: false,
  };
}

export async function migrate(url: string): Promise<number> {
  // Migrations are plain SQL: they need no entities.
  const source = new DataSource({
    ...dataSourceOptions({ url, pool: 2, applicationName: 'migrate' }),
    entities: [],
  });
  await source.initialize();
  try {
    // Two processes starting at once take turns.
    const runner = source.createQueryRunner();
    await runner.query(`SELECT ${lockConnection("'migrations'")}`);
    try {
      return (await source.runMigrations()).length;
    } finally {
      await runner.query(`SELECT ${unlockConnection("'migrations'")}`);
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}
