import { Body, Get, Post, Query } from '@nestjs/common';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { unitChoices } from '../people.pages';
import { rosterKeepers, rosterUnitsKeptBy } from '../people.policy';
import { CreatePersonRequest, NewPersonQuery, readCorrectionForm } from '../people.requests';
import { PeopleService } from '../people.service';
import { shownForm } from './person-form';
import { peopleWords } from '../people.words';
import { personFormWords } from './person-form.words';
import { CorrectPerson, NewPerson } from './views/person-form';

/** Where people are added and corrected by hand. */
@Pages('people')
@Access(rosterKeepers)
export class PersonFormPages {
  constructor(
    private readonly people: PeopleService,
    private readonly organization: OrganizationQueries,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Help(personFormWords, 'helpToAdd')
  async begin(@Page() page: PageRequest, @Query() { unitId }: NewPersonQuery): Promise<string> {
    return this.newForm(page, { unitId, keyCadre: 'false', planned: 'false', theoryLevel: 'none' }, null);
  }

  @Post()
  @Refused<PersonFormPages>((on, refusal, page) => on.newForm(page, page.typed, refusal))
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const id = await this.people.create(page.actor, readRequest(CreatePersonRequest, body));
    return page.done(`/people/${id}`, personFormWords[page.locale].added);
  }

  @Get(':id/edit')
  @Help(personFormWords, 'helpToEdit')
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post(':id')
  @Refused<PersonFormPages>((on, refusal, page, id) => on.form(page, id!, refusal))
  async correct(@Page() page: PageRequest, @PathId() id: string, @Body() body: object | null): Promise<Redirect> {
    const { version, ...correction } = readCorrectionForm(body ?? {});
    await this.people.correct(page.actor, id, correction, version);
    return page.done(`/people/${id}`, personFormWords[page.locale].saved);
  }

  private async newForm(page: PageRequest, typed: FormValues, refusal: Refusal | null): Promise<string> {
    const kept = rosterUnitsKeptBy(page.actor);
    const units = (await this.organization.baseUnits()).filter(({ id }) => kept.includes(id));
    const values = units.length === 1 ? { ...typed, unitId: units[0]!.id } : typed;
    return page.render(
      peopleWords[page.locale].add,
      <NewPerson units={unitChoices(units, page.locale)} {...{ values, refusal, today: this.clock.today() }} />,
      refusal,
    );
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    await this.people.correctable(page.actor, id);
    const person = await this.people.read(page.actor, id);
    return page.render(
      peopleWords[page.locale].correct,
      <CorrectPerson
        person={person}
        action={`/people/${id}`}
        form={shownForm(person, page.typed, refusal)}
        refusal={refusal}
        today={this.clock.today()}
      />,
      refusal,
    );
  }
}
