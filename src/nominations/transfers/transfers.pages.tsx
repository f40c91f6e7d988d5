import { Body, Get, Post } from '@nestjs/common';
import { learnerMovers, maySeeEnrollment } from '../../enrollments/enrollments.policy';
import { LearningQueries } from '../../enrollments/learning.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { TransfersQueries } from './transfers.queries';
import { TransferRequest } from './transfers.requests';
import { TransfersService } from './transfers.service';
import { transferWords } from './transfers.words';
import { TransferForm } from './views/transfer';

@Pages('enrollments/:id/transfer')
@Access(learnerMovers)
export class TransfersPages {
  constructor(
    private readonly transfers: TransfersService,
    private readonly queries: TransfersQueries,
    private readonly learning: LearningQueries,
  ) {}

  @Get()
  @Help(transferWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<TransfersPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async transfer(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const there = await this.transfers.transfer(page.actor, id, readRequest(TransferRequest, body));
    return page.done(`/enrollments/${there}`, transferWords[page.locale].transferred);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const learning = found(await this.learning.ofEnrollment(id), (one) => maySeeEnrollment(page.actor, one));
    const choices = await this.queries.choices(learning.classId, learning.unitId);
    return page.render(
      transferWords[page.locale].title(learning.fullName),
      <TransferForm learning={learning} {...choices} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }
}
