import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { CancellationsService } from './cancellations.service';
import { ReasonRequest } from '../nominations.requests';

@ApiTags('classes')
@Controller('api/v1/classes')
export class ClassCancellationController {
  constructor(private readonly cancellations: CancellationsService) {}

  /** The class will not take place: nominations and enrollments end, seats go free. */
  @Post(':id/cancellation')
  @Access(classPlanners)
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<void> {
    await this.cancellations.cancelClass(actor, classId, reason);
  }
}
