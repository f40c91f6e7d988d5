import { Client, type ClientConfig } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source';
import { cloneDatabase } from './cluster/clone';

/** TypeORM asks about many tables at once on one connection, which `pg` deprecates: here they take turns. */
class TakingTurns extends Client {
  private before: Promise<unknown> = Promise.resolve();

  constructor(config?: ClientConfig) {
    super(config);
    const send = this.query.bind(this) as (...given: readonly unknown[]) => unknown;
    this.query = ((...given: readonly unknown[]) => {
      if (given.some((one) => typeof one === 'function')) return send(...given);
      const turn = this.before.then(() => send(...given));
      this.before = turn.catch(() => undefined);
      return turn;
    }) as Client['query'];
  }
}

describe('migrations', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const { url, drop: dropIt } = await cloneDatabase();
    drop = dropIt;
    const options = dataSourceOptions({ url, pool: 2, applicationName: 'spec' });
    source = new DataSource({ ...options, extra: { ...(options.extra as object), Client: TakingTurns } });
    await source.initialize();
  });
  afterEach(async () => {
    await source.destroy();
    await drop();
  });

  const tables = async () =>
    (
      await source.query<{ name: string }[]>(
        `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
      )
    ).map(({ name }) => name);

  it('agree with the entities: no column is missing, left over or of another type', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    // Constraints, indexes and defaults are the migrations' own: entities do not repeat them.
    const aboutColumns = upQueries
      .map(({ query }) => query)
      .filter((query) => /CREATE TABLE|ADD "|DROP COLUMN|TYPE|(SET|DROP) NOT NULL|RENAME/.test(query));
    expect(aboutColumns).toEqual([]);
  });

  it('notice an entity column that no migration made', async () => {
    await source.query('ALTER TABLE accounts DROP COLUMN locale');
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.some(({ query }) => query.includes('ADD "locale"'))).toBe(true);
  });

  it('go down to an empty database and up again to the same tables', async () => {
    const before = await tables();
    for (let left = source.migrations.length; left > 0; left -= 1) await source.undoLastMigration();
    expect(await tables()).toEqual(['migrations']);
    await source.runMigrations();
    expect(await tables()).toEqual(before);
  });

  it('name every constraint', async () => {
    const unnamed = await source.query<{ name: string }[]>(
      `SELECT conname AS name FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
       WHERE t.relnamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'u', 'x') AND conname ~ '_(fkey|check|key|excl)[0-9]*$'`,
    );
    expect(unnamed).toEqual([]);
  });
});
