import { isUUID } from 'class-validator';
import { Body, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access, InPerson } from '../../platform/access/access';
import { comerOf } from '../../platform/access/sign-in-again';
import { download } from '../../platform/downloads';
import { LongJobs } from '../../platform/jobs/long-jobs';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { linkTo } from '../../platform/pages/links';
import { inviters, unitsInvitedBy } from '../accounts.policy';
import { AcceptInvitationRequest, RosterQuery, RosterRequest } from './invitations.requests';
import { InvitationsService } from './invitations.service';
import { invitationWords } from './invitations.words';
import { RostersQueries } from './rosters.queries';
import { assertInvites, rosterKind, RostersService } from './rosters.service';
import { SlipsService } from './slips.service';
import { Accept } from './views/accept';
import { RosterInvitation, type RosterOfUnit, UnderWay } from './views/roster';
import { UnitChoices } from '../../organization/unit-choices.queries';
import { theOnly } from '../../platform/pages/searched/searched-field';

/** How many invitees a preview names. */
const mostNamed = 100;

@Pages()
export class InvitationsPages {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly rosters: RostersService,
    private readonly queries: RostersQueries,
    private readonly slips: SlipsService,
    private readonly units: UnitChoices,
    private readonly longJobs: LongJobs,
    private readonly settings: PlatformSettings,
  ) {}

  @Get('invitations/:token')
  @Help(invitationWords, 'helpToAccept')
  @Access('public')
  async showAccept(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    return this.acceptPage(page, token, null);
  }

  @Post('invitations/:token')
  @Access('public')
  @Refused<InvitationsPages>((on, refusal, page, token) => on.acceptPage(page, token!, refusal))
  async accept(@Page() page: PageRequest, @Param('token') token: string, @Body() body: unknown): Promise<Redirect> {
    const { password } = readRequest(AcceptInvitationRequest, body);
    const { secureCookies } = this.settings;
    page.keepSession(await this.invitations.accept(token, password, comerOf(page.raw, secureCookies)), secureCookies);
    return page.done('/', invitationWords[page.locale].welcome);
  }

  @Get('roster-invitations')
  @Help(invitationWords, 'helpOfRoster')
  @Access(inviters)
  async showRoster(@Page() page: PageRequest, @Query() { unitId, search }: RosterQuery): Promise<string> {
    return this.rosterPage(page, unitId, null, search);
  }

  /** The moving part of the page, asked for while people are being invited. */
  @Get('roster-invitations/progress')
  @Access(inviters)
  async progress(@Page() page: PageRequest, @Query() { unitId }: RosterRequest): Promise<string> {
    assertInvites(page.actor, unitId);
    const job = found(await this.longJobs.latest(rosterKind, unitId));
    return page.fragment(<UnderWay unitId={unitId} job={job} />);
  }

  @Post('roster-invitations')
  @InPerson()
  @Access(inviters)
  @Refused<InvitationsPages>((on, refusal, page) => on.rosterPage(page, page.typed['unitId'], refusal))
  async inviteRoster(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { unitId } = readRequest(RosterRequest, body);
    const { invited, jobId } = await this.rosters.invite(page.actor, unitId);
    const next = linkTo('/roster-invitations', { unitId });
    return jobId ? page.go(next) : page.done(next, invitationWords[page.locale].done(invited));
  }

  @Post('roster-invitations/slips')
  @InPerson()
  @Access(inviters)
  async slipsOfUnit(@Page() page: PageRequest, @Body() body: unknown): Promise<StreamableFile> {
    return download(await this.slips.ofUnit(page.actor, readRequest(RosterRequest, body).unitId));
  }

  private async acceptPage(page: PageRequest, token: string, refusal: Refusal | null): Promise<string> {
    const invited = await this.invitations.look(token);
    return page.render(
      invitationWords[page.locale].title,
      <Accept invited={invited} action={page.path} refusal={refusal} openId={this.settings.openId} />,
      refusal,
    );
  }

  /** @param unitId the one chosen; where there is only one to choose, that one */
  private async rosterPage(
    page: PageRequest,
    unitId: unknown,
    refusal: Refusal | null,
    search?: string,
  ): Promise<string> {
    const { actor, locale } = page;
    const asked = typeof unitId === 'string' && isUUID(unitId) ? unitId : undefined;
    const units = await this.units.among(unitsInvitedBy(actor), locale, { of: 'live', chosen: asked });
    const chosen = asked ?? theOnly(units)?.value ?? null;
    if (chosen) assertInvites(actor, chosen);
    return page.render(
      invitationWords[locale].rosterTitle,
      <RosterInvitation units={units} roster={chosen ? await this.ofUnit(chosen, search) : null} refusal={refusal} />,
      refusal,
    );
  }

  private async ofUnit(unitId: string, search?: string): Promise<RosterOfUnit> {
    const [accounts, invitees, job] = await Promise.all([
      this.queries.accounts(unitId),
      this.queries.invitees(unitId, mostNamed, search),
      this.longJobs.latest(rosterKind, unitId),
    ]);
    return { unitId, accounts, search, invitees, job };
  }
}
