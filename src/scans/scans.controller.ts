import { Body, Controller, Delete, Get, Header, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { Takes } from '../platform/limits/largest-body';
import type { PageOf } from '../platform/paging';
import { PathId, readRequest } from '../platform/requests';
import { mostScanMegabytes, scanKinds } from './scan-kinds';
import { scanReaders } from './scans.policy';
import type { ScanItem } from './scans.queries';
import { noScan } from './scan-file.refusals';
import { PaperRequest, SupersessionRequest } from './scans.requests';
import { ScansService } from './scans.service';

@ApiTags('scans')
@Controller('api/v1/scans')
export class ScansController {
  constructor(private readonly scans: ScansService) {}

  /** The scans of one letter or decision; those superseded, for the training office, last. */
  @Get()
  @Access(scanReaders)
  async list(@CurrentActor() actor: Actor, @Query() { kind, paperId }: PaperRequest): Promise<PageOf<ScanItem>> {
    return { items: (await this.scans.ofPaper(actor, kind, paperId)).scans, next: null };
  }

  /** Keeps a scan with a letter or decision: PDF, JPEG or PNG. Pictures lose whatever is not the picture; the same file once more is the scan there is. */
  @Post()
  @Takes({ fileMegabytes: mostScanMegabytes })
  @Access(scanReaders)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file', 'kind', 'paperId'],
      properties: {
        kind: { type: 'string', enum: [...scanKinds] },
        paperId: { type: 'string', format: 'uuid' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async keep(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ScanItem> {
    const { fields, scan } = await this.scans.readForm(request);
    const { kind, paperId } = readRequest(PaperRequest, fields);
    if (!scan) throw noScan();
    return this.scans.scan(actor, await this.scans.keep(actor, kind, paperId, scan));
  }

  @Get(':id')
  @Access(scanReaders)
  async one(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ScanItem> {
    return this.scans.scan(actor, id);
  }

  /** The file, to be saved; never to be shown in place. Each reading by somebody else is in the journal. */
  @Get(':id/file')
  @Access(scanReaders)
  @ApiProduces('application/pdf', 'image/jpeg', 'image/png')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  async file(@CurrentActor() actor: Actor, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.scans.file(actor, id));
  }

  /** Removes what one uploaded oneself, while nothing was decided upon it and nobody else opened it. */
  @Delete(':id')
  @Access(scanReaders)
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.scans.remove(actor, id);
  }

  /** It stands no longer, and stays readable to the training office. */
  @Post(':id/supersession')
  @Access(scanReaders)
  @HttpCode(200)
  async supersede(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: SupersessionRequest,
  ): Promise<{ id: string }> {
    await this.scans.supersede(actor, id, reason);
    return { id };
  }
}
