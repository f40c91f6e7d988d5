import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { keepSession } from '../../platform/access/session-cookie';
import { comerOf } from '../../platform/access/sign-in-again';
import { download } from '../../platform/downloads';
import { ShownOnce } from '../../platform/idempotency/shown-once';
import { type LongJob, LongJobs } from '../../platform/jobs/long-jobs';
import type { Bilingual } from '../../platform/messages/words';
import { PathId } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { inviters } from '../accounts.policy';
import { AcceptInvitationRequest, RosterLookRequest, RosterRequest } from './invitations.requests';
import { InvitationsService } from './invitations.service';
import { type Invitee, type RosterAccounts, RostersQueries } from './rosters.queries';
import { assertInvites, rosterKind, RostersService } from './rosters.service';
import { SlipsService } from './slips.service';

const printAgain: Bilingual = {
  vi: 'Phiếu mời chỉ in ra một lần. Nếu chưa nhận được, hãy in lại với Idempotency-Key mới; liên kết cũ hết hiệu lực.',
  en: 'A slip is printed only once. If you did not receive it, print it again with a new Idempotency-Key; the older link stops working.',
};

/** How many invitees a preview names. */
const mostNamed = 200;

@ApiTags('accounts')
@Controller('api/v1')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly rosters: RostersService,
    private readonly queries: RostersQueries,
    private readonly slips: SlipsService,
    private readonly longJobs: LongJobs,
    private readonly settings: PlatformSettings,
  ) {}

  /** Invites by mail, again where it was done before: an earlier link opens nothing then. */
  @Post('accounts/:id/invitation')
  @InPerson()
  @Access(inviters)
  @HttpCode(204)
  async invite(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.invitations.invite(actor, id);
  }

  @Delete('accounts/:id/invitation')
  @Access(inviters)
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.invitations.revoke(actor, id);
  }

  /** An invitation on paper; its link is made now and told this once. */
  @Post('accounts/:id/invitation-slip')
  @InPerson()
  @Access(inviters)
  @ShownOnce(printAgain)
  @ApiProduces('application/pdf')
  async slip(@CurrentActor() actor: Actor, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.slips.one(actor, id));
  }

  /** Where the people of a unit stand, and who would be invited; names the first 200 of them, or of those found. */
  @Get('roster-invitations')
  @Access(inviters)
  async roster(
    @CurrentActor() actor: Actor,
    @Query() { unitId, search }: RosterLookRequest,
  ): Promise<RosterAccounts & { readonly invitees: readonly Invitee[]; readonly job: LongJob | null }> {
    assertInvites(actor, unitId);
    const [accounts, invitees, job] = await Promise.all([
      this.queries.accounts(unitId),
      this.queries.invitees(unitId, mostNamed, search),
      this.longJobs.latest(rosterKind, unitId),
    ]);
    return { ...accounts, invitees, job };
  }

  /** Invites everybody of a unit who has an address and no account; more than some hundreds as a job. */
  @Post('roster-invitations')
  @InPerson()
  @Access(inviters)
  async inviteRoster(
    @CurrentActor() actor: Actor,
    @Body() { unitId }: RosterRequest,
  ): Promise<{ readonly invited: number; readonly jobId: string | null }> {
    return this.rosters.invite(actor, unitId);
  }

  /** Slips for everybody of a unit who was invited and did not come yet, at most 200. */
  @Post('roster-invitations/slips')
  @InPerson()
  @Access(inviters)
  @ShownOnce(printAgain)
  @ApiProduces('application/pdf')
  async slipsOfUnit(@CurrentActor() actor: Actor, @Body() { unitId }: RosterRequest): Promise<StreamableFile> {
    return download(await this.slips.ofUnit(actor, unitId));
  }

  /** Who is invited by this link, and whether by a password or at the provider alone; nothing changes. */
  @Get('invitations/:token')
  @Access('public')
  async look(
    @Param('token') token: string,
  ): Promise<{ readonly name: string; readonly email: string; readonly mayTypePassword: boolean }> {
    const { name, email, mayTypePassword } = await this.invitations.look(token);
    return { name, email, mayTypePassword };
  }

  /** Sets the password and opens a web session; its token is in the `session` cookie. */
  @Post('invitations/:token')
  @Access('public')
  @HttpCode(200)
  async accept(
    @Param('token') token: string,
    @Body() { password }: AcceptInvitationRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ expiresAt: Date }> {
    const { secureCookies } = this.settings;
    const session = await this.invitations.accept(token, password, comerOf(request, secureCookies));
    keepSession(reply, session, secureCookies);
    return { expiresAt: session.expiresAt };
  }
}
