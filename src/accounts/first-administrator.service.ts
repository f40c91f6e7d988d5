import { Injectable } from '@nestjs/common';
import { agreementDay } from '../organization/agreement';
import { OrganizationService } from '../organization/organization.service';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { lockAlone } from '../platform/database/advisory-locks';
import { Database, type Tx } from '../platform/database/database';
import { hashToken, Randomness } from '../platform/randomness';
import type { Locale } from '../platform/messages/words';
import { PlatformSettings } from '../platform/settings';
import { AccountsService } from './accounts.service';
import { hashChosenPassword } from './chosen-passwords';
import { AlreadySetUp, SetUpCodeEnded } from './first-administrator.refusals';
import type { FirstAdministratorRequest } from './first-administrator.requests';

const linkHours = 24;

export interface SetUpLink {
  readonly url: string;
  readonly endsAt: Date;
}

/** Setting up an empty service: whoever reads what it prints may create the first administrator, once. */
@Injectable()
export class FirstAdministratorService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly organization: OrganizationService,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {}

  async isNeeded(): Promise<boolean> {
    return !(await hasAccounts(this.database.reader));
  }

  /** A link of its own for who is shown it; those printed before hold until they end. Null once there is an administrator. */
  async newLink(): Promise<SetUpLink | null> {
    const code = this.randomness.token(12);
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + linkHours * 3_600_000);
    const url = `${this.settings.publicUrl}/set-up?code=${code}`;
    return this.database.inTransaction(async (tx) => {
      if (!(await isNeededIn(tx))) return null;
      await tx.execute('DELETE FROM set_up_codes WHERE ends_at <= $1', [now]);
      await tx.execute('INSERT INTO set_up_codes (code_hash, made_at, ends_at) VALUES ($1, $2, $3)', [
        hashToken(code),
        now,
        endsAt,
      ]);
      return { url, endsAt };
    });
  }

  /**
   * Creates the Bloc and its administrator, who is spoken to in the language they set up in.
   * @throws InvalidInput | AlreadySetUp | SetUpCodeEnded
   */
  async create(
    { code, email, name, password, blocName, blocNameEn }: FirstAdministratorRequest,
    locale: Locale,
  ): Promise<string> {
    // Before a password is hashed: whoever calls here for the rest of time costs nothing.
    if (!(await this.isNeeded())) throw new AlreadySetUp();
    const passwordHash = await hashChosenPassword('password', password, [email, name, blocName]);
    const actor = Actor.service('set-up');
    return this.database.inTransaction(async (tx) => {
      if (!(await isNeededIn(tx))) throw new AlreadySetUp();
      const [known] = await tx.rows<unknown>('SELECT FROM set_up_codes WHERE code_hash = $1 AND ends_at > $2', [
        hashToken(code),
        this.clock.now(),
      ]);
      if (!known) throw new SetUpCodeEnded();
      await tx.execute('DELETE FROM set_up_codes');
      const unitId = await this.organization.establishWith(tx, actor, {
        code: 'KHOI',
        kind: 'bloc',
        nameVi: blocName,
        nameEn: blocNameEn ?? blocName,
        parentId: null,
        address: null,
        since: agreementDay,
      });
      const id = await this.accounts.createWith(tx, actor, { email, name, locale, personId: null }, passwordHash);
      for (const role of ['admin', 'training_officer'] as const) {
        await this.accounts.grantWith(tx, actor, { accountId: id, role, unitId });
      }
      return id;
    });
  }
}

/** Two who begin at once take turns. */
async function isNeededIn(tx: Tx): Promise<boolean> {
  await tx.execute(`SELECT ${lockAlone("'first administrator'")}`);
  return !(await hasAccounts(tx));
}

async function hasAccounts(tx: Tx): Promise<boolean> {
  const [account] = await tx.rows<unknown>('SELECT FROM accounts LIMIT 1');
  return account !== undefined;
}
