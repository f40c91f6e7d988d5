import { Body, Controller, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import { PathId } from '../platform/requests';
import { type RegistrationOutcome, RegistrationsService } from './registrations.service';
import { type StudyOverview, StudyOverviews } from './study-overviews';
import {
  ChangeSiteRequest,
  DocumentRequest,
  NewSiteRequest,
  RegistrationRequest,
  RollRequest,
  ScheduleRequest,
  SiteOfUnitRequest,
} from './study-sessions.requests';
import { type RollCount, RollsService } from './rolls.service';
import { registrars, studyArrangers } from './study-sessions.policy';
import { StudySessionsService } from './study-sessions.service';

type StudyAnswer = Omit<StudyOverview, 'item' | 'showsUnits'> & { readonly classId: string };

@ApiTags('study sessions')
@Controller('api/v1')
export class StudySessionsController {
  constructor(
    private readonly studies: StudySessionsService,
    private readonly registrations: RegistrationsService,
    private readonly rolls: RollsService,
    private readonly overviews: StudyOverviews,
  ) {}

  /** Plans a resolution study: its class, documents, sites and the units called, all or nothing. */
  @Post('study-sessions')
  @Takes({ kilobytes: 192 })
  @Access(studyArrangers)
  async schedule(@CurrentActor() actor: Actor, @Body() { sites, ...study }: ScheduleRequest): Promise<{ id: string }> {
    return { id: await this.studies.schedule(actor, { ...study, sites: sites.map(withCentral) }) };
  }

  /** What is studied, at which sites, and how the units take part; units see their own numbers. */
  @Get('classes/:id/study')
  @Access('signed_in')
  async study(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<StudyAnswer> {
    const { documents, sites, units, totals } = await this.overviews.of(actor, classId);
    return { classId, documents, sites, units, totals };
  }

  /** Adds a document at the end of the order of study. */
  @Post('classes/:id/documents')
  @Access(studyArrangers)
  async addDocument(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { title }: DocumentRequest,
  ): Promise<{ classId: string; title: string }> {
    await this.studies.addDocument(actor, classId, title);
    return { classId, title };
  }

  @Post('classes/:id/sites')
  @Access(studyArrangers)
  async addSite(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() site: NewSiteRequest,
  ): Promise<{ id: string }> {
    return { id: await this.studies.addSite(actor, classId, withCentral(site)) };
  }

  /** Corrects the name, address or capacity of a site. */
  @Patch('classes/:id/sites/:siteId')
  @Access(studyArrangers)
  async changeSite(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('siteId') siteId: string,
    @Body() changes: ChangeSiteRequest,
  ): Promise<{ id: string }> {
    await this.studies.changeSite(actor, classId, siteId, changes);
    return { id: siteId };
  }

  /** Calls a unit to a site, or moves it to another. */
  @Put('classes/:id/obliged-units/:unitId')
  @Access(studyArrangers)
  async callUnit(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @Body() { siteId }: SiteOfUnitRequest,
  ): Promise<{ unitId: string; siteId: string }> {
    await this.studies.callUnit(actor, classId, { unitId, siteId });
    return { unitId, siteId };
  }

  /** Freezes today's roll of every called unit that is still open; by itself this happens as the first day begins. */
  @Post('classes/:id/roll')
  @Access(studyArrangers)
  @HttpCode(200)
  async takeRoll(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { reason }: RollRequest,
  ): Promise<RollCount> {
    return this.rolls.takeRoll(actor, classId, reason);
  }

  /** Registers people of one called unit at its site: a row for each person says what became of them. */
  @Post('classes/:id/registrations')
  @Takes({ kilobytes: 512 })
  @Access(registrars)
  async register(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() registration: RegistrationRequest,
  ): Promise<RegistrationOutcome> {
    return this.registrations.register(actor, classId, registration);
  }
}

const withCentral = ({ central = false, ...site }: NewSiteRequest) => ({ ...site, central });
