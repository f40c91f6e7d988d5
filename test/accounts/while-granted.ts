import { AccountsService, type GrantGiven } from '../../src/accounts/accounts.service';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import type { TestApp } from '../app';

/** Does something while a role is being given: begun before it is there, seen only once it waits. */
export async function whileGranted<T>(app: TestApp, grant: GrantGiven, work: () => Promise<T>): Promise<T> {
  const begun = await app.get(Database).inTransaction(async (tx) => {
    await app.get(AccountsService).grantWith(tx, Actor.service('spec'), grant);
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
