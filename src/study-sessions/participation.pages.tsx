import { hasEnded } from '../classes/training-class.states';
import { Body, Get, Post, Query } from '@nestjs/common';
import { rosterReaders } from '../enrollments/enrollments.policy';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { Takes } from '../platform/limits/largest-body';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { pageOfUnits } from './participation-list';
import {
  ExemptionRequest,
  ParticipationPageQuery,
  RollCorrectionRequest,
  RollPageQuery,
} from './participation.requests';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { RollsQueries } from './rolls.queries';
import { type RollPerson, RollsService } from './rolls.service';
import { rollWords } from './rolls.words';
import { mayArrangeStudies, mayRegister, registrars, studyArrangers } from './study-sessions.policy';
import { UnitRolls } from './unit-rolls';
import { ParticipationList } from './views/participation-list';
import { PersonOnRoll, type RefusedRollForm } from './views/person-on-roll';
import { UnitRoll } from './views/unit-roll';

/** How the units of a study take part, down to the single person. */
@Pages('classes/:id/participation')
export class ParticipationPages {
  constructor(
    private readonly unitRolls: UnitRolls,
    private readonly queries: RollsQueries,
    private readonly rolls: RollsService,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(rollWords, 'help')
  @Access(rosterReaders)
  async units(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { cursor, ...query }: ParticipationPageQuery,
  ): Promise<string> {
    const overview = await this.unitRolls.overview(page.actor, id);
    return page.render(
      `${rollWords[page.locale].allUnits} ${overview.item.code}`,
      <ParticipationList
        overview={overview}
        units={pageOfUnits(overview.units, { ...query, after: cursor })}
        query={query}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  @Get(':unitId')
  @Help(rollWords, 'helpOfUnit')
  @Access(rosterReaders)
  async unit(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('unitId') unitId: string,
    @Query() { cursor, ...query }: RollPageQuery,
  ): Promise<string> {
    const { item, unit } = await this.unitRolls.unit(page.actor, id, unitId);
    const [people, corrections] = await Promise.all([
      this.queries.people(id, unitId, { ...query, after: cursor }),
      this.queries.corrections(id, unitId),
    ]);
    return page.render(
      `${unit.unitCode} ${item.code}`,
      <UnitRoll
        item={item}
        unit={unit}
        people={people}
        corrections={corrections}
        opensScans={mayArrangeStudies(page.actor)}
        query={query}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  @Get(':unitId/people/:personId')
  @Help(rollWords, 'helpOfPerson')
  @Access(rosterReaders)
  async person(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
  ): Promise<string> {
    return this.personPage(page, { classId, unitId, personId }, null);
  }

  @Post(':unitId/people/:personId/exemption')
  @Access(registrars)
  async exempt(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.attempt(page, { classId, unitId, personId }, 'exemption', 'exempted', (at) =>
      this.rolls.exempt(page.actor, at, readRequest(ExemptionRequest, body)),
    );
  }

  @Post(':unitId/people/:personId/exemption/lifting')
  @Access(registrars)
  async lift(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
  ): Promise<Redirect | string> {
    return this.attempt(page, { classId, unitId, personId }, 'lifting', 'lifted', (at) =>
      this.rolls.liftExemption(page.actor, at),
    );
  }

  @Post(':unitId/people/:personId/correction')
  @Takes({ fileMegabytes: mostScanMegabytes })
  @Access(studyArrangers)
  async correct(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
  ): Promise<Redirect | string> {
    return this.attempt(page, { classId, unitId, personId }, 'correction', 'corrected', async (at) => {
      const { fields, scan } = await this.scans.readForm(page.raw);
      await this.rolls.correct(page.actor, at, readRequest(RollCorrectionRequest, fields));
      const [line] = await this.queries.corrections(classId, unitId, personId);
      await this.scans.keepWith(page.actor, 'roll_correction', line!.paperId, scan);
    });
  }

  private async attempt(
    page: PageRequest,
    at: RollPerson,
    form: RefusedRollForm['id'],
    said: 'exempted' | 'lifted' | 'corrected',
    work: (at: RollPerson) => Promise<void>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        await work(at);
        const person = await this.queries.person(at.classId, at.unitId, at.personId);
        const path = `/classes/${at.classId}/participation/${at.unitId}`;
        return page.done(path, rollWords[page.locale][said](person?.fullName ?? ''));
      },
      (refusal) => this.personPage(page, at, { id: form, refusal, typed: page.typed }),
    );
  }

  private async personPage(page: PageRequest, at: RollPerson, refused: RefusedRollForm | null): Promise<string> {
    const { classId, unitId, personId } = at;
    const { item, unit } = await this.unitRolls.unit(page.actor, classId, unitId);
    const person = found(await this.queries.person(classId, unitId, personId));
    const isOpen = unit.rollTakenOn === null;
    const isOver = hasEnded(item.state);
    return page.render(
      person.fullName,
      <PersonOnRoll
        item={item}
        unit={unit}
        person={person}
        corrections={await this.queries.corrections(classId, unitId, personId)}
        mayExempt={
          isOpen &&
          !isOver &&
          person.standing !== 'non_member' &&
          mayRegister(page.actor, unitId) &&
          !page.actor.is(person.personId)
        }
        mayCorrect={!isOpen && !isOver && mayArrangeStudies(page.actor) && !page.actor.is(person.personId)}
        opensScans={mayArrangeStudies(page.actor)}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}
