import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { rosterKeepers, rosterUnitsKeptBy } from '../people.policy';
import { CreatePersonRequest, NewPersonQuery, readCorrectionForm } from '../people.requests';
import { PeopleService } from '../people.service';
import { shownForm } from './person-form';
import { peopleWords } from '../people.words';
import { personFormWords } from './person-form.words';
import { CorrectPerson, NewPerson } from './views/person-form';
import { UnitChoices } from '../../organization/unit-choices.queries';
import { theOnly } from '../../platform/pages/searched/searched-field';
import { textAt } from '../../platform/pages/form-scope';

/** Where people are added and corrected by hand. */
@Pages('people')
@Access(rosterKeepers)
export class PersonFormPages {
  constructor(
    private readonly people: PeopleService,
    private readonly unitChoices: UnitChoices,
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
    const units = await this.unitChoices.among(kept, page.locale, { of: 'base', chosen: textAt(typed, 'unitId') });
    const only = theOnly(units);
    const values = { ...typed, ...(only && { unitId: only.value }) };
    return page.render(
      peopleWords[page.locale].add,
      <NewPerson units={units} {...{ values, refusal, today: this.clock.today() }} />,
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
