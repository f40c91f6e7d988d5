import { Body, Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { IfMatch } from '../../platform/etags';
import { callerLocale } from '../../platform/messages/caller-locale';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { rosterKeepers, rosterReaders } from '../people.policy';
import { CorrectPersonRequest, readCorrection } from '../people.requests';
import { correctionsVisibleTo, maySeeCorrection } from './corrections.policy';
import { type CorrectionItem, CorrectionsQueries } from './corrections.queries';
import { CorrectionAskedRequest, CorrectionDeclinedRequest, CorrectionListQuery } from './corrections.requests';
import { CorrectionsService } from './corrections.service';
import { CorrectionExportsService } from './exports.service';

@ApiTags('people')
@Controller('api/v1/correction-requests')
@Access('signed_in')
export class CorrectionsController {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly queries: CorrectionsQueries,
    private readonly exports: CorrectionExportsService,
  ) {}

  /** What people of the caller's units say is wrong on their record, and the caller's own. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: CorrectionListQuery): Promise<PageOf<CorrectionItem>> {
    return this.queries.list({ ...query, visible: correctionsVisibleTo(actor) });
  }

  /** The list as a workbook in the caller's language. */
  @Get('workbook')
  @Access(rosterReaders)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() query: CorrectionListQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return download(await this.exports.workbook(actor, query, callerLocale(request)));
  }

  /** The caller says what is wrong on their own record; one open request a fact. */
  @Post()
  async ask(@CurrentActor() actor: Actor, @Body() request: CorrectionAskedRequest): Promise<CorrectionItem> {
    return this.shown(actor, await this.corrections.ask(actor, request));
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<CorrectionItem> {
    return this.shown(actor, id);
  }

  /** Corrects the record, as `PATCH /people/:id` does, and tells the person. */
  @Post(':id/correction')
  @Access(rosterKeepers)
  @HttpCode(200)
  @ApiBody({ type: CorrectPersonRequest })
  async correct(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<CorrectionItem> {
    await this.corrections.correct(actor, id, readCorrection(sent ?? {}), version);
    return this.shown(actor, id);
  }

  /** The record stays as it is; the person reads why. */
  @Post(':id/rejection')
  @Access(rosterKeepers)
  @HttpCode(200)
  async decline(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { answer }: CorrectionDeclinedRequest,
  ): Promise<CorrectionItem> {
    await this.corrections.decline(actor, id, answer);
    return this.shown(actor, id);
  }

  private async shown(actor: Actor, id: string): Promise<CorrectionItem> {
    return found(await this.queries.request(id), (request) => maySeeCorrection(actor, request));
  }
}
