import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, BeforeSecondFactor, CurrentActor, InPerson } from '../platform/access/access';
import { forgetSession, keepSession, sessionTokenOf } from '../platform/access/session-cookie';
import { comerOf } from '../platform/access/sign-in-again';
import type { Actor, Grant } from '../platform/access/actor';
import { ShownOnce } from '../platform/idempotency/shown-once';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import { PlatformSettings } from '../platform/settings';
import { IssueTokenRequest, SignInRequest } from './accounts.requests';
import { type ApiTokenItem, ApiTokensService } from './api-tokens.service';
import { SignInsService } from './sign-ins.service';

@ApiTags('accounts')
@Controller('api/v1')
export class AccountsController {
  constructor(
    private readonly signIns: SignInsService,
    private readonly tokens: ApiTokensService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Opens a web session; its token is in the `session` cookie. */
  @Post('sign-in')
  @Access('public')
  @HttpCode(200)
  async signIn(
    @Body() typed: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ expiresAt: Date }> {
    const { secureCookies } = this.settings;
    const session = await this.signIns.signIn(typed, comerOf(request, secureCookies));
    keepSession(reply, session, secureCookies);
    return { expiresAt: session.expiresAt };
  }

  @Post('sign-out')
  @Access('public')
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { secureCookies } = this.settings;
    const token = sessionTokenOf(request, secureCookies);
    if (token) await this.signIns.signOut(token);
    forgetSession(reply, secureCookies);
  }

  /** Who am I, and what may I do. */
  @Get('me')
  @Access('signed_in')
  @BeforeSecondFactor()
  me(@CurrentActor() actor: Actor): {
    accountId: string | null;
    personId: string | null;
    name: string;
    locale: string;
    grants: readonly Grant[];
  } {
    const { accountId, personId, name, locale, listedGrants } = actor;
    return { accountId, personId, name, locale, grants: listedGrants };
  }

  @Get('api-tokens')
  @Access('signed_in')
  async listTokens(@CurrentActor() actor: Actor): Promise<PageOf<ApiTokenItem>> {
    return { items: await this.tokens.listMine(actor), next: null };
  }

  /** The answer holds the token; it is told this once only. A token makes no other. */
  @Post('api-tokens')
  @InPerson()
  @Access('signed_in')
  @ShownOnce({
    vi: 'Mã truy cập chỉ hiện một lần. Nếu chưa nhận được, hãy thu hồi mã này (DELETE /api/v1/api-tokens/{id}) rồi tạo mã mới với Idempotency-Key mới.',
    en: 'The token is shown once only. If you did not receive it, revoke this one (DELETE /api/v1/api-tokens/{id}) and make another with a new Idempotency-Key.',
  })
  async issueToken(
    @CurrentActor() actor: Actor,
    @Body() { name, days = 90, scope = 'read' }: IssueTokenRequest,
  ): Promise<ApiTokenItem & { token: string }> {
    return this.tokens.issue(actor, name, days, scope);
  }

  @Delete('api-tokens/:id')
  @Access('signed_in')
  @HttpCode(204)
  async revokeToken(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.tokens.revoke(actor, id);
  }
}
