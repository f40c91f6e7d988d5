import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { reminderKeepers } from '../reminders.policy';
import { OfficeHeadsQueries, type OfficeMember } from './heads.queries';
import { OfficeHeadsRequest } from './heads.requests';
import { OfficeHeadsService } from './heads.service';

@ApiTags('reminders')
@Controller('api/v1/reminder-rules/review_overdue/heads')
@Access(reminderKeepers)
export class OfficeHeadsController {
  constructor(
    private readonly queries: OfficeHeadsQueries,
    private readonly heads: OfficeHeadsService,
  ) {}

  /** The training officers, and who of them is named as head. */
  @Get()
  async list(): Promise<{ readonly items: readonly OfficeMember[] }> {
    return { items: await this.queries.members() };
  }

  /** Names the heads, in place of those named before; nobody means everybody of the office. */
  @Put()
  @HttpCode(204)
  async name(@CurrentActor() actor: Actor, @Body() { accountIds, reason }: OfficeHeadsRequest): Promise<void> {
    await this.heads.name(actor, accountIds ?? [], reason);
  }
}
