import { Get, Param, Query } from '@nestjs/common';
import { maySeeClass } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { OrganizationQueries } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { remindersVisibleTo } from './reminders.policy';
import { RemindersQueries } from './reminders.queries';
import { RemindersPageRequest } from './reminders.requests';
import { reminderWords } from './reminders.words';
import { ClassReminders, Reminders } from './views/reminders';

@Pages()
@Access('signed_in')
export class RemindersPages {
  constructor(
    private readonly reminders: RemindersQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get('reminders')
  async show(@Page() page: PageRequest, @Query() filter: RemindersPageRequest): Promise<string> {
    const { actor, locale } = page;
    const [list, units] = await Promise.all([this.list(actor, filter), this.unitsOf(actor, locale)]);
    return page.render(
      reminderWords[locale].title,
      <Reminders list={list} filter={filter} actor={actor} units={units} />,
    );
  }

  @Get('classes/:id/reminders')
  async showOfClass(
    @Page() page: PageRequest,
    @Param('id', IdPipe) classId: string,
    @Query() filter: RemindersPageRequest,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.class(classId);
    if (!item || !maySeeClass(actor, item)) throw new NotFound();
    const list = await this.list(actor, { ...filter, classId });
    return page.render(
      reminderWords[locale].ofClass(item.name),
      <ClassReminders list={list} filter={filter} actor={actor} item={item} />,
    );
  }

  private list(actor: Actor, filter: RemindersPageRequest) {
    return this.reminders.list(remindersVisibleTo(actor), { ...filter, after: filter.cursor });
  }

  private async unitsOf(actor: Actor, locale: 'vi' | 'en'): Promise<{ id: string; name: string }[]> {
    const { all, unitIds } = remindersVisibleTo(actor);
    const units = await this.organization.baseUnits();
    return units
      .filter(({ id }) => all || unitIds.includes(id))
      .map(({ id, nameVi, nameEn }) => ({ id, name: locale === 'vi' ? nameVi : nameEn }));
  }
}
