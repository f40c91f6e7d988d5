import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service';
import type { Actor } from '../../platform/access/actor';
import { AboutOneself } from '../../platform/access/oneself';
import { Database, type Tx } from '../../platform/database/database';
import { assertMayManageClasses } from '../classes.policy';
import { noSuchAccount } from '../classes.refusals';
import { ClassGroupsService } from './groups.service';

/** Who looks after one group: sees its people, marks their attendance and prints their sheets, and nothing else of the class. */
@Injectable()
export class GroupManagersService {
  constructor(
    private readonly database: Database,
    private readonly groups: ClassGroupsService,
    private readonly accounts: AccountsService,
  ) {}

  /** @throws NotFound | NotAllowed | AboutOneself | InvalidInput when no account in use has the address */
  async appoint(actor: Actor, groupId: string, email: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { classId, number: groupNumber } = await this.groups.holdGroup(tx, actor, groupId);
      assertMayManageClasses(actor);
      const accountId = await this.accounts.inUse(tx, email);
      if (!accountId) throw noSuchAccount();
      if (accountId === actor.accountId) throw new AboutOneself();
      await this.accounts.grantWith(tx, actor, { accountId, role: 'class_manager', classId, groupNumber });
    });
  }

  /** @throws NotFound | NotAllowed */
  async dismiss(actor: Actor, groupId: string, accountId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { classId, number: groupNumber } = await this.groups.holdGroup(tx, actor, groupId);
      assertMayManageClasses(actor);
      await this.accounts.endGrantWith(tx, actor, { accountId, role: 'class_manager', classId, groupNumber });
    });
  }

  /** Whoever looks after a group does so in the class its people go to; returns their names. */
  async appointAlikeWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    number: number,
    to: Readonly<{ classId: string; groupNumber: number }>,
  ): Promise<string[]> {
    const inCharge = await this.groups.inChargeOf(tx, classId, number);
    for (const { accountId } of inCharge)
      // Nobody gives themselves a role; whoever may do this runs every class anyway.
      if (accountId !== actor.accountId)
        await this.accounts.grantWith(tx, actor, { accountId, role: 'class_manager', ...to });
    return inCharge.map(({ name }) => name);
  }
}
