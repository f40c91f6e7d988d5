import { Injectable } from '@nestjs/common';
import { unitsVisibleTo } from '../../people/people.policy';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { NotFound } from '../../platform/problems/refusals';
import { readTables } from '../../platform/sheets/tables';
import { comesBackAsXlsx, workbookWithColumns } from '../../platform/sheets/workbook-with-columns';
import type { Upload } from '../../platform/uploads';
import { ListImportsQueries } from './imports.queries';
import { listActions } from './imports.words';
import { verdictColumns } from './verdict-columns';
import { listTable, readNominationList } from './sheet';
import { isWithin } from '../../platform/access/reach';

/** The list comes back as the unit sent it, with the outcome beside every name. */
@Injectable()
export class ListWorkbooksService {
  constructor(
    private readonly database: Database,
    private readonly queries: ListImportsQueries,
    private readonly journal: Journal,
  ) {}

  /** It holds sensitive data of many people, so taking it away leaves a journal line. @throws NotFound */
  async withVerdicts(actor: Actor, id: string, locale: Locale): Promise<Upload> {
    const sent = await this.queries.sent(id);
    if (!sent || !isWithin(unitsVisibleTo(actor), sent.unitId)) throw new NotFound();
    const { classId, unitId, file, choice } = sent;
    const tables = await readTables(file, listTable, choice);
    const { read } = tables;
    const { unread } = readNominationList(tables).read;
    const rows = await this.queries.rows(id);
    const places = await this.queries.placesNow(id);
    const sheets = [...new Set(read.map((table) => table.sheet))];
    const additions = sheets.map((sheet, index) => {
      const isHere = (row: { readonly sheet: string | null }) => sheets.length === 1 || row.sheet === sheet.name;
      return {
        sheet,
        headingRows: read.filter((table) => table.sheet === sheet).map(({ header }) => header.headerRow + 1),
        columns: verdictColumns(rows.filter(isHere), places.filter(isHere), locale, {
          from: sheet.rows.length + 2,
          unread: index === 0 ? unread : [],
        }),
      };
    });
    const content = await workbookWithColumns(file, additions);
    await this.journal.write(this.database.reader, actor, {
      action: listActions.downloaded,
      subject: { type: 'list_import', id },
      classId,
      unitId,
    });
    return { name: resultName(file, comesBackAsXlsx(sheets[0]!)), content };
  }
}

function resultName(file: Upload, isXlsx: boolean): string {
  const [, name, ending] = /^(.*?)(\.[^.]*)?$/s.exec(file.name)!;
  return `${name}-ket-qua${isXlsx ? '.xlsx' : (ending ?? '.csv')}`;
}
