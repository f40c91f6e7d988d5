import { Body, Get, Post } from '@nestjs/common';
import { Access, CurrentSession, InPerson } from '../../platform/access/access';
import { comerOf } from '../../platform/access/sign-in-again';
import { localeCookie } from '../../platform/pages/page-locale';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { IssueTokenRequest } from '../accounts.requests';
import { ApiTokensService } from '../api-tokens.service';
import { LinkedIdentitiesService } from '../open-id/linked-identities.service';
import { ChangePasswordRequest, ChooseLanguageRequest } from './own-account.requests';
import { OwnAccountService } from './own-account.service';
import { ownAccountWords } from './own-account.words';
import { OwnAccount, type OwnForm, type RefusedOwnForm, TokenShown } from './views/own-account';

@Pages('me')
@Access('signed_in')
export class OwnAccountPages {
  constructor(
    private readonly own: OwnAccountService,
    private readonly tokens: ApiTokensService,
    private readonly identities: LinkedIdentitiesService,
    private readonly settings: PlatformSettings,
  ) {}

  @Get()
  @Help(ownAccountWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.ownPage(page, null);
  }

  @Post('password')
  @InPerson()
  @Refused<OwnAccountPages>((on, refusal, page) => on.refused(page, 'password', refusal))
  async changePassword(
    @Page() page: PageRequest,
    @CurrentSession() sessionId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const comer = comerOf(page.raw, this.settings.secureCookies);
    const passwords = readRequest(ChangePasswordRequest, body);
    const ended = await this.own.changePassword(page.actor, sessionId, passwords, comer);
    return page.done('/me', ownAccountWords[page.locale].passwordChanged(ended));
  }

  @Post('sessions/:id/ending')
  @InPerson()
  async endSession(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.own.endSession(page.actor, id);
    return page.done('/me', ownAccountWords[page.locale].sessionEnded);
  }

  @Post('sessions/ending')
  @InPerson()
  async signOutEverywhere(@Page() page: PageRequest): Promise<Redirect> {
    await this.own.signOutEverywhere(page.actor);
    page.forgetSession(this.settings.secureCookies);
    return page.done('/', ownAccountWords[page.locale].allEnded);
  }

  @Post('tokens')
  @InPerson()
  @Refused<OwnAccountPages>((on, refusal, page) => on.refused(page, 'token', refusal))
  async issueToken(@Page() page: PageRequest, @Body() body: unknown): Promise<string> {
    const { name, days = 90, scope = 'read' } = readRequest(IssueTokenRequest, body);
    const { token } = await this.tokens.issue(page.actor, name, days, scope);
    return page.render(name, <TokenShown name={name} token={token} />);
  }

  @Post('tokens/:id/revocation')
  @InPerson()
  async revokeToken(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.tokens.revoke(page.actor, id);
    return page.done('/me', ownAccountWords[page.locale].revoked);
  }

  @Post('language')
  @Refused<OwnAccountPages>((on, refusal, page) => on.refused(page, 'language', refusal))
  async chooseLanguage(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { locale } = readRequest(ChooseLanguageRequest, body);
    await this.own.chooseLanguage(page.actor, locale);
    page.setCookie(localeCookie, locale, { secure: this.settings.secureCookies });
    return page.done('/me', ownAccountWords[locale].languageKept);
  }

  private refused(page: PageRequest, id: OwnForm, refusal: RefusedOwnForm['refusal']): Promise<string> {
    return this.ownPage(page, { id, typed: page.typed, refusal });
  }

  private async ownPage(page: PageRequest, refused: RefusedOwnForm | null): Promise<string> {
    const { actor, raw } = page;
    const [password, sessions, tokens, identity] = await Promise.all([
      this.own.password(actor),
      this.own.listSessions(actor, raw.sessionId),
      this.tokens.listMine(actor),
      this.identities.of(actor.accountId!),
    ]);
    return page.render(
      ownAccountWords[page.locale].title,
      <OwnAccount {...{ actor, password, sessions, tokens, identity, refused }} />,
      refused?.refusal,
    );
  }
}
