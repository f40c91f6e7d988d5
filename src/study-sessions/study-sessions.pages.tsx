import { Body, Get, Post, Query } from '@nestjs/common';
import { ClashesQueries } from '../enrollments/clashes.queries';
import { Access } from '../platform/access/access';
import { Takes } from '../platform/limits/largest-body';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { linkTo } from '../platform/pages/links';
import { PathId, readRequest } from '../platform/requests';
import { RegistrationsService } from './registrations.service';
import { RollsService } from './rolls.service';
import { type StudyOverview, StudyOverviews } from './study-overviews';
import { mayRegister, registrars, studyArrangers } from './study-sessions.policy';
import { StudySessionsQueries } from './study-sessions.queries';
import { RegistrationRequest, RollRequest, StudyQuery } from './study-sessions.requests';
import { studyWords } from './study-sessions.words';
import type { RefusedForm, RegistrationProps } from './views/registration';
import { Study } from './views/study';

const mostListed = 200;

@Pages('classes/:id')
export class StudySessionsPages {
  constructor(
    private readonly rolls: RollsService,
    private readonly registrations: RegistrationsService,
    private readonly overviews: StudyOverviews,
    private readonly queries: StudySessionsQueries,
    private readonly clashes: ClashesQueries,
  ) {}

  @Get('study')
  @Help(studyWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: unknown): Promise<string> {
    return this.studyPage(page, id, readRequest(StudyQuery, query), null);
  }

  @Post('registrations')
  @Takes({ kilobytes: 512 })
  @Access(registrars)
  @Refused<StudySessionsPages>((on, refusal, page, id) =>
    on.studyPage(page, id, unitNamed(page), { id: 'registration', refusal, typed: page.typed }),
  )
  async register(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const registration = readRequest(RegistrationRequest, body);
    const { registered, already, busy, noRoom } = await this.registrations.register(page.actor, id, registration);
    const path = `${linkTo(`/classes/${id}/study`, { unitId: registration.unitId })}#register`;
    return page.done(path, studyWords[page.locale].wasRegistered(registered, already, busy.length, noRoom));
  }

  @Post('roll')
  @Access(studyArrangers)
  @Refused<StudySessionsPages>((on, refusal, page, id) =>
    on.studyPage(page, id, {}, { id: 'roll', refusal, typed: page.typed }),
  )
  async takeRoll(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { reason } = readRequest(RollRequest, body);
    const { units, members, exempt, nonMembers } = await this.rolls.takeRoll(page.actor, id, reason);
    return page.done(`/classes/${id}/study`, studyWords[page.locale].rollWasTaken(units, members, exempt, nonMembers));
  }

  private async studyPage(
    page: PageRequest,
    classId: string,
    query: StudyQuery,
    refused: RefusedForm | null,
  ): Promise<string> {
    const overview = await this.overviews.of(page.actor, classId);
    const registration = await this.registrationOf(page, overview, query);
    return page.render(
      `${studyWords[page.locale].study} ${overview.item.code}`,
      <Study overview={overview} actor={page.actor} registration={registration} refused={refused} />,
      refused?.refusal,
    );
  }

  /** Of the unit named, or of the one unit the actor may register people of. */
  private async registrationOf(
    page: PageRequest,
    { item, units, sites }: StudyOverview,
    { unitId, search = '' }: StudyQuery,
  ): Promise<Omit<RegistrationProps, 'refused'> | null> {
    const own = units.filter((unit) => mayRegister(page.actor, unit.unitId));
    const unit = own.length === 1 ? own[0] : own.find((candidate) => candidate.unitId === unitId);
    const site = sites.find(({ id }) => id === unit?.siteId);
    if (!unit || !site) return null;
    const [found, membersToRegister] = await Promise.all([
      this.queries.candidates(item.id, unit.unitId, { search, limit: mostListed + 1 }),
      this.queries.membersToRegister(item.id, unit.unitId),
    ]);
    const candidates = found.slice(0, mostListed);
    const open = candidates.filter(({ registered }) => !registered).map(({ id }) => id);
    return {
      classId: item.id,
      unit: { id: unit.unitId, code: unit.unitCode },
      site,
      candidates,
      hasMore: found.length > mostListed,
      busy: await this.clashes.of(open, { classId: item.id }),
      membersToRegister,
      search,
    };
  }
}

/** The unit a refused form was about, to show its list again. */
function unitNamed(page: PageRequest): StudyQuery {
  const { unitId } = page.typed;
  return typeof unitId === 'string' ? { unitId } : {};
}
