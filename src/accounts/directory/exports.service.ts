import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { TooManyToExport } from '../../platform/problems/refusals';
import type { Locale } from '../../platform/messages/words';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { type AccountScope, accountsVisibleTo } from '../accounts.policy';
import { accountActions } from '../accounts.words';
import { type AccountsFilter, DirectoryQueries } from './directory.queries';
import type { AccountOrder } from './directory.requests';
import { directoryWords } from './directory.words';
import { accountSheet, accountWidths } from './workbook';

const mostRows = 10_000;

/** The list of accounts as a workbook. */
@Injectable()
export class AccountExportsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly queries: DirectoryQueries,
  ) {}

  /** @throws TooManyToExport */
  async workbook(
    actor: Actor,
    filter: Omit<AccountsFilter, keyof AccountScope> & { readonly sort?: AccountOrder },
    locale: Locale,
  ): Promise<Upload> {
    const asked = { ...filter, ...accountsVisibleTo(actor), limit: mostRows };
    const { items, next } = await this.queries.list(asked);
    if (next !== null) throw new TooManyToExport(mostRows);
    const content = await writeXlsx(directoryWords[locale].title, accountWidths, accountSheet(items, locale));
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: accountActions.exported,
        subject: { type: 'account', id: actor.accountId! },
        facts: { count: items.length },
      }),
    );
    return { name: 'tai-khoan.xlsx', content };
  }
}
