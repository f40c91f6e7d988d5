import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';

describe('a transaction that is open', () => {
  let app: TestApp;
  let database: Database;

  beforeAll(async () => {
    app = await TestApp.start();
    database = app.get(Database);
  });
  afterAll(() => app.stop());

  const looks = (at: Database) => at.inTransaction((tx) => tx.rows('SELECT 1 AS one'));

  it('lets nobody open another one or read beside it', async () => {
    const message = 'A transaction is open here';
    await expect(database.inTransaction(() => looks(database))).rejects.toThrow(message);
    await expect(database.inTransaction(() => database.read('SELECT 1 AS one'))).rejects.toThrow(message);
    expect(await looks(database)).toEqual([{ one: 1 }]);
  });

  it('is nothing to another database', async () => {
    const other = new Database(app.get(DataSource), {});
    expect(await database.inTransaction(() => looks(other))).toEqual([{ one: 1 }]);
  });

  it('leaves every promise as light as before, however many databases the process has had', async () => {
    const borne = () => Object.getOwnPropertySymbols(Promise.resolve()).length;
    await looks(database);
    const before = borne();
    for (let n = 0; n < 3; n += 1) await looks(new Database(app.get(DataSource), {}));
    expect(borne()).toBe(before);
  });
});
