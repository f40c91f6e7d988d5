import { Body, Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { ReadingRequest } from '../platform/imports/reading.requests';
import { type PageOf, PageQuery } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { readUpload, TakesFile } from '../platform/uploads';
import type { ComparedMarks } from './mark-comparison';
import { type MarkImportItem, type MarkImportListed, MarkImportsQueries } from './mark-imports.queries';
import { MarkImportsService } from './mark-imports.service';
import { markers, mayEnterMarks } from './theory-classes.policy';
import { ApplicationRequest, MarkRowsQuery } from './theory-classes.requests';

@ApiTags('theory classes')
@Controller('api/v1')
@Access(markers)
export class MarkImportsController {
  constructor(
    private readonly service: MarkImportsService,
    private readonly queries: MarkImportsQueries,
  ) {}

  /** The roster with the marks so far, as an .xlsx to fill in and send back. */
  @Get('classes/:id/marks/workbook')
  async workbook(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<StreamableFile> {
    return download(await this.service.workbook(actor, classId));
  }

  /** The workbooks sent for a class, the newest first. */
  @Get('classes/:id/mark-imports')
  async list(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: PageQuery,
  ): Promise<PageOf<MarkImportListed>> {
    if (!mayEnterMarks(actor, classId)) throw new NotFound();
    return this.queries.list(classId, query);
  }

  /** Compares a workbook (.xlsx, .xls, .ods or .csv) with the marks there are: a dry run, which enters nothing. */
  @Post('classes/:id/mark-imports')
  @TakesFile()
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Req() request: FastifyRequest,
  ): Promise<MarkImportItem> {
    if (!mayEnterMarks(actor, classId)) throw new NotFound();
    const { file } = await readUpload(request);
    return this.find(actor, await this.service.preview(actor, classId, file));
  }

  /** Reads the file of a dry run once more, with other tables or with what is hidden in it: a dry run of its own. */
  @Post('mark-imports/:id/readings')
  async readAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() choice: ReadingRequest,
  ): Promise<MarkImportItem> {
    return this.find(actor, await this.service.readAgain(actor, id, choice));
  }

  /** A workbook and what becomes of its rows (of one verdict, if told). */
  @Get('mark-imports/:id')
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: MarkRowsQuery,
  ): Promise<MarkImportItem & { rows: PageOf<ComparedMarks> }> {
    return { ...(await this.find(actor, id)), rows: await this.queries.rows(id, query) };
  }

  /** Enters exactly what the dry run said; refused when one of these marks changed since. */
  @Post('mark-imports/:id/application')
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() application: ApplicationRequest,
  ): Promise<{ changed: number }> {
    return this.service.apply(actor, id, application);
  }

  private async find(actor: Actor, id: string): Promise<MarkImportItem> {
    const item = await this.queries.markImport(id);
    if (!item || !mayEnterMarks(actor, item.classId)) throw new NotFound();
    return item;
  }
}
