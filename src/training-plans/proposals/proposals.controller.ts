import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiProduces, ApiTags } from '@nestjs/swagger';
import { planReaders } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { IfMatch, Tagged } from '../../platform/etags';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { planConfirmers, planKeepers } from '../training-plans.policy';
import { YearPipe } from '../training-plans.requests';
import { type CommentItem, PlanCommentsService } from './comments.service';
import { PlanConfirmationsService } from './confirmations.service';
import { proposalsShownTo } from './proposals.policy';
import { type NeedItem, PlanProposalsQueries, type PlanSeason, type ProposalItem } from './proposals.queries';
import {
  ChangeProposalRequest,
  NeedsRequest,
  NewProposalRequest,
  NoNeedRequest,
  PlanCommentRequest,
  PlanConfirmationRequest,
  PlanSeasonRequest,
  ProposalAnswerRequest,
  ProposalsQuery,
  readProposalChanges,
} from './proposals.requests';
import { PlanProposalsService } from './proposals.service';
import { PlanSeasonsService } from './seasons.service';
import { unitMeant } from './speakers';
import { PlanWorkbooks } from './workbooks';

@ApiTags('training plans')
@Controller('api/v1')
@Tagged()
export class PlanProposalsController {
  constructor(
    private readonly seasons: PlanSeasonsService,
    private readonly service: PlanProposalsService,
    private readonly confirmations: PlanConfirmationsService,
    private readonly comments: PlanCommentsService,
    private readonly queries: PlanProposalsQueries,
    private readonly workbooks: PlanWorkbooks,
  ) {}

  /** Until when units are asked what they need, and who has not answered. */
  @Get('training-plans/:year/season')
  @Access(planReaders)
  async season(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number): Promise<PlanSeason> {
    return found(await this.queries.season(year, proposalsShownTo(actor)));
  }

  /** Asks the units, or gives them longer. */
  @Put('training-plans/:year/season')
  @Access(planKeepers)
  async open(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { lastDay }: PlanSeasonRequest,
  ): Promise<PlanSeason> {
    await this.seasons.open(actor, year, lastDay);
    return this.season(actor, year);
  }

  /** The proposals as a sheet, with what the office answered. */
  @Get('training-plans/:year/proposals/workbook')
  @Access(planReaders)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Query() { unitId, state }: ProposalsQuery,
  ): Promise<StreamableFile> {
    return download(await this.workbooks.proposalsOf(actor, year, { unitId, state }));
  }

  /** How many people each unit means to send, line by line, of the units the caller sees. */
  @Get('training-plans/:year/needs')
  @Access(planReaders)
  async needs(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number): Promise<PageOf<NeedItem>> {
    return { items: await this.queries.needs({ year }, proposalsShownTo(actor)), next: null };
  }

  /** The numbers of one unit; what it said of lines that are left out stays. */
  @Put('training-plans/:year/needs')
  @Access(planReaders)
  async sayNeeds(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { unitId, needs }: NeedsRequest,
  ): Promise<PageOf<NeedItem>> {
    await this.seasons.sayNeeds(actor, year, unitMeant(actor, unitId), needs);
    return this.needs(actor, year);
  }

  /** "No need this year" is an answer, too. */
  @Post('training-plans/:year/no-need')
  @Access(planReaders)
  @HttpCode(200)
  async sayNone(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { unitId, note }: NoNeedRequest,
  ): Promise<PlanSeason> {
    await this.seasons.sayNone(actor, year, unitMeant(actor, unitId), note ?? null);
    return this.season(actor, year);
  }

  /** A committee confirms lines as the caller saw them (412 when one was changed since). */
  @Post('training-plans/:year/confirmations')
  @Access(planConfirmers)
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { lines }: PlanConfirmationRequest,
  ): Promise<{ readonly confirmed: number }> {
    return { confirmed: await this.confirmations.confirm(actor, year, lines) };
  }

  @Get('training-plans/:year/proposals')
  @Access(planReaders)
  async list(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Query() query: ProposalsQuery,
  ): Promise<PageOf<ProposalItem>> {
    return this.queries.list(year, proposalsShownTo(actor), query);
  }

  @Post('training-plans/:year/proposals')
  @Access(planReaders)
  async propose(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { unitId, ...proposal }: NewProposalRequest,
  ): Promise<ProposalItem> {
    return this.show(actor, await this.service.propose(actor, year, unitMeant(actor, unitId), proposal));
  }

  @Get('training-plan-proposals/:id')
  @Access(planReaders)
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ProposalItem> {
    return found(await this.queries.proposal(id, proposalsShownTo(actor)));
  }

  /** Changes what was sent, until the office answered. */
  @Patch('training-plan-proposals/:id')
  @Access(planReaders)
  @ApiBody({ type: ChangeProposalRequest })
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<ProposalItem> {
    await this.service.change(actor, id, readProposalChanges(sent ?? {}), version);
    return this.show(actor, id);
  }

  @Post('training-plan-proposals/:id/withdrawal')
  @Access(planReaders)
  @HttpCode(200)
  async withdraw(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ProposalItem> {
    await this.service.withdraw(actor, id);
    return this.show(actor, id);
  }

  /** Taken in as a line, merged into one, or declined with the reason. */
  @Post('training-plan-proposals/:id/answer')
  @Access(planKeepers)
  @HttpCode(200)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() answer: ProposalAnswerRequest,
  ): Promise<ProposalItem> {
    await this.service.answer(actor, id, answer);
    return this.show(actor, id);
  }

  @Get('training-plan-proposals/:id/comments')
  @Access(planReaders)
  async commentsOnProposal(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<CommentItem>> {
    return { items: await this.comments.of(actor, { proposalId: id }), next: null };
  }

  @Post('training-plan-proposals/:id/comments')
  @Access(planReaders)
  async commentOnProposal(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { text }: PlanCommentRequest,
  ): Promise<PageOf<CommentItem>> {
    await this.comments.add(actor, { proposalId: id }, text);
    return this.commentsOnProposal(actor, id);
  }

  @Get('training-plan-lines/:id/comments')
  @Access(planReaders)
  async commentsOnLine(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<CommentItem>> {
    return { items: await this.comments.of(actor, { lineId: id }), next: null };
  }

  @Post('training-plan-lines/:id/comments')
  @Access(planReaders)
  async commentOnLine(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { text }: PlanCommentRequest,
  ): Promise<PageOf<CommentItem>> {
    await this.comments.add(actor, { lineId: id }, text);
    return this.commentsOnLine(actor, id);
  }
}
