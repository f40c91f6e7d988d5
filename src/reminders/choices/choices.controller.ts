import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { type MyChoice, ReminderChoicesQueries } from './choices.queries';
import { ReminderChoiceRequest } from './choices.requests';
import { ReminderChoicesService } from './choices.service';

@ApiTags('reminders')
@Controller('api/v1/me/reminders')
export class ReminderChoicesController {
  constructor(
    private readonly choices: ReminderChoicesService,
    private readonly queries: ReminderChoicesQueries,
  ) {}

  /** How I am told, and what I cannot switch off. */
  @Get()
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor): Promise<MyChoice> {
    return this.queries.mine(actor);
  }

  /** Ways left out are switched off. */
  @Put()
  @Access('signed_in')
  @HttpCode(204)
  async choose(@CurrentActor() actor: Actor, @Body() request: ReminderChoiceRequest): Promise<void> {
    const { mail = false, notice = false, rhythm, locale } = request;
    await this.choices.choose(actor, { mail, notice, digest: rhythm === 'daily' }, locale);
  }
}
