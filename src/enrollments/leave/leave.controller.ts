import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classRunners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { maySeeLeave } from '../enrollments.policy';
import { type LeaveRequestItem, LeaveRequestsQueries } from './leave.queries';
import { LeaveDecisionBody, leaveGiven, LeavePaperBody, LeaveRequestBody, LeaveRequestsQuery } from './leave.requests';
import { LeaveRequestsService } from './leave.service';

@ApiTags('attendance')
@Controller('api/v1/leave-requests')
@Access('signed_in')
export class LeaveRequestsController {
  constructor(
    private readonly requests: LeaveRequestsService,
    private readonly queries: LeaveRequestsQueries,
  ) {}

  /** One's own requests, those of classes one runs, those of one's unit; newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: LeaveRequestsQuery): Promise<PageOf<LeaveRequestItem>> {
    return this.queries.list(actor, query);
  }

  /** The caller asks to be away from half-days of one class. */
  @Post()
  async ask(@CurrentActor() actor: Actor, @Body() body: LeaveRequestBody): Promise<LeaveRequestItem> {
    return this.shown(actor, await this.requests.ask(actor, body.halfDayIds, leaveGiven(body)));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<LeaveRequestItem> {
    return this.shown(actor, id);
  }

  /** Excuses the half-days, except where the person was present after all. */
  @Post(':id/approval')
  @Access(classRunners)
  @HttpCode(200)
  async approve(@CurrentActor() actor: Actor, @PathId() id: string): Promise<LeaveRequestItem> {
    await this.requests.approve(actor, id);
    return this.shown(actor, id);
  }

  @Post(':id/rejection')
  @Access(classRunners)
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: LeaveDecisionBody,
  ): Promise<LeaveRequestItem> {
    await this.requests.decline(actor, id, reason);
    return this.shown(actor, id);
  }

  /** The caller asks for the time a half-day was moved to, where leave was for the old one. */
  @Post(':id/renewal')
  @HttpCode(200)
  async askAgain(@CurrentActor() actor: Actor, @PathId() id: string): Promise<LeaveRequestItem> {
    await this.requests.askAgain(actor, id);
    return this.shown(actor, id);
  }

  /** The caller names the paper that proves the reason. */
  @Put(':id/paper')
  async namePaper(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { paperNumber, paperOn }: LeavePaperBody,
  ): Promise<LeaveRequestItem> {
    await this.requests.namePaper(actor, id, { number: paperNumber, on: paperOn ?? null });
    return this.shown(actor, id);
  }

  /** Says that the paper was seen; where the course asks for one, approved leave excuses from then on. */
  @Post(':id/paper-check')
  @Access(classRunners)
  @HttpCode(200)
  async seePaper(@CurrentActor() actor: Actor, @PathId() id: string): Promise<LeaveRequestItem> {
    await this.requests.seePaper(actor, id);
    return this.shown(actor, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string): Promise<LeaveRequestItem> {
    await this.requests.withdraw(actor, id);
    return this.shown(actor, id);
  }

  private async shown(actor: Actor, id: string): Promise<LeaveRequestItem> {
    return found(await this.queries.request(id), (request) => maySeeLeave(actor, request));
  }
}
