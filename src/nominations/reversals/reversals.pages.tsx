import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { ReasonRequest } from '../nominations.requests';
import { ReversalsQueries } from './reversals.queries';
import { ReversalsService } from './reversals.service';
import { reversalWords } from './reversals.words';
import { ReversalPage } from './views/reversal';

@Pages('classes/:id/cancellation/reversal')
@Access(classPlanners)
export class ReversalsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly reversals: ReversalsQueries,
    private readonly service: ReversalsService,
  ) {}

  @Get()
  @Help(reversalWords, 'help')
  async show(@Page() page: PageRequest, @PathId() classId: string): Promise<string> {
    return this.form(page, classId, null);
  }

  @Post()
  @Refused<ReversalsPages>((on, refusal, page, classId) => on.form(page, classId, refusal))
  async reverse(@Page() page: PageRequest, @PathId() classId: string, @Body() body: unknown): Promise<Redirect> {
    const { people, halfDays } = await this.service.reverse(
      page.actor,
      classId,
      readRequest(ReasonRequest, body).reason,
    );
    const [back, held] = [people.filter(({ isBusy }) => !isBusy), halfDays.filter(({ lost }) => lost === null)];
    return page.done(`/classes/${classId}`, reversalWords[page.locale].done(back.length, held.length));
  }

  private async form(page: PageRequest, classId: string, refusal: Refusal | null): Promise<string> {
    const item = await this.classes.seen(page.actor, classId);
    return page.render(
      reversalWords[page.locale].title(item.name),
      <ReversalPage
        item={item}
        back={await this.reversals.wouldComeBack(classId)}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
