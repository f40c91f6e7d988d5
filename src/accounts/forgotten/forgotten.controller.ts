import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../platform/access/access';
import { keepSession } from '../../platform/access/session-cookie';
import { comerOf } from '../../platform/access/sign-in-again';
import { PlatformSettings } from '../../platform/settings';
import { AskLinkRequest, ResetPasswordRequest, SignInByLinkRequest } from './forgotten.requests';
import { ForgottenService } from './forgotten.service';
import { LinkRequestsService } from './link-requests.service';

@ApiTags('accounts')
@Controller('api/v1')
@Access('public')
export class ForgottenController {
  constructor(
    private readonly requests: LinkRequestsService,
    private readonly forgotten: ForgottenService,
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
