import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { ReasonRequest } from '../nominations.requests';
import { ReversalsQueries, type WouldComeBack } from './reversals.queries';
import { ReversalsService } from './reversals.service';

@ApiTags('classes')
@Controller('api/v1/classes/:id/cancellation/reversal')
@Access(classPlanners)
export class ReversalsController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly reversals: ReversalsQueries,
    private readonly service: ReversalsService,
  ) {}

  /** What taking the cancellation back would bring back, and what not. */
  @Get()
  async look(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<WouldComeBack> {
    await this.classes.seen(actor, classId);
    return this.reversals.wouldComeBack(classId);
  }

  /** A class that was cancelled by mistake takes place: half-days, nominations, seats and people come back as far as they are free. */
  @Post()
  @HttpCode(200)
  async reverse(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<WouldComeBack> {
    return this.service.reverse(actor, classId, reason);
  }
}
