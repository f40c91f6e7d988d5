import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { sessionTokenOf } from '../platform/access/session-cookie';
import { comerOf } from '../platform/access/sign-in-again';
import { locales } from '../platform/messages/words';
import { ownAddress } from '../platform/pages/own-address';
import { localeCookie } from '../platform/pages/page-locale';
import { themeCookie, themeDays, themes } from '../platform/pages/page-theme';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { readRequest } from '../platform/requests';
import { PlatformSettings } from '../platform/settings';
import { SignInRequest } from './accounts.requests';
import { accountWords } from './accounts.words';
import { FirstAdministratorService } from './first-administrator.service';
import { signInPage } from './sign-in-page';
import { SignInsService } from './sign-ins.service';

@Pages()
@Access('public')
export class AccountsPages {
  constructor(
    private readonly signIns: SignInsService,
    private readonly firstAdministrator: FirstAdministratorService,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('sign-in')
  @Help(accountWords, 'helpToSignIn')
  async showSignIn(@Page() page: PageRequest, @Query('next') next?: string): Promise<string | Redirect> {
    // Where nobody has an account yet, that is told, and where the link to begin stands.
    if (await this.firstAdministrator.isNeeded()) return page.go('/set-up');
    return signInPage(page, this.settings.openId, { next }, null);
  }

  @Post('sign-in')
  @Refused<AccountsPages>((on, refusal, page) => signInPage(page, on.settings.openId, page.typed, refusal))
  async signIn(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { next, ...typed } = readRequest(SignInRequest, body);
    const { secureCookies } = this.settings;
    page.keepSession(await this.signIns.signIn(typed, comerOf(page.raw, secureCookies)), secureCookies);
    return page.go(next);
  }

  @Post('sign-out')
  async signOut(@Page() page: PageRequest): Promise<Redirect> {
    const { secureCookies } = this.settings;
    const token = sessionTokenOf(page.raw, secureCookies);
    const way = token ? await this.signIns.signOut(token) : null;
    page.forgetSession(secureCookies);
    if (way === 'provider' && this.settings.openId) return page.go('/oidc/signed-out');
    return page.done('/sign-in', accountWords[page.locale].signedOut);
  }

  @Post('language')
  switchLanguage(@Page() page: PageRequest, @Body() { locale, back }: { locale?: string; back?: string }): Redirect {
    const chosen = locales.find((known) => known === locale);
    if (chosen) page.setCookie(localeCookie, chosen, { secure: this.settings.secureCookies });
    return page.go(ownAddress(back));
  }

  /** Anything but a theme of ours is as the system has it. */
  @Post('theme')
  switchTheme(@Page() page: PageRequest, @Body() { theme, back }: { theme?: string; back?: string }): Redirect {
    const chosen = themes.find((known) => known === theme);
    const maxAge = chosen ? themeDays * 24 * 60 * 60 : 0;
    page.setCookie(themeCookie, chosen ?? '', { maxAge, secure: this.settings.secureCookies });
    return page.go(ownAddress(back));
  }
}
