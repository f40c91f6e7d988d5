import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassesQueries } from '../classes.queries';
import { ParallelsQueries } from './parallels.queries';
import { ParallelsRequest } from './parallels.requests';
import { ParallelsService } from './parallels.service';
import { parallelWords } from './parallels.words';
import { Parallels } from './views/parallels';

@Pages('classes/:id/parallels')
@Access(classPlanners)
export class ParallelsPages {
  constructor(
    private readonly parallels: ParallelsService,
    private readonly queries: ParallelsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(parallelWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.view(page, id, null);
  }

  @Post()
  @Refused<ParallelsPages>((on, refusal, page, id) => on.view(page, id, refusal))
  async declare(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.parallels.declare(page.actor, id, readRequest(ParallelsRequest, body).classIds);
    return page.done(`/classes/${id}/parallels`, parallelWords[page.locale].declared);
  }

  @Post(':otherId/ending')
  @Refused<ParallelsPages>((on, refusal, page, id) => on.view(page, id, refusal))
  async end(@Page() page: PageRequest, @PathId() id: string, @PathId('otherId') otherId: string): Promise<Redirect> {
    await this.parallels.end(page.actor, id, otherId);
    return page.done(`/classes/${id}/parallels`, parallelWords[page.locale].ended);
  }

  private async view(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    const classes = await this.queries.of(id);
    const [leading, ...others] = classes;
    return page.render(
      parallelWords[page.locale].title(item.name),
      <Parallels
        item={item}
        classes={classes}
        rows={await this.queries.sideBySide(
          leading!.id,
          others.map((one) => one.id),
        )}
        choices={leading!.id === id ? await this.queries.choices(id) : []}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
