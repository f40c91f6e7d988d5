import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { ReadingRequest } from '../platform/imports/reading.requests';
import { type PageOf, PageQuery } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { readUpload, TakesFile } from '../platform/uploads';
import type { ComparedCertificate } from './certificate-comparison';
import {
  type CertificateImportItem,
  type CertificateImportListed,
  CertificateImportsQueries,
} from './certificate-imports.queries';
import { besideOf, CertificateRowsQuery, UploadCertificatesRequest } from './certificate-imports.requests';
import { CertificateImportsService } from './certificate-imports.service';
import { certificateKeepers } from './training-records.policy';
import { WithdrawRecordRequest } from './training-records.requests';

@ApiTags('training records')
@Controller('api/v1/certificate-imports')
@Access(certificateKeepers)
export class CertificateImportsController {
  constructor(
    private readonly service: CertificateImportsService,
    private readonly queries: CertificateImportsQueries,
  ) {}

  /** The sheets of earlier certificates that were sent, the newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<CertificateImportListed>> {
    return this.queries.list({ ...query, unitIds: actor.unitsOf(certificateKeepers) });
  }

  /** Compares a sheet (.xlsx or .csv; fields unitId, courseId, issuedBy, validMonths) with the people there are: a dry run, which enters nothing. */
  @Post()
  @TakesFile({ unitId: 'required', courseId: 'optional' })
  async preview(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<CertificateImportItem> {
    const { file, fields } = await readUpload(request);
    const said = readRequest(UploadCertificatesRequest, fields);
    return this.find(actor, await this.service.preview(actor, said.unitId, besideOf(said), file));
  }

  /** Reads the file of a dry run once more, with other tables or with what is hidden in it: a dry run of its own. */
  @Post(':id/readings')
  async readAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() choice: ReadingRequest,
  ): Promise<CertificateImportItem> {
    return this.find(actor, await this.service.readAgain(actor, id, choice));
  }

  /** A sheet and what becomes of its rows (of one verdict, if told). */
  @Get(':id')
  async show(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: CertificateRowsQuery,
  ): Promise<CertificateImportItem & { rows: PageOf<ComparedCertificate> }> {
    return { ...(await this.find(actor, id)), rows: await this.queries.rows(id, query) };
  }

  /** Enters exactly what the dry run said; refused when a row would do anything else by now. */
  @Post(':id/application')
  @HttpCode(200)
  async apply(@CurrentActor() actor: Actor, @PathId() id: string): Promise<{ entered: number }> {
    return this.service.apply(actor, id, {});
  }

  /** Withdraws what was entered of a sheet, while none of it was corrected since. */
  @Post(':id/reversal')
  @HttpCode(200)
  async reverse(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: WithdrawRecordRequest,
  ): Promise<{ entered: number }> {
    return this.service.reverse(actor, id, reason);
  }

  private async find(actor: Actor, id: string): Promise<CertificateImportItem> {
    const item = await this.queries.certificateImport(id);
    if (!item || !actor.reaches(certificateKeepers, item.unitId)) throw new NotFound();
    return item;
  }
}
