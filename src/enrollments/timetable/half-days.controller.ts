import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries, type HalfDayItem } from '../../classes/classes.queries';
import {
  HalfDayChangeRequest,
  readHalfDayChange,
  readPlan,
  TimetablePatternRequest,
} from '../../classes/timetable/timetable.requests';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { HalfDayCancellationRequest } from '../enrollments.requests';
import type { ParallelChange } from '../../classes/parallels/parallel-changes';
import { TimetableChangesService } from './timetable-changes.service';

/** Changes of half-days, offered here because the attendance of those enrolled changes with them. */
@ApiTags('classes')
@Controller('api/v1')
@Access(classPlanners)
export class HalfDaysController {
  constructor(
    private readonly changes: TimetableChangesService,
    private readonly classes: ClassesQueries,
  ) {}

  /** Adds one half-day (`day`, `part` …) or those of a pattern (`weekdays`, `parts`, `from`, `to` or `count` …). */
  @Post('classes/:id/half-days')
  @ApiBody({ type: TimetablePatternRequest })
  async add(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() sent: object,
  ): Promise<PageOf<HalfDayItem>> {
    const ids = new Set(await this.changes.add(actor, classId, readPlan(sent)));
    const halfDays = await this.classes.halfDays(classId);
    return { items: halfDays.filter(({ id }) => ids.has(id)), next: null };
  }

  /** Moves a half-day, or changes its room, lecturer or topic. Nobody's time may be taken twice. */
  @Patch('half-days/:id')
  @ApiBody({ type: HalfDayChangeRequest })
  async move(@CurrentActor() actor: Actor, @PathId() id: string, @Body() sent: object): Promise<HalfDayItem> {
    await this.changes.move(actor, id, readHalfDayChange(sent));
    return (await this.classes.halfDay(id))!;
  }

  /** What the same change would do in the parallel classes named in it; nothing is changed. */
  @Post('half-days/:id/preview')
  @HttpCode(200)
  @ApiBody({ type: HalfDayChangeRequest })
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
  ): Promise<PageOf<ParallelChange>> {
    return { items: [...(await this.changes.tryOut(actor, id, readHalfDayChange(sent)))], next: null };
  }

  /** Cancels a half-day; the room, the lecturer and everybody's time are free again. Where attendance was taken it asks first. */
  @Post('half-days/:id/cancellation')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason, marked, alsoInClassIds }: HalfDayCancellationRequest,
  ): Promise<HalfDayItem> {
    await this.changes.cancel(actor, id, reason, marked, alsoInClassIds);
    return (await this.classes.halfDay(id))!;
  }
}
