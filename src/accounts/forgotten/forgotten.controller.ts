import { Body, Controller, HttpCode, Param, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { keepSession } from '../../platform/access/session-cookie';
import { comerOf } from '../../platform/access/sign-in-again';
import { download } from '../../platform/downloads';
import { ShownOnce } from '../../platform/idempotency/shown-once';
import { PathId } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { inviters } from '../accounts.policy';
import { AskLinkRequest, ResetByCodeRequest, ResetPasswordRequest, SignInByLinkRequest } from './forgotten.requests';
import { ForgottenService } from './forgotten.service';
import { LinkRequestsService } from './link-requests.service';
import { PasswordCodesService } from './password-codes.service';

@ApiTags('accounts')
@Controller('api/v1')
@Access('public')
export class ForgottenController {
  constructor(
    private readonly requests: LinkRequestsService,
    private readonly forgotten: ForgottenService,
    private readonly codes: PasswordCodesService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Sends a link to set a new password, if an account goes with the address; the answer never says whether. */
  @Post('password-resets')
  @HttpCode(202)
  async askReset(@Body() { email }: AskLinkRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.requests.ask('password', email, comerOf(request, this.settings.secureCookies));
  }

  /** Sets the password with the token of a link, once; every session of the account ends. */
  @Post('password-resets/:token')
  @HttpCode(204)
  async reset(@Param('token') token: string, @Body() { password }: ResetPasswordRequest): Promise<void> {
    await this.forgotten.resetPassword(token, password);
  }

  /** Sets the password by the code of a printed slip, once; every session of the account ends. */
  @Post('password-codes')
  @HttpCode(204)
  async resetByCode(@Body() typed: ResetByCodeRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.forgotten.resetByCode(typed, comerOf(request, this.settings.secureCookies));
  }

  /** A code to set a forgotten password, on a slip for the envelope; told this once, good for eight hours. */
  @Post('accounts/:id/password-code')
  @InPerson()
  @Access(inviters)
  @ShownOnce({
    vi: 'Phiếu mã chỉ in ra một lần. Nếu chưa nhận được, hãy in lại với Idempotency-Key mới; mã cũ hết hiệu lực.',
    en: 'A slip is printed only once. If you did not receive it, print it again with a new Idempotency-Key; the older code stops working.',
  })
  @ApiProduces('application/pdf')
  async printCode(@CurrentActor() actor: Actor, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.codes.print(actor, id));
  }

  /** Sends a link that signs in, if an account without a role goes with the address; the answer never says whether. */
  @Post('sign-in-links')
  @HttpCode(202)
  async askSignIn(@Body() { email }: AskLinkRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.requests.ask('sign_in', email, comerOf(request, this.settings.secureCookies));
  }

  /** Opens a web session with the token of a link, once. */
  @Post('sign-in-links/:token')
  @HttpCode(200)
  async signIn(
    @Param('token') token: string,
    @Body() { code }: SignInByLinkRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ expiresAt: Date }> {
    const { secureCookies } = this.settings;
    const session = await this.forgotten.signInByLink(token, code, comerOf(request, secureCookies));
    keepSession(reply, session, secureCookies);
    return { expiresAt: session.expiresAt };
  }
}
