import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { nominationFollowers } from '../nominations.policy';
import { type LetterItem, LettersQueries } from './letters.queries';
import { LettersQuery } from './letters.requests';

@ApiTags('nominations')
@Controller('api/v1/classes/:id/letters')
export class LettersController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly classes: ClassesQueries,
  ) {}

  /** Letters of units and of the Group that name people for a class, with how many of them the caller sees, and whether a scan is kept. */
  @Get()
  @Access(nominationFollowers)
  async list(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: LettersQuery,
  ): Promise<PageOf<LetterItem>> {
    await this.classes.seen(actor, classId);
    return this.queries.ofClass(classId, actor.unitsOf(nominationFollowers), query);
  }
}
