import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { comerOf } from '../../platform/access/sign-in-again';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { OneTimeLinksService } from '../links/one-time-links.service';
import { AskLinkRequest, ResetByCodeRequest, ResetPasswordRequest, SignInByLinkRequest } from './forgotten.requests';
import { ForgottenService } from './forgotten.service';
import { forgottenWords } from './forgotten.words';
import { type AskedPurpose, LinkRequestsService } from './link-requests.service';
import { AskSignInLink, Forgotten, ResetPassword, SignInByLink } from './views/forgotten';

@Pages()
@Access('public')
export class ForgottenPages {
  constructor(
    private readonly requests: LinkRequestsService,
    private readonly forgotten: ForgottenService,
    private readonly links: OneTimeLinksService,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('password-resets')
  @Help(forgottenWords, 'helpToReset')
  showReset(@Page() page: PageRequest, @Query('code') code?: string): string {
    const typed = typeof code === 'string' ? { code } : {};
    return page.render(forgottenWords[page.locale].forgotten, <Forgotten typed={typed} refused={null} />);
  }

  @Post('password-resets')
  @Refused<ForgottenPages>((on, refusal, page) => on.askPage(page, 'password', refusal))
  async askReset(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    return this.ask(page, 'password', readRequest(AskLinkRequest, body).email);
  }

  @Post('password-codes')
  @Refused<ForgottenPages>((on, refusal, page) => on.askPage(page, 'code', refusal))
  async resetByCode(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const comer = comerOf(page.raw, this.settings.secureCookies);
    await this.forgotten.resetByCode(readRequest(ResetByCodeRequest, body), comer);
    return page.done('/sign-in', forgottenWords[page.locale].isReset);
  }

  @Get('sign-in-links')
  @Help(forgottenWords, 'helpToComeByLink')
  showSignIn(@Page() page: PageRequest): string {
    return this.askPage(page, 'sign_in', null);
  }

  @Post('sign-in-links')
  @Refused<ForgottenPages>((on, refusal, page) => on.askPage(page, 'sign_in', refusal))
  async askSignIn(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    return this.ask(page, 'sign_in', readRequest(AskLinkRequest, body).email);
  }

  @Get('password-resets/:token')
  @Help(forgottenWords, 'helpToSetNew')
  async openReset(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    return this.resetPage(page, token, null);
  }

  @Post('password-resets/:token')
  @Refused<ForgottenPages>((on, refusal, page, token) => on.resetPage(page, token, refusal))
  async reset(@Page() page: PageRequest, @Param('token') token: string, @Body() body: unknown): Promise<Redirect> {
    await this.forgotten.resetPassword(token, readRequest(ResetPasswordRequest, body).password);
    return page.done('/sign-in', forgottenWords[page.locale].isReset);
  }

  @Get('sign-in-links/:token')
  @Help(forgottenWords, 'helpByLink')
  async openSignIn(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    return this.signInPage(page, token, null);
  }

  @Post('sign-in-links/:token')
  @Refused<ForgottenPages>((on, refusal, page, token) => on.signInPage(page, token, refusal))
  async signIn(@Page() page: PageRequest, @Param('token') token: string, @Body() body: unknown): Promise<Redirect> {
    const { code } = readRequest(SignInByLinkRequest, body);
    const { secureCookies } = this.settings;
    page.keepSession(await this.forgotten.signInByLink(token, code, comerOf(page.raw, secureCookies)), secureCookies);
    return page.go('/');
  }

  private async ask(page: PageRequest, purpose: AskedPurpose, email: string): Promise<Redirect> {
    await this.requests.ask(purpose, email, comerOf(page.raw, this.settings.secureCookies));
    return page.done('/sign-in', forgottenWords[page.locale].sent);
  }

  private askPage(page: PageRequest, form: AskedPurpose | 'code', refusal: Refusal | null): string {
    const say = forgottenWords[page.locale];
    const refused = refusal && { id: form, typed: page.typed, refusal };
    return form === 'sign_in'
      ? page.render(say.byLink, <AskSignInLink refused={refused} />, refusal)
      : page.render(say.forgotten, <Forgotten typed={{}} refused={refused} />, refusal);
  }

  /** A link that opens nothing says why, also where its form was refused. @throws LinkNotOpen */
  private async resetPage(page: PageRequest, token: string, refusal: Refusal | null): Promise<string> {
    const { email } = await this.links.look('password', token);
    const form = <ResetPassword token={token} email={email} refusal={refusal} />;
    return page.render(forgottenWords[page.locale].setNew, form, refusal);
  }

  private async signInPage(page: PageRequest, token: string, refusal: Refusal | null): Promise<string> {
    const { email } = await this.links.look('sign_in', token);
    const form = <SignInByLink token={token} email={email} refusal={refusal} />;
    return page.render(forgottenWords[page.locale].byLink, form, refusal);
  }
}
