import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags, IntersectionType } from '@nestjs/swagger';
import { planReaders } from '../../classes/classes.policy';
import { certificateIssuers } from '../../completions/certificates/certificates.policy';
import { CertificatesRequest } from '../../completions/certificates/certificates.requests';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { PathId, readRequest } from '../../platform/requests';
import { YearPipe } from '../../training-plans/training-plans.requests';
import { PaperQuery } from '../printouts.requests';
import { RegisterPapersService } from './registers.service';

class RegisterPaperQuery extends IntersectionType(PaperQuery, CertificatesRequest) {}

@ApiTags('printouts')
@Controller('api/v1')
export class RegisterPapersController {
  constructor(private readonly papers: RegisterPapersService) {}

  /** The plan of a year under letterhead, in Vietnamese: lines with what was done of them, what units need, and classes outside it. */
  @Get('training-plans/:year/paper')
  @Access(planReaders)
  async plan(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Query() { format }: PaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.plan(actor, year, format));
  }

  /** The register of certificates, or what is chosen of it, in Vietnamese. */
  @Get('certificates/paper')
  @Access(certificateIssuers)
  async register(
    @CurrentActor() actor: Actor,
    @Query() { format, ...filter }: RegisterPaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.register(actor, filter, format));
  }

  /** What one person completed as a document of the Bloc: of the units the caller reaches, and oneself. */
  @Get('people/:id/training-record/paper')
  @Access('signed_in')
  async record(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { format }: PaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.record(actor, id, format));
  }
}

@Pages()
export class RegisterPapersPages {
  constructor(private readonly papers: RegisterPapersService) {}

  @Get('training-plans/:year/paper')
  @Access(planReaders)
  async plan(
    @Page() page: PageRequest,
    @Param('year', YearPipe) year: number,
    @Query() query: unknown,
  ): Promise<StreamableFile> {
    return download(await this.papers.plan(page.actor, year, readRequest(PaperQuery, query).format));
  }

  @Get('certificates/paper')
  @Access(certificateIssuers)
  async register(@Page() page: PageRequest, @Query() query: unknown): Promise<StreamableFile> {
    const { format, ...filter } = readRequest(RegisterPaperQuery, query);
    return download(await this.papers.register(page.actor, filter, format));
  }

  @Get('people/:id/training-record/paper')
  @Access('signed_in')
  async record(@Page() page: PageRequest, @PathId() id: string, @Query() query: unknown): Promise<StreamableFile> {
    return download(await this.papers.record(page.actor, id, readRequest(PaperQuery, query).format));
  }
}
