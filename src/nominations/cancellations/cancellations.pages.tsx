import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { CancellationsService } from './cancellations.service';
import { cancellationWords } from './cancellations.words';
import { NominationsQueries } from '../nominations.queries';
import { ReasonRequest } from '../nominations.requests';
import { ClassCancellation } from './views/class-cancellation';

@Pages('classes/:id/cancellation')
@Access(classPlanners)
export class ClassCancellationPages {
  constructor(
    private readonly cancellations: CancellationsService,
    private readonly nominations: NominationsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(cancellationWords, 'help')
  async show(@Page() page: PageRequest, @PathId() classId: string): Promise<string> {
    return this.form(page, classId, null);
  }

  @Post()
  @Refused<ClassCancellationPages>((on, refusal, page, classId) => on.form(page, classId, refusal))
  async cancel(@Page() page: PageRequest, @PathId() classId: string, @Body() body: unknown): Promise<Redirect> {
    await this.cancellations.cancelClass(page.actor, classId, readRequest(ReasonRequest, body).reason);
    return page.done(`/classes/${classId}`, cancellationWords[page.locale].done);
  }

  private async form(page: PageRequest, classId: string, refusal: Refusal | null): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    return page.render(
      cancellationWords[locale].title(item.name),
      <ClassCancellation
        item={item}
        counts={await this.nominations.countsByState(classId, unitsVisibleTo(actor))}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
