import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { NotFound } from '../../platform/problems/refusals';
import { readRequest } from '../../platform/requests';
import { ContactsRequest } from '../people.requests';
import { PeopleService } from '../people.service';
import { peopleWords } from '../people.words';
import { personFormWords } from './person-form.words';
import { OwnContacts } from './views/own-contacts';

@Pages('me/contacts')
@Access('signed_in')
export class OwnContactsPages {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Help(personFormWords, 'helpOfOwnContacts')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.form(page, null);
  }

  @Post()
  @Refused<OwnContactsPages>((on, refusal, page) => on.form(page, refusal))
  async change(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.people.changeOwnContacts(page.actor, readRequest(ContactsRequest, body));
    return page.done(`/people/${page.actor.personId}`, personFormWords[page.locale].saved);
  }

  private async form(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const { personId } = page.actor;
    if (personId === null) throw new NotFound();
    const person = await this.people.read(page.actor, personId);
    return page.render(
      peopleWords[page.locale].ownContacts,
      <OwnContacts person={person} values={refusal ? page.typed : { ...person }} refusal={refusal} />,
      refusal,
    );
  }
}
