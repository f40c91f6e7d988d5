import { Body, Get, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import { Access } from '../../platform/access/access';
import { readRecordForm } from '../../platform/pages/records/record-form';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { amendmentWords } from './amendments.words';
import { CertificatesQueries, type PrintableCertificate } from './certificates.queries';
import { readCorrection, ReplacementRequest, RevocationRequest } from './certificates.requests';
import { CertificatesService } from './certificates.service';
import { certificatesVisibleTo } from '../completions.policy';
import { certificateIssuers } from './certificates.policy';
import { CorrectionForm, ReplacementForm, RevocationForm } from './views/forms';

type Amendment = 'correct' | 'replace' | 'revoke';
interface RefusedAmendment {
  readonly refusal: Refusal;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** One page for each thing that may be done to a certificate: what it means, what is needed, and the button that does it. */
@Pages('certificates/:id')
@Access(certificateIssuers)
export class CertificateAmendmentsPages {
  constructor(
    private readonly certificates: CertificatesQueries,
    private readonly service: CertificatesService,
  ) {}

  @Get('correction')
  @Help(amendmentWords, 'helpToCorrect')
  async askToCorrect(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, 'correct');
  }

  @Post('correction')
  @Refused<CertificateAmendmentsPages>((on, refusal, page, id) =>
    on.form(page, id, 'correct', { refusal, typed: page.typed }),
  )
  async correct(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    await this.service.correct(page.actor, id, readCorrection({ ...sent, version }));
    return page.done(`/certificates/${id}`, amendmentWords[page.locale].corrected);
  }

  @Get('replacement')
  @Help(amendmentWords, 'helpToReplace')
  async askToReplace(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, 'replace');
  }

  @Post('replacement')
  @Refused<CertificateAmendmentsPages>((on, refusal, page, id) =>
    on.form(page, id, 'replace', { refusal, typed: page.typed }),
  )
  async replace(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const newId = await this.service.replace(page.actor, id, readRequest(ReplacementRequest, body));
    const { number } = await this.visible(page, newId);
    return page.done(`/certificates/${newId}`, amendmentWords[page.locale].replaced(number));
  }

  @Get('revocation')
  @Help(amendmentWords, 'helpToRevoke')
  async askToRevoke(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, 'revoke');
  }

  @Post('revocation')
  @Refused<CertificateAmendmentsPages>((on, refusal, page, id) =>
    on.form(page, id, 'revoke', { refusal, typed: page.typed }),
  )
  async revoke(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.revoke(page.actor, id, readRequest(RevocationRequest, body));
    return page.done(`/certificates/${id}`, amendmentWords[page.locale].revoked);
  }

  private async form(
    page: PageRequest,
    id: string,
    amendment: Amendment,
    refused: RefusedAmendment | null = null,
  ): Promise<string> {
    const certificate = await this.visible(page, id);
    const say = amendmentWords[page.locale];
    const shown = { certificate, typed: refused?.typed ?? null, refusal: refused?.refusal ?? null };
    const pages: Readonly<Record<Amendment, readonly [string, VNode]>> = {
      correct: [say.correctTitle(certificate.number), <CorrectionForm {...shown} />],
      replace: [say.replaceTitle(certificate.number), <ReplacementForm {...shown} />],
      revoke: [say.revokeTitle(certificate.number), <RevocationForm {...shown} />],
    };
    return page.render(...pages[amendment], refused?.refusal ?? null);
  }

  private async visible(page: PageRequest, id: string): Promise<PrintableCertificate> {
    return found(await this.certificates.certificate(id, certificatesVisibleTo(page.actor)));
  }
}
