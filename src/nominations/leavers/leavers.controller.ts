import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { nominationFollowers, nominators } from '../nominations.policy';
import { ReasonRequest } from '../nominations.requests';
import { type LeaverItem, LeaversQueries } from './leavers.queries';
import { LeaverDecisionsRequest, LeaversQuery, StayingRequest } from './leavers.requests';
import { LeaversService } from './leavers.service';

@ApiTags('nominations')
@Controller('api/v1/leavers')
export class LeaversController {
  constructor(
    private readonly leavers: LeaversService,
    private readonly queries: LeaversQueries,
  ) {}

  /** Who left or moved with a place in a class, while nobody has said what becomes of it; for the unit that sent them and the one they are of now. */
  @Get()
  @Access(nominationFollowers)
  async list(@CurrentActor() actor: Actor, @Query() query: LeaversQuery): Promise<PageOf<LeaverItem>> {
    return this.queries.open({ ...query, visibleUnits: unitsVisibleTo(actor) });
  }

  /** One decision for several; who was settled meanwhile, or is not the caller's to decide about, stays as they are. */
  @Post('decisions')
  @Access(nominators)
  @HttpCode(200)
  async decideAll(
    @CurrentActor() actor: Actor,
    @Body() { ids, decision, reason }: LeaverDecisionsRequest,
  ): Promise<{ readonly settled: number }> {
    return { settled: await this.leavers.decideAll(actor, ids, decision, reason ?? null) };
  }

  /** They keep the place. Somebody else in it is a substitution of the nomination. */
  @Post(':id/staying')
  @Access(nominators)
  @HttpCode(200)
  async stay(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: StayingRequest,
  ): Promise<LeaverItem> {
    await this.leavers.stay(actor, id, reason ?? null);
    return found(await this.queries.leaver(id));
  }

  /** Ends the nomination, and the enrollment with it; of somebody the office entered, the enrollment. */
  @Post(':id/withdrawal')
  @Access(nominators)
  @HttpCode(200)
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<LeaverItem> {
    await this.leavers.withdraw(actor, id, reason);
    return found(await this.queries.leaver(id));
  }
}
