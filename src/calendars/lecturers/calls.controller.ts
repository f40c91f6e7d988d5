import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classPlanners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { LecturerCallsQueries, type LecturerToCall } from './calls.queries';
import { LecturerCallRequest } from './calls.requests';
import { LecturerCallsService } from './calls.service';

@ApiTags('classes')
@Controller('api/v1/lecturers')
@Access(classPlanners)
export class LecturerCallsController {
  constructor(
    private readonly calls: LecturerCallsService,
    private readonly queries: LecturerCallsQueries,
  ) {}

  /** Lecturers without an address, or whose mail did not arrive, with the half-days to tell them of. */
  @Get('calls')
  async list(): Promise<PageOf<LecturerToCall>> {
    return { items: await this.queries.toCall(), next: null };
  }

  /** Notes that one was called; counts as told, so it is told again only when it changes again. */
  @Post(':id/calls')
  @HttpCode(204)
  async note(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { halfDays }: LecturerCallRequest,
  ): Promise<void> {
    await this.calls.note(actor, id, halfDays);
  }
}
