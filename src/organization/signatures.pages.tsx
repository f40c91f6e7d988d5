import { Body, Get, Param, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { letterheadKeepers } from './letterheads.policy';
import { LetterheadsQueries, type SignedLetterhead } from './letterheads.queries';
import { blockOf, SignatureRequest } from './letterheads.requests';
import { letterheadWords, signedPaperWords } from './letterheads.words';
import { SignedPaperPipe } from './signed-paper.pipe';
import { capacityOf, type SignedPaper } from './signatures';
import { SignaturesService } from './signatures.service';
import { SignatureForm } from './views/signature';

@Pages('letterhead/signatures/:paper')
@Access(letterheadKeepers)
export class SignaturesPages {
  constructor(
    private readonly service: SignaturesService,
    private readonly letterheads: LetterheadsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(letterheadWords, 'helpToSign')
  async show(@Page() page: PageRequest, @Param('paper', SignedPaperPipe) paper: SignedPaper): Promise<string> {
    const stored = (await this.letterheads.signatures()).find((one) => one.paper === paper)?.block;
    return this.form(page, paper, { ...stored }, await this.letterheads.ofBloc(paper), null);
  }

  @Post()
  @Refused<SignaturesPages, [SignedPaper]>(async (on, refusal, page, paper) =>
    on.form(page, paper, page.typed, await on.letterheads.ofBloc(paper), refusal),
  )
  async keep(
    @Page() page: PageRequest,
    @Param('paper', SignedPaperPipe) paper: SignedPaper,
    @Body() body: Readonly<Record<string, unknown>> | null,
  ): Promise<Redirect | string> {
    const { preview, ...typed } = body ?? {};
    const block = blockOf(readRequest(SignatureRequest, typed));
    if (preview !== undefined) {
      const letterhead = await this.letterheads.ofBloc();
      const tried = block ? { signerCapacity: capacityOf(block), signerName: block.name } : {};
      return this.form(page, paper, typed, { ...letterhead, ...tried }, null, true);
    }
    await this.service.keep(page.actor, paper, block);
    return page.done('/letterhead', letterheadWords[page.locale].signatureSaved);
  }

  private form(
    page: PageRequest,
    paper: SignedPaper,
    values: FormValues,
    shown: SignedLetterhead,
    refusal: Refusal | null,
    isTrial = false,
  ): string {
    return page.render(
      signedPaperWords[page.locale][paper],
      <SignatureForm {...{ paper, values, shown, isTrial, refusal }} today={this.clock.today()} />,
      refusal,
    );
  }
}
