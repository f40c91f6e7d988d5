import { Get, HttpStatus, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../../platform/pages/page-request';
import { VerificationQuery } from './certificates.requests';
import { certificateWords } from './certificates.words';
import { readVerificationCode } from './verification-code';
import { VerificationsService } from './verifications.service';
import { AskForCode, Verification } from './views/verification';

/** The page a code on a certificate leads to; anybody may read it. */
@Pages('verify')
@Access('public')
export class VerificationPages {
  constructor(private readonly verifications: VerificationsService) {}

  /** For whoever has the paper but no camera: type the code. */
  @Get()
  @Help(certificateWords, 'helpToVerify')
  ask(@Page() page: PageRequest, @Query() { code }: VerificationQuery): Redirect | string {
    const typed = code && readVerificationCode(code);
    if (typed) return page.go(`/verify/${encodeURIComponent(typed)}`);
    return page.render(
      certificateWords[page.locale].verification,
      <AskForCode isRefused={Object.hasOwn(page.raw.query as object, 'code')} />,
    );
  }

  @Get(':code')
  @Help(certificateWords, 'helpOfVerified')
  async verify(
    @Page() page: PageRequest,
    @Param('code') code: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    // A person's name is on it: search engines keep no copy.
    void reply.header('X-Robots-Tag', 'noindex, noarchive').header('Cache-Control', 'no-store');
    const certificate = await this.verifications.verify(code, page.raw.ip);
    if (!certificate) void reply.status(HttpStatus.NOT_FOUND);
    return page.render(certificateWords[page.locale].verification, <Verification certificate={certificate} />);
  }
}
