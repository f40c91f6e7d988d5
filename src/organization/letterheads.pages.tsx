import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { letterheadKeepers } from './letterheads.policy';
import { LetterheadsQueries, type SignedLetterhead } from './letterheads.queries';
import { LetterheadRequest } from './letterheads.requests';
import { LetterheadsService } from './letterheads.service';
import { letterheadWords } from './letterheads.words';
import { LetterheadForm } from './views/letterhead';

@Pages('letterhead')
@Access(letterheadKeepers)
export class LetterheadsPages {
  constructor(
    private readonly service: LetterheadsService,
    private readonly letterheads: LetterheadsQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(letterheadWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    const stored = await this.letterheads.ofBloc();
    return this.form(page, { ...stored, nonMembers: await this.letterheads.nonMembers() }, stored, null);
  }

  @Post()
  @Refused<LetterheadsPages>(async (on, refusal, page) =>
    on.form(page, page.typed, await on.letterheads.ofBloc(), refusal),
  )
  async keep(
    @Page() page: PageRequest,
    @Body() body: Readonly<Record<string, unknown>> | null,
  ): Promise<Redirect | string> {
    const { preview, ...typed } = body ?? {};
    const { signerName = null, nonMembers, ...request } = readRequest(LetterheadRequest, typed);
    const letterhead = { ...request, signerName };
    if (preview !== undefined) return this.form(page, typed, letterhead, null, true);
    await this.service.keep(page.actor, letterhead, nonMembers);
    return page.done('/letterhead', letterheadWords[page.locale].saved);
  }

  private async form(
    page: PageRequest,
    values: FormValues,
    shown: SignedLetterhead,
    refusal: Refusal | null,
    isTrial = false,
  ): Promise<string> {
    const signatures = await this.letterheads.signatures();
    return page.render(
      letterheadWords[page.locale].title,
      <LetterheadForm {...{ values, shown, isTrial, refusal, signatures }} today={this.clock.today()} />,
      refusal,
    );
  }
}
