import { Injectable } from '@nestjs/common';
import { OrganizationService } from '../organization/organization.service';
import { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Randomness } from '../platform/randomness';
import { AccountsService } from './accounts.service';
import { AlreadySetUp } from './accounts.refusals';
import { hashPassword } from './passwords';

/** Setting up an empty service: whoever reads the process's output may create the first administrator, once. */
@Injectable()
export class FirstAdministratorService {
  readonly code: string;

  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly organization: OrganizationService,
    private readonly clock: Clock,
    randomness: Randomness,
  ) {
    this.code = randomness.token(12);
  }

  async isNeeded(): Promise<boolean> {
    const [account] = await this.database.read(`SELECT 1 FROM accounts LIMIT 1`);
    return account === undefined;
  }

  /** Creates the Bloc and its administrator. @throws AlreadySetUp when an account exists or the code is not this process's */
  async create(
    code: string,
    { email, name, password, blocName }: { email: string; name: string; password: string; blocName: string },
  ): Promise<string> {
    if (code !== this.code) throw new AlreadySetUp();
    const passwordHash = await hashPassword(password);
    const actor = Actor.service('set-up');
    return this.database.inTransaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('first administrator', 0))`);
      const [account]: unknown[] = await tx.query(`SELECT 1 FROM accounts LIMIT 1`);
      if (account) throw new AlreadySetUp();
      const unitId = await this.organization.establishWith(tx, actor, {
        code: 'KHOI',
        kind: 'bloc',
        nameVi: blocName,
        nameEn: blocName,
        parentId: null,
        address: null,
        since: this.clock.today(),
      });
      const id = await this.accounts.createWith(
        tx,
        actor,
        { email, name, password, locale: 'vi', personId: null },
        passwordHash,
      );
      for (const role of ['admin', 'training_officer'] as const) {
        await this.accounts.grantWith(tx, actor, { accountId: id, role, unitId });
      }
      return id;
    });
  }
}
