import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import { AttendanceTrailQueries, type HalfDayTrailEntry } from './attendance-trail.queries';
import { AttendanceQueries, type SheetRow, type TrailEntry } from './attendance.queries';
import { AttendanceService, type AttendanceTaken } from './attendance.service';
import { AttendanceKeepers } from './sites';
import { attendanceTakers, rosterReaders, type RosterScope } from './enrollments.policy';
import { AttendanceRequest, SheetQuery, TrailQuery } from './enrollments.requests';

@ApiTags('attendance')
@Controller('api/v1/half-days/:id')
@Access(rosterReaders)
export class AttendanceController {
  constructor(
    private readonly attendance: AttendanceService,
    private readonly queries: AttendanceQueries,
    private readonly trails: AttendanceTrailQueries,
    private readonly keepers: AttendanceKeepers,
  ) {}

  /** The attendance sheet of a half-day by given name; units see their own people, and whoever sits with them where they host it. */
  @Get('attendance')
  async sheet(
    @CurrentActor() actor: Actor,
    @PathId() halfDayId: string,
    @Query() query: SheetQuery,
  ): Promise<PageOf<SheetRow>> {
    return this.queries.rows({ halfDayId, ...(await this.scopeOf(actor, halfDayId)), ...query });
  }

  /** Takes attendance: all entries are recorded, or none is; one about yourself is left to others. A unit that hosts the half-day does so for those who sit there. Changing a mark that was set needs a reason. */
  @Put('attendance')
  @Takes({ kilobytes: 1024 })
  @Access(attendanceTakers)
  async mark(
    @CurrentActor() actor: Actor,
    @PathId() halfDayId: string,
    @Body() { entries, source = 'phone' }: AttendanceRequest,
  ): Promise<AttendanceTaken> {
    const told = entries.map(({ direction, ...entry }) => ({
      ...entry,
      ...(direction && { directions: [direction] }),
    }));
    return this.attendance.mark(actor, halfDayId, told, source);
  }

  /** Every mark made at a half-day, newest first: who marked whom, when and from where. */
  @Get('attendance-trail')
  async wholeTrail(
    @CurrentActor() actor: Actor,
    @PathId() halfDayId: string,
    @Query() query: TrailQuery,
  ): Promise<PageOf<HalfDayTrailEntry>> {
    return this.trails.ofHalfDay({ halfDayId, ...(await this.scopeOf(actor, halfDayId)), ...query });
  }

  /** Who marked this person, when and from where; newest first. */
  @Get('attendance/:enrollmentId')
  async trail(
    @CurrentActor() actor: Actor,
    @PathId() halfDayId: string,
    @PathId('enrollmentId') enrollmentId: string,
  ): Promise<PageOf<TrailEntry>> {
    const scope = await this.scopeOf(actor, halfDayId);
    return { items: await this.queries.trail({ halfDayId, enrollmentId, ...scope }), next: null };
  }

  private async scopeOf(actor: Actor, halfDayId: string): Promise<RosterScope> {
    const { scope } = await this.keepers.sheet(actor, halfDayId);
    return scope;
  }
}
