import { Body, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Access, InPerson } from '../../platform/access/access';
import { comerOf } from '../../platform/access/sign-in-again';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { accountKeepers } from '../accounts.policy';
import { CodeNeeded } from '../second-factors/second-factors.refusals';
import { signInPage } from '../sign-in-page';
import { attemptTokenOf, forgetAttempt, keepAttempt } from './attempt-cookie';
import { IdentityProvider } from './identity-provider';
import { LinkedIdentitiesService } from './linked-identities.service';
import { IdentityRefused, SignInNotUnderWay } from './open-id.refusals';
import { OpenIdCodeRequest } from './open-id.requests';
import { type FinishedSignIn, OpenIdService } from './open-id.service';
import { openIdWords } from './open-id.words';
import { OpenIdCode, SignedOutHere } from './views/open-id';

@Pages()
export class OpenIdPages {
  constructor(
    private readonly openId: OpenIdService,
    private readonly provider: IdentityProvider,
    private readonly identities: LinkedIdentitiesService,
    private readonly settings: PlatformSettings,
  ) {}

  /** By GET, because a page may not send a form to another site; nothing is done by it. */
  @Get('oidc/start')
  @Access('public')
  @Refused<OpenIdPages, [FastifyReply, unknown]>((on, refusal, page, _, next) => on.signInPage(page, refusal, { next }))
  async start(
    @Page() page: PageRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('next') next?: string,
  ): Promise<Redirect> {
    const { secureCookies } = this.settings;
    const { address, token } = await this.openId.start(next, comerOf(page.raw, secureCookies));
    keepAttempt(reply, token, secureCookies);
    return page.leave(address);
  }

  @Get('oidc/callback')
  @Access('public')
  @Refused<OpenIdPages>((on, refusal, page) => on.signInPage(page, refusal))
  async comeBack(@Page() page: PageRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Redirect> {
    const { secureCookies } = this.settings;
    const query = page.raw.url.slice(page.path.length + 1);
    try {
      const came = await this.openId.comeBack(
        attemptTokenOf(page.raw, secureCookies),
        query,
        comerOf(page.raw, secureCookies),
      );
      return this.enter(page, reply, came);
    } catch (error) {
      if (error instanceof CodeNeeded) return page.go('/oidc/code');
      throw error;
    }
  }

  @Get('oidc/code')
  @Access('public')
  @Refused<OpenIdPages>((on, refusal, page) => on.codePage(page, refusal))
  async showCode(@Page() page: PageRequest): Promise<string> {
    await this.openId.assertWaiting(attemptTokenOf(page.raw, this.settings.secureCookies));
    return this.codePage(page, null);
  }

  @Post('oidc/code')
  @Access('public')
  @Refused<OpenIdPages>((on, refusal, page) => on.codePage(page, refusal))
  async finish(
    @Page() page: PageRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { code } = readRequest(OpenIdCodeRequest, body);
    const { secureCookies } = this.settings;
    const token = attemptTokenOf(page.raw, secureCookies);
    return this.enter(page, reply, await this.openId.finish(token, code, comerOf(page.raw, secureCookies)));
  }

  /** Where signing out leads whoever came by the provider. */
  @Get('oidc/signed-out')
  @Access('public')
  async signedOut(@Page() page: PageRequest): Promise<string> {
    const { name } = found(this.settings.openId);
    return page.render(
      openIdWords[page.locale].signedOut,
      <SignedOutHere provider={name} address={await this.provider.signOutAddress()} />,
    );
  }

  @Post('me/linked-identity/removal')
  @Access('signed_in')
  @InPerson()
  async unlink(@Page() page: PageRequest): Promise<Redirect> {
    await this.identities.unlink(page.actor);
    return page.done('/me', openIdWords[page.locale].unlinked);
  }

  @Post('accounts/:id/linked-identity/removal')
  @Access(accountKeepers)
  @InPerson()
  async unlinkFrom(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.identities.unlinkFrom(page.actor, id);
    return page.done(`/accounts/${id}`, openIdWords[page.locale].unlinked);
  }

  private enter(page: PageRequest, reply: FastifyReply, { session, next }: FinishedSignIn): Redirect {
    page.keepSession(session, this.settings.secureCookies);
    forgetAttempt(reply, this.settings.secureCookies);
    return page.go(next);
  }

  private signInPage(page: PageRequest, refusal: Refusal, typed: Readonly<Record<string, unknown>> = {}): string {
    return signInPage(page, found(this.settings.openId), typed, refusal);
  }

  /** Whom no code is asked of, or not any more, starts at the page to sign in. */
  private codePage(page: PageRequest, refusal: Refusal | null): string {
    const { name } = found(this.settings.openId);
    const isOver = refusal instanceof SignInNotUnderWay || refusal instanceof IdentityRefused;
    if (isOver) return this.signInPage(page, refusal);
    return page.render(openIdWords[page.locale].code, <OpenIdCode provider={name} refusal={refusal} />, refusal);
  }
}
