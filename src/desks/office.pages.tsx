import { Get } from '@nestjs/common';
import { HalfDayTimesQueries } from '../classes/places/half-day-times.queries';
import { LetterheadsQueries } from '../organization/letterheads.queries';
import { blocOf, OrganizationQueries } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { found } from '../platform/problems/refusals';
import { beginners } from './first-steps.policy';
import { officePageWords } from './office.words';
import { OfficePage } from './views/office';

/** What the office says of itself, in one place: each part is changed on the page of whoever owns it. */
@Pages('office')
@Access(beginners)
export class OfficePages {
  constructor(
    private readonly organization: OrganizationQueries,
    private readonly letterheads: LetterheadsQueries,
    private readonly times: HalfDayTimesQueries,
  ) {}

  @Get()
  @Help(officePageWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    const [units, letterhead, times] = await Promise.all([
      this.organization.units(),
      this.letterheads.ofBloc(),
      this.times.of(null),
    ]);
    const bloc = found(blocOf(units));
    const view = <OfficePage actor={page.actor} bloc={bloc} letterhead={letterhead} times={times} />;
    return page.render(officePageWords[page.locale].title, view);
  }
}
