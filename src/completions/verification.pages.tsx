import { Get, HttpStatus, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../platform/access/access';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { CertificatesQueries } from './certificates.queries';
import { certificateWords } from './certificates.words';
import { Verification } from './views/verification';

/** The page a code on a certificate leads to; anybody may read it. */
@Pages('verify')
@Access('public')
export class VerificationPages {
  constructor(private readonly certificates: CertificatesQueries) {}

  @Get(':code')
  async verify(
    @Page() page: PageRequest,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const certificate = await this.certificates.byVerificationCode(code.slice(0, 100));
    // A person's name is on it: search engines keep no copy.
    void reply.header('X-Robots-Tag', 'noindex, noarchive').header('Cache-Control', 'no-store');
    if (!certificate) void reply.status(HttpStatus.NOT_FOUND);
    return page.render(certificateWords[page.locale].verification, <Verification certificate={certificate} />);
  }
}
