import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassesQueries } from '../classes.queries';
import { type ParallelClass, ParallelsQueries } from './parallels.queries';
import { ParallelsRequest } from './parallels.requests';
import { ParallelsService } from './parallels.service';

@ApiTags('classes')
@Controller('api/v1/classes/:id/parallels')
@Access(classPlanners)
export class ParallelsController {
  constructor(
    private readonly parallels: ParallelsService,
    private readonly queries: ParallelsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  /** The class and those it shares a timetable with, the leading one first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<PageOf<ParallelClass>> {
    await this.classes.seen(actor, classId);
    return { items: await this.queries.of(classId), next: null };
  }

  /** Other classes of the course follow the timetable of this one. */
  @Post()
  async declare(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { classIds }: ParallelsRequest,
  ): Promise<PageOf<ParallelClass>> {
    await this.parallels.declare(actor, classId, classIds);
    return { items: await this.queries.of(classId), next: null };
  }

  /** A class that followed this one has a timetable of its own again. */
  @Post(':otherId/ending')
  @HttpCode(200)
  async end(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('otherId') otherId: string,
  ): Promise<PageOf<ParallelClass>> {
    await this.parallels.end(actor, classId, otherId);
    return { items: await this.queries.of(classId), next: null };
  }
}
