import { Body, Get, Post } from '@nestjs/common';
import { Access, BeforeSecondFactor, InPerson } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { AnyCodeRequest, CodeRequest } from './second-factors.requests';
import { SecondFactorsService } from './second-factors.service';
import { secondFactorWords } from './second-factors.words';
import { type CodeForm, type RefusedCode, RecoveryCodesShown, SecondFactor } from './views/second-factor';

const path = '/me/second-factor';

@Pages('me/second-factor')
@Access('signed_in')
@BeforeSecondFactor()
export class SecondFactorsPages {
  constructor(private readonly factors: SecondFactorsService) {}

  @Get()
  @Help(secondFactorWords, 'help')
  @InPerson()
  async show(@Page() page: PageRequest): Promise<string> {
    return this.factorPage(page, null);
  }

  @Post()
  @InPerson()
  @Refused<SecondFactorsPages>((on, refusal, page) => on.refused(page, 'begin', refusal))
  async begin(@Page() page: PageRequest): Promise<Redirect> {
    await this.factors.begin(page.actor);
    return page.go(path);
  }

  @Post('confirmation')
  @InPerson()
  @Refused<SecondFactorsPages>((on, refusal, page) => on.refused(page, 'confirm', refusal))
  async confirm(@Page() page: PageRequest, @Body() body: unknown): Promise<string> {
    return this.codesPage(page, await this.factors.confirm(page.actor, readRequest(CodeRequest, body).code));
  }

  @Post('recovery-codes')
  @InPerson()
  @Refused<SecondFactorsPages>((on, refusal, page) => on.refused(page, 'renew', refusal))
  async renewCodes(@Page() page: PageRequest, @Body() body: unknown): Promise<string> {
    return this.codesPage(page, await this.factors.renewCodes(page.actor, readRequest(AnyCodeRequest, body).code));
  }

  @Post('removal')
  @InPerson()
  @Refused<SecondFactorsPages>((on, refusal, page) => on.refused(page, 'off', refusal))
  async turnOff(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.factors.turnOff(page.actor, readRequest(AnyCodeRequest, body).code);
    return page.done('/me', secondFactorWords[page.locale].turnedOff);
  }

  private codesPage(page: PageRequest, codes: readonly string[]): string {
    return page.render(secondFactorWords[page.locale].recoveryCodes, <RecoveryCodesShown codes={codes} />);
  }

  private refused(page: PageRequest, form: CodeForm, refusal: Refusal): Promise<string> {
    return this.factorPage(page, { form, refusal });
  }

  private async factorPage(page: PageRequest, refused: RefusedCode | null): Promise<string> {
    const state = await this.factors.state(page.actor);
    return page.render(
      secondFactorWords[page.locale].title,
      <SecondFactor state={state} isRequired={page.raw.lacksSecondFactor} refused={refused} />,
      refused?.refusal,
    );
  }
}
