import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { Locale } from '../platform/messages/words';
import { InvalidInput } from '../platform/problems/refusals';
import { writeXlsx } from '../platform/sheets/xlsx/write-xlsx';
import type { WrittenCell } from '../platform/sheets/xlsx/written-cell';
import type { Upload } from '../platform/uploads';
import { ledgerWords } from './ledger.words';
import { remindersVisibleTo } from './reminders.policy';
import { RemindersQueries, type ReminderRow } from './reminders.queries';
import type { RemindersRequest } from './reminders.requests';
import { reasonWords, reminderActions, reminderWords, ruleWords, stateWords } from './reminders.words';

/** A sheet with more lines than this is read by nobody. */
const mostLinesInSheet = 5000;
const widths = [34, 24, 30, 36, 26, 14, 16, 30, 22, 22, 24, 46];

/** The ledger as an Excel file; what is taken out is written into the journal. */
@Injectable()
export class RemindersWorkbookService {
  constructor(
    private readonly reminders: RemindersQueries,
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** @throws InvalidInput when there are more lines than a sheet takes */
  async workbook(actor: Actor, filter: RemindersRequest, locale: Locale): Promise<Upload> {
    const wanted = { ...filter, after: undefined, limit: mostLinesInSheet } as RemindersRequest;
    const { items, next } = await this.reminders.list(remindersVisibleTo(actor), wanted);
    if (next !== null) throw tooManyLines();
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, actor, {
        action: reminderActions.exported,
        subject: { type: 'account', id: actor.accountId! },
        classId: filter.classId ?? null,
        facts: { lines: items.length },
      }),
    );
    const { title } = reminderWords[locale];
    const content = await writeXlsx(title, widths, [headingOf(locale), ...items.map((row) => lineOf(row, locale))]);
    return { name: `${title}.xlsx`, content };
  }
}

function headingOf(locale: Locale): WrittenCell[] {
  const [say, more] = [reminderWords[locale], ledgerWords[locale]];
  const headings = [
    say.recipient,
    say.unit,
    say.rule,
    say.trainingClass,
    more.classCode,
    say.dueOn,
    say.state,
    more.why,
    more.written,
    more.leftAt,
    more.ways,
    more.resent,
  ];
  return headings.map((value) => ({ value, look: 'heading' }));
}

function lineOf(row: ReminderRow, locale: Locale): WrittenCell[] {
  const more = ledgerWords[locale];
  const { writtenAt, leftAt, mailId, noticeId } = row;
  const ways = [mailId && more.byMail, noticeId && more.byNotice].filter(Boolean).join(', ');
  return [
    row.recipientName,
    row.unitName ?? '',
    ruleWords[locale][row.rule](row.daysBefore),
    row.className ?? '',
    row.classCode ?? '',
    { day: row.dueOn },
    stateWords[locale][row.state],
    row.reason ? reasonWords[locale][row.reason] : '',
    writtenAt ? { moment: writtenAt } : '',
    leftAt ? { moment: leftAt } : '',
    ways,
    row.resendReason ?? '',
  ].map((value) => ({ value }));
}

const tooManyLines = () =>
  InvalidInput.field('from', 'too_many_lines', {
    vi: `Có hơn ${mostLinesInSheet} dòng nên không xuất ra một tệp được. Hãy chọn “Từ ngày”, “Đến ngày” hoặc một lớp rồi tải lại.`,
    en: `There are more than ${mostLinesInSheet} lines, too many for one file. Choose “From”, “To” or a class and download again.`,
  });
