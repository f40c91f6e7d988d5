import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiBody, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { CertificatePrintsService } from './prints.service';
import { type CertificateItem, CertificatesQueries } from './certificates.queries';
import {
  CertificatesRequest,
  ClassPrintRequest,
  CorrectionRequest,
  PrintRequest,
  readCorrection,
  ReplacementRequest,
  RevocationRequest,
} from './certificates.requests';
import { CertificatesService } from './certificates.service';
import { certificatesVisibleTo } from '../completions.policy';
import { certificateIssuers } from './certificates.policy';
import { type RegisterLine, RegisterLinesQueries } from './register-lines.queries';

@ApiTags('certificates')
@Controller('api/v1')
@Access('signed_in')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificatesQueries,
    private readonly service: CertificatesService,
    private readonly prints: CertificatePrintsService,
    private readonly lines: RegisterLinesQueries,
  ) {}

  /** The certificates of the people the caller may see, and one's own; the latest number first unless told. */
  @Get('certificates')
  async list(@CurrentActor() actor: Actor, @Query() query: CertificatesRequest): Promise<PageOf<CertificateItem>> {
    return this.certificates.list({ ...query, scope: certificatesVisibleTo(actor) });
  }

  @Get('certificates/:id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<CertificateItem> {
    return this.visible(actor, id);
  }

  /** What the register says became of it, the first line first, with the facts as they were after each. */
  @Get('certificates/:id/lines')
  async history(@CurrentActor() actor: Actor, @PathId() id: string): Promise<{ items: RegisterLine[] }> {
    await this.visible(actor, id);
    return { items: await this.lines.ofCertificate(id) };
  }

  @Get('certificates/:id/pdf')
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { version }: PrintRequest,
  ): Promise<StreamableFile> {
    return download(await this.prints.one(actor, id, version));
  }

  /** The certificates of a class in force, one page each, at most 200 in a file. */
  @Get('classes/:id/certificates/pdf')
  @ApiProduces('application/pdf')
  async pdfOfClass(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() { part }: ClassPrintRequest,
  ): Promise<StreamableFile> {
    return download(await this.prints.ofClass(actor, classId, part));
  }

  /** Corrects whatever was printed wrongly; the number stays, and the training record says the same. */
  @Post('certificates/:id/corrections')
  @HttpCode(200)
  @Access(certificateIssuers)
  @ApiBody({ type: CorrectionRequest })
  async correct(@CurrentActor() actor: Actor, @PathId() id: string, @Body() sent: object): Promise<CertificateItem> {
    await this.service.correct(actor, id, readCorrection(sent ?? {}));
    return this.visible(actor, id);
  }

  /** Issues a lost or damaged one anew, under the next number; answers with the new one. */
  @Post('certificates/:id/replacement')
  @Access(certificateIssuers)
  async replace(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() replacement: ReplacementRequest,
  ): Promise<CertificateItem> {
    return this.visible(actor, await this.service.replace(actor, id, replacement));
  }

  @Post('certificates/:id/revocation')
  @HttpCode(200)
  @Access(certificateIssuers)
  async revoke(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() revocation: RevocationRequest,
  ): Promise<CertificateItem> {
    await this.service.revoke(actor, id, revocation);
    return this.visible(actor, id);
  }

  private async visible(actor: Actor, id: string): Promise<CertificateItem> {
    return found(await this.certificates.certificate(id, certificatesVisibleTo(actor)));
  }
}
