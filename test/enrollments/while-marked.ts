import { Database } from '../../src/platform/database/database';
import type { TestApp } from '../app';

/** Does something while somebody else is marking this person present: begun before, seen only once it waits. */
export async function whileMarked<T>(app: TestApp, enrollmentId: string, work: () => Promise<T>): Promise<T> {
  const begun = await app.get(Database).inTransaction(async (tx) => {
    await tx.execute(`UPDATE attendance_lines SET mark = 'present' WHERE enrollment_id = $1`, [enrollmentId]);
    const running = work();
    for (let waiting = 0; waiting === 0;) {
      const [row] = await tx.rows<{ waiting: number }>(
        `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted AND transactionid = pg_current_xact_id()::xid`,
      );
      waiting = row!.waiting;
    }
    return { running };
  });
  return begun.running;
}
