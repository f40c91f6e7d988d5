import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../access/access';
import type { Actor } from '../access/actor';
import type { PageOf } from '../paging';
import { journalReaders, journalUnitsOf } from './journal.policy';
import { type JournalItem, JournalQueries } from './journal.queries';
import { JournalRequest } from './journal.requests';

@ApiTags('journal')
@Controller('api/v1/journal')
export class JournalController {
  constructor(private readonly journal: JournalQueries) {}

  /** Who did what, newest first: the office reads every line, officers of units the lines of theirs. */
  @Get()
  @Access(journalReaders)
  async list(@CurrentActor() actor: Actor, @Query() filter: JournalRequest): Promise<PageOf<JournalItem>> {
    return this.journal.list({ ...filter, unitIds: journalUnitsOf(actor) });
  }
}
