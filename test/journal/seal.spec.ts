import { randomUUID } from 'node:crypto';
import { rowsRead } from '../../bench/rows-read';
import { Database } from '../../src/platform/database/database';
import { JournalSeals } from '../../src/platform/journal/journal-seals';
import { TestApp } from '../app';
import { sealEverything } from './sealing';

const connections = 4;

describe('sealing the journal', () => {
  let app: TestApp;

  beforeEach(async () => (app = await TestApp.start({ DATABASE_POOL: String(connections) })));
  afterEach(() => app.stop());

  const write = (count: number) =>
    app.sql(
      `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id)
       SELECT now(), 'spec', 'units.created', 'unit', $1 FROM generate_series(1, $2::int)`,
      randomUUID(),
      count,
    );

  it('goes on behind what is sealed, and reads none of it again', async () => {
    await write(5_000);
    await sealEverything(app);
    await app.sql('ANALYZE journal_lines, journal_seals');
    await write(3);
    const read = await rowsRead(app.get(Database), connections, async () => {
      let { sealed } = await app.get(JournalSeals).seal();
      while (sealed < 3) ({ sealed } = { sealed: sealed + (await app.get(JournalSeals).seal()).sealed });
    });
    expect(read.find(({ table }) => table === 'journal_lines')!.rows).toBeLessThan(100);
    expect(await app.get(JournalSeals).brokenLines()).toEqual({ broken: 0, ids: [] });
  });

  it('does so many batches at one look, and says that more is left', async () => {
    await sealEverything(app);
    await write(5_000);
    let done = { sealed: 0, isMore: false };
    while (done.sealed === 0) done = await app.get(JournalSeals).seal(1);
    expect(done).toEqual({ sealed: 2_000, isMore: true });
    await sealEverything(app);
    expect(await app.get(JournalSeals).brokenLines()).toEqual({ broken: 0, ids: [] });
  });
});
