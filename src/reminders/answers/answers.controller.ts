import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { WhyRequest } from './answers.requests';
import { type Answered, ReminderAnswersService } from './answers.service';
import { presentReminder, type ReminderItem } from '../reminders.present';

@ApiTags('reminders')
@Controller('api/v1/reminders/why')
export class ReminderAnswersController {
  constructor(private readonly answers: ReminderAnswersService) {}

  /** Why I, or somebody I may see, was or was not told: one sentence, and the line of the ledger if there is one. */
  @Get()
  @Access('signed_in')
  async why(
    @CurrentActor() actor: Actor,
    @Query() { rule, classId, personId }: WhyRequest,
  ): Promise<Omit<Answered, 'line'> & { readonly line: ReminderItem | null }> {
    const { line, ...answer } = await this.answers.answer(actor, {
      rule,
      classId: classId ?? null,
      personId: personId ?? null,
    });
    return { ...answer, line: line && presentReminder(line, actor) };
  }
}
