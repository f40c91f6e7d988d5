import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { JoiningRequest } from './joinings.requests';
import { type Joinable, JoiningsService } from './joinings.service';

@ApiTags('organization')
@Controller('api/v1/units/:id/joining')
@Access(classPlanners)
export class JoiningsController {
  constructor(
    private readonly joinings: JoiningsService,
    private readonly organization: OrganizationQueries,
  ) {}

  /** Open calls in which a unit has no seat, and studies that go on without it. */
  @Get()
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<Joinable> {
    found(await this.organization.unit(id));
    return this.joinings.open(actor, id);
  }

  /** Gives it seats of the pools and calls it, all or nothing; where a study has begun its roll is that of today. */
  @Post()
  @HttpCode(200)
  async join(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: JoiningRequest): Promise<Joinable> {
    found(await this.organization.unit(id));
    await this.joinings.join(actor, id, request);
    return this.joinings.open(actor, id);
  }
}
