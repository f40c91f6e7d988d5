import { Database } from '../../src/platform/database/database';
import { ofManyTexts } from '../../src/platform/database/preparing-client';
import { TestApp } from '../app';

const answer = 'SELECT $1::int AS answer';

describe('prepared statements', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  /** What one connection answers to a statement asked twice, and how often it keeps it. */
  const askTwice = () =>
    app.get(Database).inTransaction(async (tx) => {
      const first = await tx.rows<unknown>(answer, [1]);
      const second = await tx.rows<unknown>(answer, [2]);
      const kept = await tx.rows<unknown>('SELECT name FROM pg_prepared_statements WHERE statement = $1', [answer]);
      return { answers: [...first, ...second], kept: kept.length };
    });

  it('are kept once a connection, whatever they are given', async () => {
    app = await TestApp.start();
    expect(await askTwice()).toEqual({ answers: [{ answer: 1 }, { answer: 2 }], kept: 1 });
  });

  it('are not kept when the settings say so', async () => {
    app = await TestApp.start({ PREPARED_STATEMENTS: 'no' });
    expect(await askTwice()).toEqual({ answers: [{ answer: 1 }, { answer: 2 }], kept: 0 });
  });

  it('are not kept of a statement that says it has many texts', async () => {
    app = await TestApp.start();
    const kept = await app.get(Database).inTransaction(async (tx) => {
      await tx.rows(`${ofManyTexts} ${answer}`, [1]);
      return tx.rows('SELECT name FROM pg_prepared_statements WHERE statement LIKE $1', [`${ofManyTexts}%`]);
    });
    expect(kept).toEqual([]);
  });

  it('are kept up to a bound, and answered beyond it', async () => {
    app = await TestApp.start();
    const { sum, kept } = await app.get(Database).inTransaction(async (tx) => {
      let sum = 0;
      for (let n = 1; n <= 400; n += 1) {
        const [row] = await tx.rows<{ one: number }>(`SELECT $1::int AS one, ${n} AS n`, [1]);
        sum += row!.one;
      }
      const [row] = await tx.rows<{ kept: number }>('SELECT count(*) AS kept FROM pg_prepared_statements');
      return { sum, kept: row!.kept };
    });
    expect(sum).toBe(400);
    expect(kept).toBeLessThanOrEqual(300);
    expect(kept).toBeGreaterThan(200);
  });
});
