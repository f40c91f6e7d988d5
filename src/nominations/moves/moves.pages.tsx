import { Body, Get, Post } from '@nestjs/common';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { NotAllowed } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { DepartureRequest, MoveRequest, ReturnRequest } from '../../people/moves.requests';
import { MovesService } from '../../people/moves.service';
import { type MoveOutcome, PersonMovesService } from './moves.service';
import { moveWords } from './moves.words';
import { mayKeepRoster, mayMovePeople, peopleMovers, rosterKeepers } from '../../people/people.policy';
import { PeopleService } from '../../people/people.service';
import { MovePage } from './views/move';
import { unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';

interface Shown {
  readonly formId?: string;
  readonly refusal?: Refusal;
  readonly values?: FormValues;
  readonly outcome?: MoveOutcome;
}

@Pages('people/:id/move')
export class MovesPages {
  constructor(
    private readonly moves: PersonMovesService,
    private readonly departures: MovesService,
    private readonly people: PeopleService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(moveWords, 'help')
  @Access(rosterKeepers)
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id);
  }

  /** Shows what the move would do, with a button that does it. */
  @Post('preview')
  @Access(peopleMovers)
  @Refused<MovesPages>((on, refusal, page, id) => on.form(page, id, { refusal, values: page.typed }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const outcome = await this.moves.tryOut(page.actor, id, readRequest(MoveRequest, body));
    return this.form(page, id, { outcome, values: page.typed });
  }

  @Post()
  @Access(peopleMovers)
  @Refused<MovesPages>((on, refusal, page, id) => on.form(page, id, { refusal, values: page.typed }))
  async move(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.moves.move(page.actor, id, readRequest(MoveRequest, body));
    return page.done(`/people/${id}`, moveWords[page.locale].moved);
  }

  @Post('departure')
  @Access(rosterKeepers)
  @Refused<MovesPages>((on, refusal, page, id) => on.form(page, id, { formId: 'depart', refusal, values: page.typed }))
  async depart(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.departures.depart(page.actor, id, readRequest(DepartureRequest, body));
    return page.done(`/people/${id}`, moveWords[page.locale].departed);
  }

  @Post('return')
  @Access(rosterKeepers)
  @Refused<MovesPages>((on, refusal, page, id) => on.form(page, id, { formId: 'return', refusal, values: page.typed }))
  async comeBack(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.departures.comeBack(page.actor, id, readRequest(ReturnRequest, body));
    return page.done(`/people/${id}`, moveWords[page.locale].cameBack);
  }

  private async form(page: PageRequest, id: string, shown: Shown = {}): Promise<string> {
    const person = await this.people.read(page.actor, id);
    if (!mayKeepRoster(page.actor, person.unitId)) throw new NotAllowed();
    const units = (await this.organization.baseUnits()).filter(
      (unit) => unit.id !== person.unitId && mayMovePeople(page.actor, person.unitId, unit.id),
    );
    return page.render(
      moveWords[page.locale].title,
      <MovePage person={person} units={unitsToChoose(unitsNamed(units, page.locale), 'base')} {...shown} />,
      shown.refusal,
    );
  }
}
