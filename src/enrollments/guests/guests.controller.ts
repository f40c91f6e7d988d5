import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classRunners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { mayArrangeGuests, maySeeEnrollment } from '../enrollments.policy';
import { type Learning, LearningQueries } from '../learning.queries';
import { GuestsQueries, type HalfDayToVisit } from './guests.queries';
import { CallOffRequest, GuestRequest } from './guests.requests';
import { GuestsService } from './guests.service';

@ApiTags('enrollments')
@Controller('api/v1/enrollments/:id/half-days/:halfDayId')
@Access(classRunners)
export class GuestsController {
  constructor(
    private readonly guests: GuestsService,
    private readonly queries: GuestsQueries,
    private readonly learning: LearningQueries,
  ) {}

  /** Half-days of other classes of the course at which this one could be made up and the person is free, those of parallel classes first. */
  @Get('guest-choices')
  async choices(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('halfDayId') halfDayId: string,
  ): Promise<PageOf<HalfDayToVisit>> {
    const { classId, personId } = found(await this.learning.ofEnrollment(id), (one) => maySeeEnrollment(actor, one));
    return {
      items: mayArrangeGuests(actor, classId) ? await this.queries.choices(halfDayId, personId) : [],
      next: null,
    };
  }

  /** The person makes this half-day up at one of another class: they stand on its sheet, and being present there counts here. */
  @Post('guest')
  async arrange(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('halfDayId') halfDayId: string,
    @Body() request: GuestRequest,
  ): Promise<Learning> {
    await this.guests.arrange(actor, id, halfDayId, request);
    return found(await this.learning.ofEnrollment(id));
  }

  /** Takes them off that sheet again, as long as nobody marked them there. */
  @Post('guest-calling-off')
  @HttpCode(200)
  async callOff(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('halfDayId') halfDayId: string,
    @Body() { reason }: CallOffRequest,
  ): Promise<Learning> {
    await this.guests.callOff(actor, id, halfDayId, reason);
    return found(await this.learning.ofEnrollment(id));
  }
}
