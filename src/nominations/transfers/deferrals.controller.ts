import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { learnerMovers } from '../../enrollments/enrollments.policy';
import { type Learning, LearningQueries } from '../../enrollments/learning.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { nominationFollowers } from '../nominations.policy';
import { type DeferralItem, DeferralsQueries } from './deferrals.queries';
import { DeferralRequest } from './deferrals.requests';
import { DeferralsService } from './deferrals.service';

@ApiTags('enrollments')
@Controller('api/v1')
export class DeferralsController {
  constructor(
    private readonly deferrals: DeferralsService,
    private readonly queries: DeferralsQueries,
    private readonly learning: LearningQueries,
  ) {}

  /** People who wait for the next class of their course, the one whose day is nearest first; each sees their own units. */
  @Get('deferrals')
  @Access(nominationFollowers)
  async list(@CurrentActor() actor: Actor): Promise<PageOf<DeferralItem>> {
    return { items: await this.queries.waiting(actor.unitsOf(nominationFollowers)), next: null };
  }

  /**
   * The person leaves the class by decision and may learn on in a later one of the course until a day: what they learned
   * comes along then, and they are proposed first. The seat goes to the next reserve.
   */
  @Post('enrollments/:id/deferral')
  @Access(learnerMovers)
  async defer(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: DeferralRequest): Promise<Learning> {
    await this.deferrals.defer(actor, id, request);
    return found(await this.learning.ofEnrollment(id));
  }
}
