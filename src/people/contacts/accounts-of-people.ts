import type { Tx } from '../../platform/database/database';
import type { FormOfAddress } from '../../platform/messages/address';
import type { Locale } from '../../platform/messages/words';

export interface AccountOfPerson {
  readonly personId: string;
  readonly accountId: string;
  /** What they sign in with, which nothing said of the person changes. */
  readonly email: string;
  readonly locale: Locale;
  /** How they are spoken to. */
  readonly formOfAddress: FormOfAddress;
}

/** Whoever keeps accounts knows which of them is a person's, to tell them something. */
export abstract class AccountsOfPeople {
  /** Those that are not locked; of most people none. */
  abstract ofPeople(tx: Tx, personIds: readonly string[]): Promise<readonly AccountOfPerson[]>;
}
