import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { found } from '../../platform/problems/refusals';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { PathId, readRequest } from '../../platform/requests';
import { readUpload, TakesFile } from '../../platform/uploads';
import { type ListImportItem, ListImportsQueries, type ListImportRow, type NotListed } from './imports.queries';
import { ListImportsService } from './imports.service';
import { nominationFollowers, nominators, unitNominatedFor } from '../nominations.policy';
import { ListApplicationRequest, ReasonRequest, UnitQuery } from '../nominations.requests';
import { isWithin } from '../../platform/access/reach';

type ListImportShown = ListImportItem & {
  readonly rows: readonly ListImportRow[];
  /** Who is nominated into the class for this unit and not on the list. */
  readonly notListed: readonly NotListed[];
};

@ApiTags('list imports')
@Controller('api/v1')
export class ListImportsController {
  constructor(
    private readonly imports: ListImportsService,
    private readonly queries: ListImportsQueries,
  ) {}

  /** Dry run of a unit's list (.xlsx, .xls, .ods, .csv): every row with its verdict; nobody is nominated. */
  @Post('classes/:id/list-imports')
  @TakesFile({ unitId: 'optional' })
  @Access(nominators)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Req() request: FastifyRequest,
  ): Promise<ListImportShown> {
    const { file, fields } = await readUpload(request);
    const { unitId } = readRequest(UnitQuery, fields);
    const id = await this.imports.preview(actor, classId, unitNominatedFor(actor, unitId), file);
    return this.shown(actor, id);
  }

  @Get('list-imports/:id')
  @Access(nominationFollowers)
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ListImportShown> {
    return this.shown(actor, id);
  }

  /** Reads the file of a dry run once more, with other tables or with what is hidden in it: a dry run of its own. */
  @Post('list-imports/:id/readings')
  @Access(nominators)
  async readAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() choice: ReadingRequest,
  ): Promise<ListImportShown> {
    return this.shown(actor, await this.imports.tryAgain(actor, id, choice));
  }

  /** Does exactly what the dry run said, or refuses. */
  @Post('list-imports/:id/application')
  @Access(nominators)
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() application: ListApplicationRequest,
  ): Promise<ListImportShown> {
    await this.imports.apply(actor, id, application);
    return this.shown(actor, id);
  }

  /** Undoes the whole list while nothing was built on it. */
  @Post('list-imports/:id/reversal')
  @Access(nominators)
  @HttpCode(200)
  async reverse(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<ListImportShown> {
    await this.imports.reverse(actor, id, reason);
    return this.shown(actor, id);
  }

  private async shown(actor: Actor, id: string): Promise<ListImportShown> {
    const listImport = found(await this.queries.listImport(id), ({ unitId }) =>
      isWithin(unitsVisibleTo(actor), unitId),
    );
    return { ...listImport, rows: await this.queries.rows(id), notListed: await this.queries.notListed(id) };
  }
}
