import { Body, Controller, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { ReminderResendsService } from './resends.service';
import { reminderKeepers, remindersVisibleTo } from './reminders.policy';
import { presentReminder, type ReminderItem } from './reminders.present';
import { RemindersQueries } from './reminders.queries';
import { RemindersRequest, ResendRequest } from './reminders.requests';
import { RemindersWorkbookService } from './workbook.service';

@ApiTags('reminders')
@Controller('api/v1/reminders')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersQueries,
    private readonly resends: ReminderResendsService,
    private readonly workbooks: RemindersWorkbookService,
  ) {}

  /** The ledger of reminders: the office reads all, a unit's officers theirs, a person their own. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() filter: RemindersRequest): Promise<PageOf<ReminderItem>> {
    const { items, next } = await this.reminders.list(remindersVisibleTo(actor), filter);
    return { items: items.map((row) => presentReminder(row, actor)), next };
  }

  /** The same lines as an Excel file, at most 5,000. */
  @Get('workbook')
  @Access('signed_in')
  async workbook(@CurrentActor() actor: Actor, @Query() filter: RemindersRequest): Promise<StreamableFile> {
    return download(await this.workbooks.workbook(actor, filter, actor.locale));
  }

  /** One line, and each time the same was told. */
  @Get(':id')
  @Access('signed_in')
  async line(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
  ): Promise<ReminderItem & { readonly repeats: readonly ReminderItem[] }> {
    const line = found(await this.reminders.line(remindersVisibleTo(actor), id));
    const repeats = await this.reminders.repeats(line);
    return { ...presentReminder(line, actor), repeats: repeats.map((row) => presentReminder(row, actor)) };
  }

  /** Tells it once more, unless it no longer applies; the answer names the new line. */
  @Post(':id/resending')
  @Access(reminderKeepers)
  async resend(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ResendRequest,
  ): Promise<{ readonly id: string }> {
    return { id: await this.resends.resend(actor, id, reason) };
  }
}
