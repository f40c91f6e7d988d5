import { Body, Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { classClosers } from '../completions.policy';
import { ReopeningsQueries } from './reopenings.queries';
import { ReopeningRequest } from './reopenings.requests';
import { ReopeningsService } from './reopenings.service';
import { reopeningWords } from './reopenings.words';
import { ReopeningPage } from './views/reopening';

@Pages('classes/:id/reopening')
@Access(classClosers)
export class ReopeningsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly reopenings: ReopeningsQueries,
    private readonly service: ReopeningsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<ReopeningsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async reopen(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.reopen(page.actor, id, readRequest(ReopeningRequest, body));
    return page.done(`/classes/${id}/completion`, reopeningWords[page.locale].done);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return page.render(
      reopeningWords[page.locale].title(item.name),
      <ReopeningPage
        item={item}
        toTakeBack={await this.reopenings.toTakeBack(id)}
        before={await this.reopenings.ofClass(id)}
        today={this.clock.today()}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
