import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { InvalidInput, NotAllowed } from '../../platform/problems/refusals';
import { mayManageReminders } from '../reminders.policy';
import { OfficeHeadsQueries } from './heads.queries';
import { headActions, notOfTheOffice } from './heads.words';

/** Whom the office names as its head: told when it did not decide in time. */
@Injectable()
export class OfficeHeadsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: OfficeHeadsQueries,
  ) {}

  /** In place of those named before; none means that the whole office is told. @throws NotAllowed | InvalidInput for who is not of the office */
  async name(actor: Actor, accountIds: readonly string[], reason: string): Promise<void> {
    if (!mayManageReminders(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const { id } = await tx.row<{ id: string }>(
        `SELECT id FROM reminder_rules WHERE code = 'review_overdue' FOR UPDATE`,
      );
      const members = await this.queries.members(tx);
      const named = members.filter(({ accountId }) => accountIds.includes(accountId));
      if (named.length < accountIds.length) throw new InvalidInput([notOfTheOffice]);
      await tx.execute(`DELETE FROM office_heads WHERE NOT account_id = ANY ($1::uuid[])`, [accountIds]);
      await tx.execute(
        `INSERT INTO office_heads (account_id, named_at, named_by) SELECT id, $2, $3 FROM unnest($1::uuid[]) id ON CONFLICT DO NOTHING`,
        [accountIds, this.clock.now(), actor.accountId],
      );
      await this.journal.write(tx, actor, {
        action: headActions.heads_named,
        subject: { type: 'reminder_rule', id },
        reason,
        facts: { rule: 'review_overdue', heads: named.map(({ name }) => name) },
      });
    });
  }
}
