import type { Tx } from '../platform/database/database';
import {
  type Held,
  type Hindrance,
  idsOf,
  type Merging,
  type Moved,
  type Pair,
  PartInMergers,
} from '../people/mergers/merged-parts';

interface AccountOf {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
  readonly isLocked: boolean;
}

/** The account of somebody with two records: the one in use, with its roles, sessions and tokens. */
export class AccountsOfMergedPeople extends PartInMergers {
  readonly name = 'accounts';
  readonly tables = ['accounts'];

  /** Which of two people signs in as the person is not guessed at. */
  override async hindrances(tx: Tx, { staysId, goesId }: Pair): Promise<Hindrance[]> {
    const inUse = (await this.of(tx, [staysId, goesId])).filter(({ isLocked }) => !isLocked);
    if (inUse.length < 2) return [];
    const emails = inUse.map(({ email }) => email).join(', ');
    const goes = inUse.find(({ personId }) => personId === goesId)!;
    return [
      {
        sentence: {
          vi: `Cả hai đều có tài khoản đang dùng (${emails}). Hãy đề nghị quản trị khóa một tài khoản trước.`,
          en: `Both have an account in use (${emails}). Ask an administrator to lock one of them first.`,
        },
        href: `/accounts/${goes.id}`,
      },
    ];
  }

  override async held(tx: Tx, personIds: readonly string[]): Promise<Held[]> {
    return (await this.of(tx, personIds)).map(({ id, personId, email }) => ({
      personId,
      what: { vi: 'Tài khoản', en: 'Account' },
      text: email,
      href: `/accounts/${id}`,
    }));
  }

  /** A locked one beside another loses its person: nobody has two. */
  override async move(tx: Tx, { staysId, goesId }: Merging): Promise<Moved> {
    const all = await this.of(tx, [staysId, goesId]);
    const [stays, goes] = [staysId, goesId].map((id) => all.find(({ personId }) => personId === id));
    if (!goes) return {};
    if (stays && !stays.isLocked) return { freedOfGoes: await this.give(tx, [goes.id], null) };
    const freedOfStays = stays ? await this.give(tx, [stays.id], null) : [];
    return { freedOfStays, accounts: await this.give(tx, [goes.id], staysId) };
  }

  override async giveBack(tx: Tx, { staysId, goesId }: Merging, moved: Moved): Promise<void> {
    const { accounts = [], freedOfGoes = [], freedOfStays = [] } = moved;
    await this.give(tx, [...accounts, ...freedOfGoes], goesId);
    await this.give(tx, freedOfStays, staysId);
  }

  private async give(tx: Tx, ids: readonly string[], personId: string | null): Promise<readonly string[]> {
    return idsOf(
      await tx.rows('UPDATE accounts SET person_id = $2 WHERE id = ANY ($1::uuid[]) RETURNING id', [ids, personId]),
    );
  }

  private async of(tx: Tx, personIds: readonly string[]): Promise<AccountOf[]> {
    return tx.rows(
      `SELECT id, person_id, email, disabled_at IS NOT NULL AS is_locked FROM accounts WHERE person_id = ANY ($1::uuid[]) ORDER BY id`,
      [personIds],
    );
  }
}
