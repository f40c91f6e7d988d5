import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { callerLocale } from '../../platform/messages/caller-locale';
import { type PageOf, PageQuery } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { type DuplicateItem, DuplicatesQueries } from './duplicates.queries';
import { type Comparison, DuplicatesService } from './duplicates.service';
import { duplicatesVisibleTo, personMergers } from './mergers.policy';
import { type MergerItem, MergersQueries } from './mergers.queries';
import { DistinctionRequest, DuplicatesRequest, MergerReversalRequest, PersonMergerRequest } from './mergers.requests';
import { PersonMergersService } from './mergers.service';

@ApiTags('people')
@Controller('api/v1/people')
@Access(personMergers)
export class PersonMergersController {
  constructor(
    private readonly duplicates: DuplicatesQueries,
    private readonly comparisons: DuplicatesService,
    private readonly mergers: PersonMergersService,
    private readonly queries: MergersQueries,
  ) {}

  /** Pairs of records that may be of one person, by given name unless told. */
  @Get('duplicates')
  async list(@CurrentActor() actor: Actor, @Query() query: DuplicatesRequest): Promise<PageOf<DuplicateItem>> {
    return this.duplicates.list({ ...query, unitIds: duplicatesVisibleTo(actor) });
  }

  /** The list as a workbook in the caller's language. */
  @Get('duplicates/workbook')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() query: DuplicatesRequest,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return download(await this.comparisons.workbook(actor, query, callerLocale(request)));
  }

  /** Records that were made one, the newest first. */
  @Get('mergers')
  async listMergers(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<MergerItem>> {
    return this.queries.list({ ...query, unitIds: duplicatesVisibleTo(actor) });
  }

  @Get('mergers/:id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<MergerItem> {
    return this.merger(actor, id);
  }

  /** Both are again as they were; refused once something was built on the merger, with what that is. */
  @Post('mergers/:id/reversal')
  @HttpCode(200)
  async undo(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: MergerReversalRequest,
  ): Promise<MergerItem> {
    await this.mergers.undo(actor, id, reason);
    return this.merger(actor, id);
  }

  /** Two records side by side, with what must be settled before the other becomes part of the one. */
  @Get(':id/duplicates/:otherId')
  async compare(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('otherId') otherId: string,
  ): Promise<Comparison> {
    return this.comparisons.compare(actor, id, otherId);
  }

  /** Another record of the same person becomes part of this one; all that names it moves. */
  @Post(':id/mergers')
  async merge(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: PersonMergerRequest,
  ): Promise<MergerItem> {
    return this.merger(actor, await this.mergers.merge(actor, id, request));
  }

  /** They are alike, and two people: the pair is asked about no more. */
  @Post(':id/distinctions')
  @HttpCode(204)
  async tellApart(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { otherId }: DistinctionRequest,
  ): Promise<void> {
    await this.comparisons.tellApart(actor, id, otherId);
  }

  @Delete(':id/distinctions/:otherId')
  @HttpCode(204)
  async withdrawDistinction(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('otherId') otherId: string,
  ): Promise<void> {
    await this.comparisons.withdrawDistinction(actor, id, otherId);
  }

  private async merger(actor: Actor, id: string): Promise<MergerItem> {
    return found(await this.queries.merger(id, duplicatesVisibleTo(actor)));
  }
}
