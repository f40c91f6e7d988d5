import { Body, Get, Post } from '@nestjs/common';
import { Access, InPerson } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { PathId, readRequest } from '../platform/requests';
import { lendableRoles } from './grant-loans.policy';
import { GrantLoansQueries } from './grant-loans.queries';
import { EndLoanRequest, LendGrantRequest } from './grant-loans.requests';
import { GrantLoansService } from './grant-loans.service';
import { grantLoanWords } from './grant-loans.words';
import { Deputies, lendForm, type RefusedForm } from './views/deputies';

const path = '/me/deputies';

@Pages('me/deputies')
@Access('signed_in')
export class GrantLoansPages {
  constructor(
    private readonly loans: GrantLoansService,
    private readonly queries: GrantLoansQueries,
  ) {}

  @Get()
  @Help(grantLoanWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.deputiesPage(page, null);
  }

  @Post()
  @InPerson()
  @Access(lendableRoles)
  @Refused<GrantLoansPages>((on, refusal, page) => on.deputiesPage(page, { id: lendForm, typed: page.typed, refusal }))
  async lend(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.loans.lend(page.actor, readRequest(LendGrantRequest, body));
    return page.done(path, grantLoanWords[page.locale].lentDone);
  }

  @Post(':id/ending')
  @Refused<GrantLoansPages>((on, refusal, page, id) => on.deputiesPage(page, { id, typed: page.typed, refusal }))
  async end(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.loans.end(page.actor, id, readRequest(EndLoanRequest, body).reason);
    return page.done(path, grantLoanWords[page.locale].endedDone);
  }

  private async deputiesPage(page: PageRequest, refused: RefusedForm | null): Promise<string> {
    const { accountId } = page.actor;
    const [given, received, lendable] = await Promise.all([
      this.queries.given(accountId),
      this.queries.received(accountId),
      this.queries.lendable(accountId),
    ]);
    return page.render(
      grantLoanWords[page.locale].title,
      <Deputies given={given} received={received} lendable={lendable} refused={refused} />,
      refused?.refusal,
    );
  }
}
