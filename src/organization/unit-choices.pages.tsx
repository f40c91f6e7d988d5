import { Get, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { FoundChoices } from '../platform/pages/searched/searched-field';
import { OneOf, Text } from '../platform/request-fields';
import { UnitChoices, type UnitsOffered, unitsOffered } from './unit-choices.queries';

class UnitsSoughtQuery {
  @Text({ optional: true })
  readonly q?: string;

  @OneOf(unitsOffered, { optional: true })
  readonly among?: UnitsOffered;
}

const mostShown = 12;

/** What is shown below a field while somebody types the name of a unit. */
@Pages('unit-choices')
export class UnitChoicesPages {
  constructor(private readonly units: UnitChoices) {}

  @Get()
  @Access('signed_in')
  async suggest(@Page() page: PageRequest, @Query() { q = '', among = 'all' }: UnitsSoughtQuery): Promise<string> {
    const found = await this.units.suggested(page.actor, q, among, page.locale);
    return page.fragment(<FoundChoices choices={found.slice(0, mostShown)} isMore={found.length > mostShown} />);
  }
}
