import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { learnerMovers, maySeeEnrollment } from '../../enrollments/enrollments.policy';
import { type Learning, LearningQueries } from '../../enrollments/learning.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { type TransferChoices, TransfersQueries } from './transfers.queries';
import { TransferRequest } from './transfers.requests';
import { TransfersService } from './transfers.service';

@ApiTags('enrollments')
@Controller('api/v1/enrollments/:id')
@Access(learnerMovers)
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly queries: TransfersQueries,
    private readonly learning: LearningQueries,
  ) {}

  /** The classes somebody could learn on in, with the seats their unit could take there, and what the course carries. */
  @Get('transfer-choices')
  async choices(@CurrentActor() actor: Actor, @PathId() id: string): Promise<TransferChoices> {
    const { classId, unitId } = found(await this.learning.ofEnrollment(id), (one) => maySeeEnrollment(actor, one));
    return this.queries.choices(classId, unitId);
  }

  /**
   * The person learns on in another class of the course: the seat here goes to the next reserve, one there is taken, and
   * what the course carries comes along with its origin. Answers how they learn there.
   */
  @Post('transfer')
  async transfer(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: TransferRequest,
  ): Promise<Learning> {
    return found(await this.learning.ofEnrollment(await this.transfers.transfer(actor, id, request)));
  }
}
