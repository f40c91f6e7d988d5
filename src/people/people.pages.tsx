import { Get, Query } from '@nestjs/common';
import { mayKeepUnits } from '../organization/organization.policy';
import { OrganizationQueries, type UnitToday } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import { MailAddresses } from '../platform/mailer/mail-addresses';
import type { Choice } from '../platform/pages/choices';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { PathId } from '../platform/requests';
import {
  mayCompareUnits,
  mayKeepRoster,
  peopleReaders,
  rosterUnitsKeptBy,
  unitsListedFor,
  unitsVisibleTo,
} from './people.policy';
import { PeopleQueries } from './people.queries';
import { PeoplePageQuery } from './people.requests';
import { PeopleService } from './people.service';
import { peopleWords } from './people.words';
import { PeopleList } from './views/people-list';
import { PersonPage } from './views/person-page';

@Pages('people')
export class PeoplePages {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly service: PeopleService,
    private readonly organization: OrganizationQueries,
    private readonly addresses: MailAddresses,
  ) {}

  @Get()
  @Access(peopleReaders)
  async list(@Page() page: PageRequest, @Query() query: PeoplePageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, unitId, ...given } = query;
    const filter = { ...given, unitIds: unitsListedFor(actor, unitId) };
    const people = await this.queries.list({ ...filter, after: cursor });
    const count = await this.queries.count(filter);
    const visible = unitsVisibleTo(actor);
    const units = (await this.organization.units()).filter(({ id }) => visible.includes(id));
    return page.render(
      peopleWords[locale].people,
      <PeopleList
        people={people}
        count={count}
        query={query}
        units={unitChoices(units, locale)}
        maySendRoster={rosterUnitsKeptBy(actor).length > 0}
        mayKeepUnits={mayKeepUnits(actor)}
        mayCompareUnits={mayCompareUnits(actor)}
      />,
    );
  }

  @Get(':id')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() asked: string): Promise<string | Redirect> {
    const person = await this.service.read(page.actor, asked);
    const { id } = person;
    if (id !== asked) return page.go(`/people/${id}`);
    const isListReader = unitsVisibleTo(page.actor).length > 0;
    const former = await this.queries.formerMemberships(id);
    const mayKeep = mayKeepRoster(page.actor, person.unitId) && !page.actor.is(id);
    const [badAddress = null] = await this.addresses.bad([person.email]);
    const isOwn = page.actor.is(id);
    return page.render(
      person.fullName,
      <PersonPage {...{ person, former, isListReader, mayKeep, badAddress, isOwn }} />,
    );
  }
}

export function unitChoices(units: readonly UnitToday[], locale: PageRequest['locale']): readonly Choice[] {
  return units.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }));
}
