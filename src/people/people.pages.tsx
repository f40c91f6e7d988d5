import { Get, Query } from '@nestjs/common';
import { mayKeepUnits } from '../organization/organization.policy';
import { OrganizationQueries, type UnitToday } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import type { Choice } from '../platform/pages/choices';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { mayCompareUnits, peopleReaders, rosterUnitsKeptBy, unitsListedFor, unitsVisibleTo } from './people.policy';
import { PeopleQueries } from './people.queries';
import { PeoplePageQuery } from './people.requests';
import { peopleWords } from './people.words';
import { PeopleList } from './views/people-list';

@Pages('people')
export class PeoplePages {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(peopleWords, 'help')
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
}

export function unitChoices(units: readonly UnitToday[], locale: PageRequest['locale']): readonly Choice[] {
  return units.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }));
}
