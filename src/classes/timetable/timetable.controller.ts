import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassesQueries, type HalfDayItem } from '../classes.queries';
import { readPattern, TimetablePatternRequest } from './timetable.requests';
import { type PreviewedHalfDay, type TimetablePreview, TimetablePreviewService } from './preview.service';

/** Reading and planning; what changes half-days is offered where the people enrolled are known. */
@ApiTags('classes')
@Controller('api/v1/classes/:id/half-days')
export class TimetableController {
  constructor(
    private readonly previews: TimetablePreviewService,
    private readonly classes: ClassesQueries,
  ) {}

  /** The timetable of a class in time order, with the cancelled half-days. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<HalfDayItem>> {
    await this.classes.seen(actor, id);
    return { items: await this.classes.halfDays(id), next: null };
  }

  /**
   * What a pattern would yield: the days left out and why, whatever stands in the way, and whether it ends after the
   * class does; stores nothing.
   */
  @Post('preview')
  @Access(classPlanners)
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: TimetablePatternRequest,
  ): Promise<PageOf<PreviewedHalfDay> & Omit<TimetablePreview, 'halfDays'>> {
    const { pattern } = readPattern(sent);
    const { halfDays, ...preview } = await this.previews.preview(actor, id, { pattern });
    return { items: halfDays, ...preview, next: null };
  }
}
