import { rowsRead } from '../../bench/rows-read';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { Builders } from '../builders';

const connections = 2;
const units = 300;

describe('who is below a unit', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start({ DATABASE_POOL: String(connections) })));
  afterAll(() => app.stop());

  it('is looked up, however many others there are', async () => {
    const { group } = await new Builders(app).organization();
    await app.sql(
      `WITH made AS (INSERT INTO units (code, kind) SELECT 'DV-' || n, 'base' FROM generate_series(1, $2::int) n RETURNING id)
       INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT id, $1, '[2000-01-01,)' FROM made`,
      ...[group.id, units],
    );
    await app.sql('ANALYZE unit_parents');
    const database = app.get(Database);
    let below = 0;
    const read = await rowsRead(database, connections, async () => {
      const found = await database.read(
        `SELECT FROM units u, units_below(u.id, '2026-01-05') WHERE u.code LIKE 'DV-%'`,
      );
      below = found.length;
    });
    expect(below).toBe(units);
    expect(read.find(({ table }) => table === 'unit_parents')?.rows ?? 0).toBeLessThan(10 * units);
  });
});
