import { Database, type Tx } from '../../src/platform/database/database';
import type { TestApp } from '../app';

/** Does something while somebody else is marking this person present: begun before, seen only once it waits. */
export async function whileMarked<T>(app: TestApp, enrollmentId: string, work: () => Promise<T>): Promise<T> {
  return meanwhile(app, work, {
    begun: (tx) => tx.execute(`UPDATE attendance_lines SET mark = 'present' WHERE enrollment_id = $1`, [enrollmentId]),
  });
}

/** Does something while the office changes half-days of a class: it holds the class before, and changes them once the work waits. */
export async function whileChanged<T>(
  app: TestApp,
  classId: string,
  change: (tx: Tx) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const begun = (tx: Tx) => tx.execute(`SELECT FROM classes WHERE id = $1 FOR UPDATE`, [classId]);
  return meanwhile(app, work, { begun, done: change });
}

async function meanwhile<T>(
  app: TestApp,
  work: () => Promise<T>,
  { begun, done }: { begun: (tx: Tx) => Promise<unknown>; done?: (tx: Tx) => Promise<unknown> },
): Promise<T> {
  const { running } = await app.get(Database).inTransaction(async (tx) => {
    await begun(tx);
    const running = work();
    for (let waiting = 0; waiting === 0;) {
      const [row] = await tx.rows<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`,
      );
      waiting = row!.waiting;
    }
    await done?.(tx);
    return { running };
  });
  return running;
}
