import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal, type JournalLine } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput, NotFound } from '../platform/problems/refusals';
import { Account } from './account.entity';
import { accountActions } from './accounts.words';
import { mayEndLoan } from './grant-loans.policy';
import { notAsDeputy, notLendable } from './grant-loans.refusals';
import { Grant } from './grant.entity';
import { LinkMailsService } from './links/link-mails.service';
import { type LoanPeriod, problemsOfPeriod } from './loan-period';

export interface Lending extends LoanPeriod {
  readonly grantId: string;
  /** Of the deputy's account. */
  readonly email: string;
  readonly reason: string;
}

/** Deputies: a grant lent to another account from a day to a day. It begins and ends by the calendar, without a job. */
@Injectable()
export class GrantLoansService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly mails: LinkMailsService,
  ) {}

  /** @returns the loan's id @throws InvalidInput | DeputyAlready */
  async lend(actor: Actor, { grantId, email, reason, ...period }: Lending): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const grant = await this.heldBy(tx, actor, grantId);
      grant.assertLendable();
      const deputy = await tx.findOneBy(Account, { email });
      const problems = [
        ...problemsOfPeriod(period, this.clock.today()),
        ...(await this.problemsOfDeputy(tx, grant, deputy)),
      ];
      if (problems.length > 0 || !deputy) throw new InvalidInput(problems);
      const loan = await tx.save(tx.create(Grant, grant.lentTo(deputy.id, period, reason, this.clock.now())));
      await this.mails.outdate(tx, deputy.id, actor.accountId);
      await this.journal.write(tx, actor, lineOf(accountActions.grant_lent, loan, reason));
      return loan.id;
    });
  }

  /** @throws NotFound | LoanOver */
  async end(actor: Actor, loanId: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const loan = await tx.findOne(Grant, { where: { id: loanId }, lock: { mode: 'pessimistic_write' } });
      if (!loan?.lentFrom) throw new NotFound();
      const own = await tx.findOneByOrFail(Grant, { id: loan.lentFrom });
      const parties = { lenderId: own.accountId, deputyId: loan.accountId, unitId: loan.unitId };
      if (!mayEndLoan(actor, parties)) throw new NotFound();
      await this.endWith(tx, actor, loan, reason);
    });
  }

  /** Ends what was lent of a grant that ends itself, so that its next holder may name the same deputy. */
  async endOfGrantWith(tx: Tx, actor: Actor, grantId: string): Promise<void> {
    const today = this.clock.today();
    const loans = await tx.find(Grant, { where: { lentFrom: grantId }, lock: { mode: 'pessimistic_write' } });
    for (const loan of loans.filter((lent) => !lent.isOverOn(today))) await this.endWith(tx, actor, loan, null);
  }

  private async endWith(tx: Tx, actor: Actor, loan: Grant, reason: string | null): Promise<void> {
    loan.endLoan(this.clock.today(), this.clock.now(), actor.accountId, reason);
    await tx.save(loan);
    await this.journal.write(tx, actor, lineOf(accountActions.grant_loan_ended, loan, reason));
  }

  /** Locked, so that it is not ended while it is being lent. @throws InvalidInput */
  private async heldBy(tx: Tx, actor: Actor, grantId: string): Promise<Grant> {
    const grant = await tx.findOne(Grant, { where: { id: grantId }, lock: { mode: 'pessimistic_write' } });
    if (!grant || grant.accountId !== actor.accountId || grant.isOverOn(this.clock.today()))
      throw notLendable('not_yours');
    return grant;
  }

  private async problemsOfDeputy(tx: Tx, grant: Grant, deputy: Account | null): Promise<FieldError[]> {
    if (!deputy || deputy.isDisabled) return [notAsDeputy('no_such_account')];
    if (deputy.id === grant.accountId) return [notAsDeputy('oneself')];
    const [same] = await tx.rows<unknown>(
      `SELECT FROM own_grants WHERE account_id = $1 AND role = $2 AND coalesce(unit_id, class_id) = coalesce($3::uuid, $4::uuid) AND group_number IS NULL`,
      [deputy.id, grant.role, grant.unitId, grant.classId],
    );
    return same ? [notAsDeputy('holds_already')] : [];
  }
}

const lineOf = (action: Action, loan: Grant, reason: string | null): JournalLine => ({
  action,
  subject: { type: 'account', id: loan.accountId },
  unitId: loan.unitId,
  classId: loan.classId,
  reason,
  facts: { role: loan.role, loan: loan.id, deputy: loan.accountId, startsOn: loan.startsOn, endsOn: loan.endsOn },
});
