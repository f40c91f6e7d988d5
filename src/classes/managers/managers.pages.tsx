import { Body, Get, Post } from '@nestjs/common';
import { Access, InPerson } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassManagersQueries } from './managers.queries';
import { AppointManagerRequest } from './managers.requests';
import { ClassManagersService } from './managers.service';
import { managerWords } from './managers.words';
import { ClassesQueries } from '../classes.queries';
import { ClassManagers } from './views/managers';

@Pages('classes/:id/managers')
@Access(classPlanners)
export class ClassManagersPages {
  constructor(
    private readonly managers: ClassManagersService,
    private readonly queries: ClassManagersQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(managerWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.managersPage(page, id, null);
  }

  @Post()
  @InPerson()
  @Refused<ClassManagersPages>((on, refusal, page, id) => on.managersPage(page, id, refusal))
  async appoint(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.managers.appoint(page.actor, id, readRequest(AppointManagerRequest, body));
    return page.done(`/classes/${id}/managers`, managerWords[page.locale].appointed);
  }

  @Post(':managerId/ending')
  @Refused<ClassManagersPages>((on, refusal, page, id) => on.managersPage(page, id, refusal))
  async dismiss(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('managerId') accountId: string,
  ): Promise<Redirect> {
    await this.managers.dismiss(page.actor, id, accountId);
    return page.done(`/classes/${id}/managers`, managerWords[page.locale].dismissed);
  }

  private async managersPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const [item, managers] = await Promise.all([this.classes.class(id), this.queries.of(id)]);
    if (!item) throw new NotFound();
    return page.render(
      managerWords[page.locale].title(item.name),
      <ClassManagers item={item} managers={managers} values={refusal ? page.typed : {}} refusal={refusal} />,
      refusal,
    );
  }
}
