import { Get, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { linkTo } from '../platform/pages/links';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { finderOf, type FoundGroup, isEnough, SearchQueries } from './search.queries';
import { SearchPageQuery } from './search.requests';
import { searchWords } from './search.words';
import { type ToldGroup, Found, SearchPage } from './views/search';

/** The one place to look for anything; the box in the header of every page shows the same below itself. */
@Pages('search')
export class SearchPages {
  constructor(
    private readonly queries: SearchQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(searchWords, 'help')
  @Access('signed_in')
  async find(@Page() page: PageRequest, @Query() { q = '', kind }: SearchPageQuery): Promise<string> {
    const found = isEnough(q) ? await this.queries.find(page.actor, q, kind) : null;
    const groups = found && found.map((group) => this.told(page, q, group, kind !== undefined));
    if (page.isForPart) return page.fragment(<Found q={q} groups={groups} />);
    return page.render(searchWords[page.locale].title, <SearchPage q={q} kind={kind ?? null} groups={groups} />);
  }

  private told({ actor, locale }: PageRequest, q: string, group: FoundGroup, isAlone: boolean): ToldGroup {
    const finder = finderOf(group.kind);
    const reader = { actor, locale, now: this.clock.now() };
    const all = finder.list?.({ actor, search: q }) ?? (isAlone ? null : linkTo('/search', { q, kind: group.kind }));
    return { ...group, items: group.items.map((row) => finder.told(row, reader)), all };
  }
}
