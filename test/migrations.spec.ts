import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source';
import { cloneDatabase } from './cluster/clone';

describe('migrations', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeEach(async () => {
    const { url, drop: dropIt } = await cloneDatabase();
    drop = dropIt;
    source = new DataSource(dataSourceOptions({ url, pool: 2, applicationName: 'spec' }));
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
