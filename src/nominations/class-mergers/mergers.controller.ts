import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { ClassMergerRequest } from './mergers.requests';
import { type ClassMergerOutcome, ClassMergersService } from './mergers.service';

@ApiTags('classes')
@Controller('api/v1/classes/:id/merger')
@Access(classPlanners)
export class ClassMergersController {
  constructor(private readonly mergers: ClassMergersService) {}

  /** Everybody and everything of the class goes into another one of its course; the class ends as merged into that one. */
  @Post()
  async merge(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() wanted: ClassMergerRequest,
  ): Promise<ClassMergerOutcome> {
    return this.mergers.merge(actor, classId, wanted);
  }

  /** What the same merger would do, and who stands in its way; nothing is changed. */
  @Post('preview')
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() wanted: ClassMergerRequest,
  ): Promise<ClassMergerOutcome> {
    return this.mergers.tryOut(actor, classId, wanted);
  }
}
