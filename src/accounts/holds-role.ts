import type { Tx } from '../platform/database/database';

/** Until the end nobody gives these accounts a role; one that was being given is seen from here on, and not by the statement that waits. */
export async function lockFromRoles(tx: Tx, accountIds: readonly string[]): Promise<void> {
  await tx.execute('SELECT FROM accounts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE', [accountIds]);
}

/**
 * SQL: whether an account holds a role, or will by a loan that has not ended; a loan that ran out is none. What opens an
 * account that will hold one is not printed by, or sent as to, somebody who asked for an account without.
 * @param day SQL of the day that is asked about
 */
export const holdsRole = (accountId: string, day: string): string =>
  `EXISTS (SELECT FROM grants g WHERE g.account_id = ${accountId} AND g.ended_at IS NULL AND coalesce(g.ends_on >= ${day}::date, true))`;
