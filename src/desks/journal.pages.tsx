import { Get, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { journalReaders, journalUnitsOf } from '../platform/journal/journal.policy';
import { JournalQueries } from '../platform/journal/journal.queries';
import { JournalPageRequest } from '../platform/journal/journal.requests';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { JournalNamesQueries } from './journal-names.queries';
import { journalWords } from './journal.words';
import { JournalLines } from './views/journal';

/** The journal in sentences. It stands up here because only the roof knows the names of what every feature keeps. */
@Pages('journal')
@Access(journalReaders)
export class JournalPages {
  constructor(
    private readonly journal: JournalQueries,
    private readonly names: JournalNamesQueries,
  ) {}

  @Get()
  @Help(journalWords, 'help')
  async show(@Page() page: PageRequest, @Query() filter: JournalPageRequest): Promise<string> {
    const list = await this.journal.list({ ...filter, after: filter.cursor, unitIds: journalUnitsOf(page.actor) });
    const names = await this.names.ofLines(list.items);
    return page.render(journalWords[page.locale].title, <JournalLines list={list} names={names} filter={filter} />);
  }
}
