import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, CurrentSession, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { forgetSession } from '../../platform/access/session-cookie';
import { comerOf } from '../../platform/access/sign-in-again';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { ChangePasswordRequest, ChooseLanguageRequest } from './own-account.requests';
import { OwnAccountService, type OwnSession } from './own-account.service';

@ApiTags('accounts')
@Controller('api/v1/me')
@Access('signed_in')
export class OwnAccountController {
  constructor(
    private readonly own: OwnAccountService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Changes the password and ends every other web session; tokens of programs go on. */
  @Post('password')
  @InPerson()
  @HttpCode(200)
  async changePassword(
    @CurrentActor() actor: Actor,
    @CurrentSession() sessionId: string,
    @Req() request: FastifyRequest,
    @Body() passwords: ChangePasswordRequest,
  ): Promise<{ endedSessions: number }> {
    const comer = comerOf(request, this.settings.secureCookies);
    return { endedSessions: await this.own.changePassword(actor, sessionId, passwords, comer) };
  }

  /** Where one is signed in. */
  @Get('sessions')
  async listSessions(@CurrentActor() actor: Actor, @Req() { sessionId }: FastifyRequest): Promise<PageOf<OwnSession>> {
    return { items: await this.own.listSessions(actor, sessionId), next: null };
  }

  @Delete('sessions/:id')
  @InPerson()
  @HttpCode(204)
  async endSession(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.own.endSession(actor, id);
  }

  /** Ends every web session, the one that asks too. */
  @Delete('sessions')
  @InPerson()
  @HttpCode(204)
  async signOutEverywhere(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.own.signOutEverywhere(actor);
    forgetSession(reply, this.settings.secureCookies);
  }

  /** The language of pages and messages. */
  @Put('language')
  @HttpCode(204)
  async chooseLanguage(@CurrentActor() actor: Actor, @Body() { locale }: ChooseLanguageRequest): Promise<void> {
    await this.own.chooseLanguage(actor, locale);
  }
}
