import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { reviewers } from '../nominations.policy';
import { OutsiderRequest } from './outsiders.requests';
import { OutsidersService } from './outsiders.service';

@ApiTags('nominations')
@Controller('api/v1/classes/:id/outsiders')
@Access(reviewers)
export class OutsidersController {
  constructor(private readonly outsiders: OutsidersService) {}

  /** Somebody of a body outside the Bloc, with its letter: a nomination on a seat of the pool, for the office to decide on. */
  @Post()
  async enter(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() outsider: OutsiderRequest,
  ): Promise<{ readonly nominationId: string }> {
    return { nominationId: await this.outsiders.enter(actor, classId, outsider) };
  }
}
