import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { type CertificateItem, CertificatesQueries } from './certificates.queries';
import { certificatesVisibleTo } from './completions.policy';
import { CertificatesRequest } from './completions.requests';

@ApiTags('certificates')
@Controller('api/v1/certificates')
@Access('signed_in')
export class CertificatesController {
  constructor(private readonly certificates: CertificatesQueries) {}

  /** The certificates of the people the caller may see, and one's own; the latest number first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: CertificatesRequest): Promise<PageOf<CertificateItem>> {
    return this.certificates.list({ ...query, scope: certificatesVisibleTo(actor) });
  }

  @Get(':id')
  async show(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CertificateItem> {
    const certificate = await this.certificates.certificate(id, certificatesVisibleTo(actor));
    if (!certificate) throw new NotFound();
    return certificate;
  }
}
