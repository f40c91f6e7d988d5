import { AccountsService, type GrantGiven, type NewAccount } from '../../src/accounts/accounts.service';
import { hashPassword } from '../../src/accounts/passwords';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import type { TestApp } from '../app';

const actor = Actor.service('spec');

type AccountGiven = Pick<NewAccount, 'email' | 'name'> & Partial<NewAccount> & { readonly password: string };

/** Somebody who came and chose a password. @returns the id of the account */
export async function accountWithPassword(app: TestApp, { password, ...given }: AccountGiven): Promise<string> {
  const account: NewAccount = { locale: 'vi', personId: null, ...given };
  const hash = await hashPassword(password);
  return app.get(Database).inTransaction((tx) => app.get(AccountsService).createWith(tx, actor, account, hash));
}

/** A role, with all that giving it does. */
export const grantTo = (app: TestApp, grant: GrantGiven): Promise<void> =>
  app.get(Database).inTransaction((tx) => app.get(AccountsService).grantWith(tx, actor, grant));

/** Its end, with all that ending it does. */
export const endGrantOf = (app: TestApp, grant: GrantGiven): Promise<void> =>
  app.get(Database).inTransaction((tx) => app.get(AccountsService).endGrantWith(tx, actor, grant));
