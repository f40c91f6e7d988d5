import { Get, Query } from '@nestjs/common';
import { mayKeepUnits } from '../organization/organization.policy';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { mayCompareUnits, peopleReaders, rosterUnitsKeptBy, unitsListedFor, unitsVisibleTo } from './people.policy';
import { PeopleQueries } from './people.queries';
import { PeoplePageQuery } from './people.requests';
import { peopleWords } from './people.words';
import { PeopleList } from './views/people-list';
import { isNowhere } from '../platform/access/reach';
import { UnitChoices } from '../organization/unit-choices.queries';

@Pages('people')
export class PeoplePages {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly unitChoices: UnitChoices,
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
    const units = await this.unitChoices.among(unitsVisibleTo(actor), locale, { of: 'all', chosen: unitId });
    return page.render(
      peopleWords[locale].people,
      <PeopleList
        people={people}
        count={count}
        query={query}
        units={units}
        maySendRoster={!isNowhere(rosterUnitsKeptBy(actor))}
        mayKeepUnits={mayKeepUnits(actor)}
        mayCompareUnits={mayCompareUnits(actor)}
      />,
    );
  }
}
