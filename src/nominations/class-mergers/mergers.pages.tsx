import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { ClassMergersQueries } from './mergers.queries';
import { ClassMergerRequest } from './mergers.requests';
import { type ClassMergerOutcome, ClassMergersService } from './mergers.service';
import { classMergerWords } from './mergers.words';
import { ClassMergerPage } from './views/merger';

interface Shown {
  readonly refusal?: Refusal;
  readonly outcome?: ClassMergerOutcome;
}

@Pages('classes/:id/merger')
@Access(classPlanners)
export class ClassMergersPages {
  constructor(
    private readonly mergers: ClassMergersService,
    private readonly queries: ClassMergersQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(classMergerWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id);
  }

  /** Shows what would come along, what finds no partner and who stands in the way, with a button that does it. */
  @Post('preview')
  @Refused<ClassMergersPages>((on, refusal, page, id) => on.form(page, id, { refusal }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    return this.form(page, id, {
      outcome: await this.mergers.tryOut(page.actor, id, readRequest(ClassMergerRequest, body)),
    });
  }

  @Post()
  @Refused<ClassMergersPages>((on, refusal, page, id) => on.form(page, id, { refusal }))
  async merge(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { code } = await this.classes.seen(page.actor, id);
    const { intoClassId, carried } = await this.mergers.merge(page.actor, id, readRequest(ClassMergerRequest, body));
    return page.done(`/classes/${intoClassId}`, classMergerWords[page.locale].done(carried.people, code));
  }

  private async form(page: PageRequest, id: string, shown: Shown = {}): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return page.render(
      classMergerWords[page.locale].title(item.name),
      <ClassMergerPage item={item} choices={await this.queries.choices(id)} values={page.typed} {...shown} />,
      shown.refusal,
    );
  }
}
