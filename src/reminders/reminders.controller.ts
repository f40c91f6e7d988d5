import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { remindersVisibleTo } from './reminders.policy';
import { presentReminder, type ReminderItem } from './reminders.present';
import { RemindersQueries } from './reminders.queries';
import { RemindersRequest } from './reminders.requests';

@ApiTags('reminders')
@Controller('api/v1/reminders')
export class RemindersController {
  constructor(private readonly reminders: RemindersQueries) {}

  /** The ledger of reminders: the office reads all, a unit's officers theirs, a person their own. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() filter: RemindersRequest): Promise<PageOf<ReminderItem>> {
    const { items, next } = await this.reminders.list(remindersVisibleTo(actor), filter);
    return { items: items.map(presentReminder), next };
  }
}
