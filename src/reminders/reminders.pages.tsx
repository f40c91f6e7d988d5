import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { ledgerWords } from './ledger.words';
import { ReminderResendsService } from './resends.service';
import { reminderKeepers, remindersVisibleTo } from './reminders.policy';
import { RemindersQueries } from './reminders.queries';
import { RemindersPageRequest, RemindersRequest, ResendRequest } from './reminders.requests';
import { RemindersWorkbookService } from './workbook.service';
import { reminderWords, ruleNames } from './reminders.words';
import { ReminderLine } from './views/line';
import { ClassReminders, Reminders } from './views/reminders';
import { UnitChoices } from '../organization/unit-choices.queries';

@Pages()
@Access('signed_in')
export class RemindersPages {
  constructor(
    private readonly reminders: RemindersQueries,
    private readonly resends: ReminderResendsService,
    private readonly workbooks: RemindersWorkbookService,
    private readonly classes: ClassesQueries,
    private readonly units: UnitChoices,
  ) {}

  @Get('reminders')
  @Help(reminderWords, 'help')
  async show(@Page() page: PageRequest, @Query() filter: RemindersPageRequest): Promise<string> {
    const { actor, locale } = page;
    const sight = remindersVisibleTo(actor);
    const [list, units, classes] = await Promise.all([
      this.list(actor, filter),
      this.units.among(sight.all ? null : sight.unitIds, locale, { of: 'base', chosen: filter.unitId }),
      this.reminders.classes(sight),
    ]);
    return page.render(
      reminderWords[locale].title,
      <Reminders list={list} filter={filter} actor={actor} units={units} classes={classes} />,
    );
  }

  /** What the list shows, all of it, as an Excel file. */
  @Get('reminders/workbook')
  async workbook(@Page() page: PageRequest, @Query() filter: RemindersRequest): Promise<StreamableFile> {
    return download(await this.workbooks.workbook(page.actor, filter, page.locale));
  }

  @Get('reminders/:id')
  @Help(ledgerWords, 'help')
  async line(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.linePage(page, id, null);
  }

  @Post('reminders/:id/resending')
  @Access(reminderKeepers)
  @Refused<RemindersPages>((on, refusal, page, id) => on.linePage(page, id, refusal))
  async resend(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const added = await this.resends.resend(page.actor, id, readRequest(ResendRequest, body).reason);
    return page.done(`/reminders/${added}`, ledgerWords[page.locale].resendAsked);
  }

  @Get('classes/:id/reminders')
  @Help(reminderWords, 'helpOfClass')
  async showOfClass(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() filter: RemindersPageRequest,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const list = await this.list(actor, { ...filter, classId });
    return page.render(
      reminderWords[locale].ofClass(item.name),
      <ClassReminders list={list} filter={filter} actor={actor} item={item} />,
    );
  }

  private async linePage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const { actor, locale } = page;
    const line = found(await this.reminders.line(remindersVisibleTo(actor), id));
    const repeats = await this.reminders.repeats(line);
    return page.render(
      ruleNames[locale][line.rule],
      <ReminderLine line={line} repeats={repeats} actor={actor} values={refusal ? page.typed : {}} refusal={refusal} />,
      refusal,
    );
  }

  private list(actor: Actor, { cursor, ...filter }: RemindersPageRequest) {
    return this.reminders.list(remindersVisibleTo(actor), { ...filter, ...(cursor ? { after: cursor } : {}) });
  }
}
