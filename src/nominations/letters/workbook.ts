import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import { writeXlsx } from '../../platform/sheets/xlsx/write-xlsx';
import type { LetterItem } from './letters.queries';
import { letterWords } from './letters.words';

const widths = [6, 24, 14, 20, 40, 10, 12];

/** The list of letters of a class as the page shows it. */
export function lettersWorkbook(className: string, letters: readonly LetterItem[], locale: Locale): Promise<Buffer> {
  const say = letterWords[locale];
  const labels = [say.rowNumber, say.number, say.date, say.kind, say.unit, say.names, say.scan];
  const lines = letters.map(({ number, date, kind, unitName, names, scans }) => [
    number,
    { day: date },
    say[kind],
    unitName,
    names,
    scans > 0 ? say.hasScan : say.noScan,
  ]);
  return writeXlsx(say.sheet, widths, listSheet(say.ofClass(className), labels, lines));
}
