import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { TooManyToExport } from '../../platform/problems/refusals';
import type { Locale } from '../../platform/messages/words';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../../platform/uploads';
import { correctionsShown } from './corrections.policy';
import { CorrectionsQueries } from './corrections.queries';
import type { CorrectionPageQuery } from './corrections.requests';
import { correctionActions, correctionWords } from './corrections.words';
import { correctionSheet, correctionWidths } from './workbook';

const mostRows = 10_000;

/** The list of what was reported as a workbook. */
@Injectable()
export class CorrectionExportsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly queries: CorrectionsQueries,
  ) {}

  /** @throws TooManyToExport */
  async workbook(
    actor: Actor,
    { state, unitId, waitsFor, sort }: CorrectionPageQuery,
    locale: Locale,
  ): Promise<Upload> {
    const shown = { state, unitId, sort, ...correctionsShown(actor, waitsFor) };
    const { items, next } = await this.queries.list({ ...shown, limit: mostRows });
    if (next !== null) throw new TooManyToExport(mostRows);
    const content = await writeXlsx(correctionWords[locale].title, correctionWidths, correctionSheet(items, locale));
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: correctionActions.exported,
        subject: { type: 'account', id: actor.accountId! },
        facts: { count: items.length },
      }),
    );
    return { name: 'thong-tin-bao-sai.xlsx', content };
  }
}
