import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service';
import type { Actor } from '../../platform/access/actor';
import { AboutOneself } from '../../platform/access/oneself';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ClassManagersQueries } from './managers.queries';
import { noSuchAccount } from '../classes.refusals';
import { ClassesService } from '../classes.service';
import { ManagerBusy } from '../timetable/timetable.refusals';
import { halfDayActions } from '../timetable/timetable.words';

export interface Appointment {
  readonly email: string;
  readonly managerOverlapReason?: string;
}

/** Who runs a class: marks attendance, decides on leave, enters marks. */
@Injectable()
export class ClassManagersService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly managers: ClassManagersQueries,
    private readonly accounts: AccountsService,
    private readonly journal: Journal,
  ) {}

  /** @throws NotFound | NotAllowed | AboutOneself | InvalidInput when no account in use has the address | ManagerBusy */
  async appoint(actor: Actor, classId: string, { email, managerOverlapReason }: Appointment): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.classes.loadToManage(tx, actor, classId);
      const accountId = await this.accounts.inUse(tx, email);
      if (!accountId) throw noSuchAccount();
      if (accountId === actor.accountId) throw new AboutOneself();
      await this.decideOnClashes(tx, actor, classId, accountId, managerOverlapReason);
      await this.accounts.grantWith(tx, actor, { accountId, role: 'class_manager', classId });
    });
  }

  /** @throws NotFound | NotAllowed */
  async dismiss(actor: Actor, classId: string, accountId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.classes.loadToManage(tx, actor, classId);
      await this.accounts.endGrantWith(tx, actor, { accountId, role: 'class_manager', classId });
    });
  }

  private async decideOnClashes(tx: Tx, actor: Actor, classId: string, accountId: string, reason?: string) {
    const clashes = await this.managers.clashes(tx, classId, accountId);
    if (clashes.length === 0) return;
    if (!reason) throw new ManagerBusy(clashes, 'email');
    const ids = [...new Set(clashes.map(({ halfDayId }) => halfDayId))];
    await tx.execute(`UPDATE half_days SET manager_overlap_reason = $2 WHERE id = ANY ($1)`, [ids, reason]);
    await this.journal.write(tx, actor, {
      action: halfDayActions.manager_overlap_allowed,
      subject: { type: 'class', id: classId },
      classId,
      reason,
      facts: { count: ids.length },
    });
  }
}
