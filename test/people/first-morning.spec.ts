import { Client } from 'pg';
import { TestApp } from '../app';
import { Builders } from '../builders';

/** Of people entered in one go. */
const many = 4_000;

describe('a roster of the first morning', () => {
  let app: TestApp;
  let client: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await app.stop();
  });

  it('looks for who is alike by name, though nobody has counted yet how many people there are', async () => {
    const { id } = await new Builders(app).unit();
    await client.query('ALTER TABLE persons SET (autovacuum_enabled = off)');
    const enter = (from: number, count: number) =>
      client.query(
        `INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, position, key_cadre, planned, standing, education,
           theory_level, ratings)
         SELECT $1, 'S-' || n, 'Nguyễn Văn Sáng ' || n, 'nguyen van sang ' || n, 'sang ' || n, 'male', '1980-05-12', 'Chuyên viên', false, false, 'non_member',
           'university', 'elementary', '{}'
         FROM generate_series($2::int, $2::int + $3::int - 1) n`,
        [id, from, count],
      );
    const rowsRead = async () => {
      await client.query('SELECT pg_stat_force_next_flush()');
      const { rows } = await client.query<{ count: number }>(
        `SELECT (seq_tup_read + idx_tup_fetch)::int AS count FROM pg_stat_user_tables WHERE relname = 'persons'`,
      );
      return rows[0]!.count;
    };
    // Often enough for a plan to be kept.
    for (let one = 0; one < 12; one += 1) await enter(one, 1);
    await enter(100, many);
    const before = await rowsRead();
    await enter(100 + many, 10);
    const read = (await rowsRead()) - before;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(many * 2);
  });
});
