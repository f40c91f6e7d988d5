import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { reviewers } from '../nominations.policy';
import { reviewingOf } from './letter-reviews.policy';
import { WaitingLettersQuery } from './letter-reviews.requests';
import { type WaitingLetter, WaitingLettersQueries } from './waiting-letters.queries';

@ApiTags('nominations')
@Controller('api/v1/waiting-letters')
export class WaitingLettersController {
  constructor(private readonly queries: WaitingLettersQueries) {}

  /** Letters of which somebody waits for the office’s decision: class by class, unit by unit. Decided on by `POST /nominations/reviews`. */
  @Get()
  @Access(reviewers)
  async list(@CurrentActor() actor: Actor, @Query() query: WaitingLettersQuery): Promise<PageOf<WaitingLetter>> {
    return this.queries.list(reviewingOf(actor), query, query);
  }
}
