import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { keepSession } from '../../platform/access/session-cookie';
import { comerOf } from '../../platform/access/sign-in-again';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { accountKeepers } from '../accounts.policy';
import { attemptTokenOf, forgetAttempt, keepAttempt } from './attempt-cookie';
import { type LinkedIdentity, LinkedIdentitiesService } from './linked-identities.service';
import { ComeBackRequest, OpenIdCodeRequest, StartOpenIdRequest } from './open-id.requests';
import { type FinishedSignIn, OpenIdService } from './open-id.service';

interface SignedIn {
  readonly expiresAt: Date;
  /** Where the browser wanted to go. */
  readonly next: string;
}

/** Signing in at a provider of OpenID Connect, where one is set up; else 404. */
@ApiTags('accounts')
@Controller('api/v1')
export class OpenIdController {
  constructor(
    private readonly openId: OpenIdService,
    private readonly identities: LinkedIdentitiesService,
    private readonly settings: PlatformSettings,
  ) {}

  /** The address a browser goes to; the `oidc` cookie that comes with it says that it is the same one that comes back. */
  @Post('oidc/start')
  @Access('public')
  @HttpCode(200)
  async start(
    @Body() { next }: StartOpenIdRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ address: string }> {
    const { secureCookies } = this.settings;
    const { address, token } = await this.openId.start(next, comerOf(request, secureCookies));
    keepAttempt(reply, token, secureCookies);
    return { address };
  }

  /** What `/oidc/callback` does: opens a web session, once; `code_needed` when `oidc/code` is to follow. */
  @Post('oidc/callback')
  @Access('public')
  @HttpCode(200)
  async comeBack(
    @Body() { query }: ComeBackRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const { secureCookies } = this.settings;
    const token = attemptTokenOf(request, secureCookies);
    return this.enter(reply, await this.openId.comeBack(token, query, comerOf(request, secureCookies)));
  }

  /** The second step of whom the provider has named, where the account has one here. */
  @Post('oidc/code')
  @Access('public')
  @HttpCode(200)
  async finish(
    @Body() { code }: OpenIdCodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedIn> {
    const { secureCookies } = this.settings;
    const token = attemptTokenOf(request, secureCookies);
    return this.enter(reply, await this.openId.finish(token, code, comerOf(request, secureCookies)));
  }

  /** Whether an identity at the provider opens the own account. */
  @Get('me/linked-identity')
  @Access('signed_in')
  async show(@CurrentActor() actor: Actor): Promise<LinkedIdentity> {
    return found(await this.identities.of(actor.accountId!));
  }

  /** The next sign-in there is matched by its verified address again. */
  @Delete('me/linked-identity')
  @Access('signed_in')
  @InPerson()
  @HttpCode(204)
  async unlink(@CurrentActor() actor: Actor): Promise<void> {
    await this.identities.unlink(actor);
  }

  @Get('accounts/:id/linked-identity')
  @Access(accountKeepers)
  async showOf(@PathId() id: string): Promise<LinkedIdentity> {
    return found(await this.identities.of(id));
  }

  /** Its sessions and tokens end. Whoever first signs in there with the address of the account is linked to it. */
  @Delete('accounts/:id/linked-identity')
  @Access(accountKeepers)
  @InPerson()
  @HttpCode(204)
  async unlinkFrom(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.identities.unlinkFrom(actor, id);
  }

  private enter(reply: FastifyReply, { session, next }: FinishedSignIn): SignedIn {
    keepSession(reply, session, this.settings.secureCookies);
    forgetAttempt(reply, this.settings.secureCookies);
    return { expiresAt: session.expiresAt, next };
  }
}
