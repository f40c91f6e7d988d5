import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, InPerson } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import { lendableRoles } from './grant-loans.policy';
import { type GrantLoanItem, GrantLoansQueries } from './grant-loans.queries';
import { EndLoanRequest, LendGrantRequest } from './grant-loans.requests';
import { GrantLoansService } from './grant-loans.service';

/** Deputies: grants lent for a period. */
@ApiTags('accounts')
@Controller('api/v1/grant-loans')
export class GrantLoansController {
  constructor(
    private readonly loans: GrantLoansService,
    private readonly queries: GrantLoansQueries,
  ) {}

  /** Roles I have delegated and what was lent to me. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() { accountId }: Actor): Promise<PageOf<GrantLoanItem>> {
    const items = [...(await this.queries.given(accountId)), ...(await this.queries.received(accountId))];
    return { items, next: null };
  }

  /** Lends one of my own grants to a deputy; from the first day to the last the deputy may do what it allows. */
  @Post()
  @InPerson()
  @Access(lendableRoles)
  async lend(@CurrentActor() actor: Actor, @Body() lending: LendGrantRequest): Promise<{ id: string }> {
    return { id: await this.loans.lend(actor, lending) };
  }

  /** Ends a loan before its last day: the lender takes it back, or the deputy gives it back, or an administrator ends it. */
  @Post(':id/ending')
  @Access('signed_in')
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { reason }: EndLoanRequest): Promise<void> {
    await this.loans.end(actor, id, reason);
  }
}
