import { Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { found } from '../../platform/problems/refusals';
import { Account } from '../account.entity';
import { type PasswordCode, PasswordCodesService } from '../forgotten/password-codes.service';
import { DirectoryService } from './directory.service';

/** What whoever keeps the machine does for an administrator nobody is left to help; the journal names the machine. */
@Injectable()
export class LetInService {
  constructor(
    private readonly database: Database,
    private readonly directory: DirectoryService,
    private readonly codes: PasswordCodesService,
  ) {}

  /**
   * A code to set a password, and the second step removed when that is lost too.
   * @throws NotFound | AccountLocked | SecondFactorIsNotOn
   */
  async letIn(email: string, reason: string, withoutSecondFactor: boolean): Promise<PasswordCode> {
    const actor = Actor.service('let-in');
    const drawn = await this.codes.draw();
    return this.database.inTransaction(async (tx) => {
      const account = found(await tx.findOne(Account, { where: { email }, lock: { mode: 'pessimistic_write' } }));
      account.assertNotLocked();
      if (withoutSecondFactor) await this.directory.removeSecondFactorWith(tx, actor, account, reason);
      return this.codes.giveWith(tx, actor, account, drawn, reason);
    });
  }
}
