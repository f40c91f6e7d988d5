import { rowsRead } from '../../bench/rows-read';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { Builders } from '../builders';

const connections = 2;
const units = 300;

describe('who is below each unit', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start({ DATABASE_POOL: String(connections) })));
  afterAll(() => app.stop());

  it('is what is below each, and all units are gone through once', async () => {
    const { group } = await new Builders(app).organization();
    await app.sql(
      `WITH made AS (INSERT INTO units (code, kind) SELECT 'DV-' || n, 'base' FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT id, $1, '[2000-01-01,)' FROM made`,
      ...[group.id, units],
    );
    await app.sql('ANALYZE unit_parents');
    const database = app.get(Database);
    const pairs = (from: string) =>
      database.read<{ root: string; id: string }>(`SELECT root, id FROM ${from} ORDER BY root, id`);
    let found: unknown[] = [];
    const read = await rowsRead(database, connections, async () => {
      found = await pairs(`every_unit_below('2026-01-05')`);
    });
    expect(found.length).toBeGreaterThan(2 * units);
    expect(found).toEqual(
      await pairs(`(SELECT u.id AS root, b AS id FROM units u, units_below(u.id, '2026-01-05') b) each`),
    );
    expect(read.find(({ table }) => table === 'unit_parents')?.rows ?? 0).toBeLessThan(10 * units);
  });
});
