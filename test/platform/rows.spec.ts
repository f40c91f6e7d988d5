import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';

describe('what a statement answers', () => {
  let app: TestApp;
  let database: Database;

  beforeAll(async () => {
    app = await TestApp.start();
    database = app.get(Database);
    await app.sql('CREATE TABLE asked (some_id int PRIMARY KEY, held_on date)');
    await app.sql(`INSERT INTO asked SELECT n, '2026-01-05' FROM generate_series(1, 3) n`);
  });
  afterAll(() => app.stop());

  it('bears the names of code, in the order asked for, whether a column or an alias', async () => {
    const rows = await database.read(
      `SELECT held_on, some_id, some_id + 1 AS the_next_one, 'x' AS "asWritten", 2 AS year_2026 FROM asked WHERE some_id = 1`,
    );
    expect(rows).toEqual([{ heldOn: '2026-01-05', someId: 1, theNextOne: 2, asWritten: 'x', year_2026: 2 }]);
    expect(Object.keys(rows[0]!)).toEqual(['heldOn', 'someId', 'theNextOne', 'asWritten', 'year_2026']);
  });

  it('leaves alone what is inside a column', async () => {
    const [row] = await database.read(
      `SELECT to_jsonb(a) AS whole_row, ARRAY['some_id'] AS some_names, NULL AS no_thing FROM asked a WHERE some_id = 2`,
    );
    expect(row).toEqual({ wholeRow: { some_id: 2, held_on: '2026-01-05' }, someNames: ['some_id'], noThing: null });
  });

  it('is nothing when nothing is found', async () => {
    expect(await database.read('SELECT some_id FROM asked WHERE some_id = 9')).toEqual([]);
    await expect(database.reader.row('SELECT some_id FROM asked WHERE some_id = 9')).rejects.toThrow('answered none');
  });

  it.each([
    ['INSERT', `INSERT INTO asked VALUES (4, '2026-01-06') RETURNING some_id`],
    ['UPDATE', `UPDATE asked SET held_on = held_on + 1 WHERE some_id = 4 RETURNING some_id`],
    [
      'UPDATE under WITH',
      `WITH n AS (SELECT 4 AS n) UPDATE asked SET held_on = held_on + 1 FROM n WHERE some_id = n RETURNING some_id`,
    ],
    ['SELECT', `SELECT some_id FROM asked WHERE some_id = 4 FOR UPDATE`],
    ['DELETE', `DELETE FROM asked WHERE some_id = 4 RETURNING some_id`],
  ])('is rows or their count, as the caller wishes, to %s too', async (_, statement) => {
    expect(await database.tryOut((tx) => tx.rows(statement))).toEqual([{ someId: 4 }]);
    expect(await database.inTransaction((tx) => tx.execute(statement))).toBe(1);
  });
});
