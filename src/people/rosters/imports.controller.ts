import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { type PageOf, PageQuery } from '../../platform/paging';
import { NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { readUpload, TakesFile } from '../../platform/uploads';
import { rosterKeepers, rosterReaders, rosterUnitsVisibleTo } from '../people.policy';
import type { ComparedRow } from './comparison';
import {
  type PersonNotInFile,
  type RosterImportItem,
  type RosterImportListed,
  RosterImportsQueries,
  type RosterSummary,
} from './imports.queries';
import { RosterApplicationRequest, RosterRowsQuery, UploadRosterRequest } from './imports.requests';
import { RosterImportsService } from './imports.service';
import { isWithin } from '../../platform/access/reach';

@ApiTags('people')
@Controller('api/v1/roster-imports')
export class RosterImportsController {
  constructor(
    private readonly queries: RosterImportsQueries,
    private readonly service: RosterImportsService,
  ) {}

  /** The rosters the caller's units sent, newest first. */
  @Get()
  @Access(rosterReaders)
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<RosterImportListed>> {
    return this.queries.list({ ...query, unitIds: rosterUnitsVisibleTo(actor) });
  }

  /** Compares a unit's roster (.xlsx, .xls, .ods or .csv) with what is stored: a dry run, which changes nobody. */
  @Post()
  @TakesFile({ unitId: 'required' })
  @Access(rosterKeepers)
  async preview(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<RosterImportItem> {
    const { file, fields } = await readUpload(request);
    const { unitId } = readRequest(UploadRosterRequest, fields);
    return this.find(actor, await this.service.preview(actor, unitId, file));
  }

  /** Reads the file of a dry run once more, with other tables or with what is hidden in it: a dry run of its own. */
  @Post(':id/readings')
  @Access(rosterKeepers)
  async readAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() choice: ReadingRequest,
  ): Promise<RosterImportItem> {
    return this.find(actor, await this.service.readAgain(actor, id, choice));
  }

  /** A roster, its rows (of one verdict, if told) and the people of the unit it does not name. */
  @Get(':id')
  @Access(rosterReaders)
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: RosterRowsQuery,
  ): Promise<RosterImportItem & { rows: PageOf<ComparedRow>; notInFile: readonly PersonNotInFile[] }> {
    const item = await this.find(actor, id);
    return { ...item, rows: await this.queries.rows(id, query), notInFile: await this.queries.notInFile(id) };
  }

  /** Does exactly what the dry run said; refused when these people were changed since. What the file leaves blank stays, unless its kind is named. */
  @Post(':id/application')
  @Access(rosterKeepers)
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: RosterApplicationRequest,
  ): Promise<RosterSummary> {
    return this.service.apply(actor, id, request);
  }

  /** Undoes an applied roster, while nothing was built on it. */
  @Post(':id/reversal')
  @Access(rosterKeepers)
  @HttpCode(200)
  async reverse(@CurrentActor() actor: Actor, @PathId() id: string): Promise<RosterSummary> {
    return this.service.reverse(actor, id);
  }

  private async find(actor: Actor, id: string): Promise<RosterImportItem> {
    const item = await this.queries.rosterImport(id);
    if (!item || !isWithin(rosterUnitsVisibleTo(actor), item.unitId)) throw new NotFound();
    return item;
  }
}
