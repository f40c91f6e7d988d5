import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { unitMergers } from '../../organization/organization.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { UnitMergerRequest } from './mergers.requests';
import { type UnitMergerOutcome, UnitMergersService } from './mergers.service';

@ApiTags('organization')
@Controller('api/v1/unit-mergers')
@Access(unitMergers)
export class UnitMergersController {
  constructor(private readonly mergers: UnitMergersService) {}

  /** Units become part of another: people, roles and free seats move; records and nominations stay as they are. */
  @Post()
  async merge(@CurrentActor() actor: Actor, @Body() request: UnitMergerRequest): Promise<UnitMergerOutcome> {
    return this.mergers.merge(actor, request);
  }

  /** What the same merger would do; nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  async preview(@CurrentActor() actor: Actor, @Body() request: UnitMergerRequest): Promise<UnitMergerOutcome> {
    return this.mergers.tryOut(actor, request);
  }
}
