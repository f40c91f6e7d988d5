import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mayKeepUnit, treeKeepers } from '../../organization/organization.policy';
import { OrganizationQueries, type UnitToday } from '../../organization/organization.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { type StandingInTheWay, UnitEndingsQueries } from './endings.queries';
import { UnitEndRequest } from './endings.requests';
import { UnitEndingsService } from './endings.service';

@ApiTags('organization')
@Controller('api/v1/units/:id/end')
@Access(treeKeepers)
export class UnitEndingsController {
  constructor(
    private readonly service: UnitEndingsService,
    private readonly endings: UnitEndingsQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  /** What of the unit is under way, and keeps it from leaving. */
  @Get()
  async inTheWay(@CurrentActor() actor: Actor, @PathId() id: string): Promise<StandingInTheWay> {
    found(await this.organization.unit(id), () => mayKeepUnit(actor, id));
    return this.endings.inTheWay(id);
  }

  /** The unit leaves the Bloc; its records, certificates and reports stay. */
  @Post()
  @HttpCode(200)
  async end(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: UnitEndRequest): Promise<UnitToday> {
    await this.service.end(actor, id, request);
    return found(await this.organization.unit(id));
  }
}
