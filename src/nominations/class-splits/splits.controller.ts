import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { ClassSplitRequest } from './splits.requests';
import { ClassSplitsService, type SplitOutcome } from './splits.service';

@ApiTags('classes')
@Controller('api/v1/classes/:id/splits')
@Access(classPlanners)
export class ClassSplitsController {
  constructor(private readonly splits: ClassSplitsService) {}

  /** Part of the class goes on in new classes of the same course and timetable, with seats, nominations, attendance, leave, marks and essays. */
  @Post()
  async split(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() wanted: ClassSplitRequest,
  ): Promise<SplitOutcome> {
    return this.splits.split(actor, classId, wanted);
  }

  /** What the same split would do; nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() wanted: ClassSplitRequest,
  ): Promise<SplitOutcome> {
    return this.splits.tryOut(actor, classId, wanted);
  }
}
