import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listTable, readNominationList } from '../src/nominations/lists/sheet';
import { readRoster, rosterTable } from '../src/people/rosters/sheet';
import { Refusal } from '../src/platform/problems/refusal';
import { writeCsv } from '../src/platform/sheets/csv';
import { readTables } from '../src/platform/sheets/tables';
import type { Unread } from '../src/platform/sheets/unread';
import { columnNumber } from '../src/platform/sheets/xlsx/addresses';
import { numberAfter } from './arguments';
import type { LargeRoster } from './large-roster';
import { madeOds } from './made-ods';
import { madeWorkbook } from './made-workbook';
import { madeXls } from './made-xls';
import { type MadeFile, type MadeMark, OfficeWorkbooks, plainRoster } from './office-workbooks';

/** What became of what stands in files: people, their facts, and everything else. */
export class Tally {
  readonly counts: Record<string, Record<'read' | 'told' | 'lost' | 'wrong', number>> = {};
  readonly faults: string[] = [];

  constructor(private readonly most = 30) {}

  count(what: string, became: 'read' | 'told' | 'lost' | 'wrong', fault?: () => string): void {
    const of = (this.counts[what] ??= { read: 0, told: 0, lost: 0, wrong: 0 });
    of[became]++;
    if (fault && this.faults.length < this.most) this.faults.push(fault());
  }
}

interface Read {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly unread: readonly Unread[];
  /** The texts of rows that are nobody, as they are shown. */
  readonly passedOver: readonly string[];
}

async function read({ kind, file }: MadeFile): Promise<Read> {
  if (kind === 'roster') {
    const { rows, read: of } = readRoster(await readTables(file, rosterTable));
    return { rows: rows.map(flat), unread: of.unread, passedOver: of.passedOver.map(({ text }) => text) };
  }
  const { rows, passedOver, read: of } = readNominationList(await readTables(file, listTable));
  return { rows: rows.map(flat), unread: of.unread, passedOver: passedOver.map(({ text }) => text) };
}

/** Both kinds by the same names. */
function flat(row: { readonly ratings: Readonly<Record<number, string>> }): Readonly<Record<string, unknown>> {
  const { birth } = row as { birth?: { day?: string } | null };
  return {
    ...row,
    ...Object.fromEntries(Object.entries(row.ratings).map(([year, rating]) => [`ratings.${year}`, rating])),
    ...(birth ? { birthDate: birth.day } : {}),
  };
}

/** Reads a file and counts what became of all that was put into it. */
export async function judge(made: MadeFile, tally: Tally): Promise<void> {
  const of = `${made.made.join(', ')} (${made.file.name})`;
  let found: Read;
  try {
    found = await read(made);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tally.count(
      'files',
      made.isRefused ? 'told' : 'lost',
      made.isRefused ? undefined : () => `refused, ${error.code}: ${of}`,
    );
    return;
  }
  tally.count('files', made.isRefused ? 'wrong' : 'read', made.isRefused ? () => `not refused: ${of}` : undefined);
  if (made.isRefused) return;
  // Two people may share a row.
  const nameOf = (rowNumber: unknown, code: unknown) => `${String(rowNumber)} ${String(code)}`;
  const byRow = new Map(found.rows.map((row) => [nameOf(row['rowNumber'], row['code']), row]));
  for (const { rowNumber, place, facts, isOut } of made.people) {
    const row = byRow.get(nameOf(rowNumber, facts['code']));
    byRow.delete(nameOf(rowNumber, facts['code']));
    if (isOut) {
      const isTold = found.unread.some((one) => tells(one, { sheet: 'Danh sách', place }));
      if (row) tally.count('people', 'wrong', () => `row ${rowNumber} is read, though out: ${of}`);
      else
        tally.count(
          'people',
          isTold ? 'told' : 'lost',
          isTold ? undefined : () => `row ${rowNumber} is out in silence: ${of}`,
        );
      continue;
    }
    if (!row) {
      tally.count('people', 'lost', () => `row ${rowNumber}, ${String(facts['fullName'])}: ${of}`);
      continue;
    }
    tally.count('people', 'read');
    for (const [fact, right] of Object.entries(facts)) {
      const value = row[fact] ?? null;
      if (value === right) tally.count('facts', right === null ? 'told' : 'read');
      else
        tally.count(
          'facts',
          value === null ? 'lost' : 'wrong',
          () => `row ${rowNumber}, ${fact}: ${String(value)}, not ${String(right)}: ${of}`,
        );
    }
  }
  for (const { rowNumber, fullName } of byRow.values())
    tally.count('people', 'wrong', () => `nobody in row ${String(rowNumber)}, ${String(fullName)}: ${of}`);
  for (const mark of made.marks) {
    const isTold =
      found.unread.some((one) => tells(one, mark)) || found.passedOver.some((text) => text.includes(mark.text));
    const isKept = JSON.stringify(found.rows).includes(mark.text);
    tally.count(
      'everything else',
      isTold ? 'told' : isKept ? 'read' : 'lost',
      isTold || isKept ? undefined : () => `${mark.place}, ${mark.text}: ${of}`,
    );
  }
}

/** Whether a notice is of this place. */
export function tells({ where }: Unread, { sheet, place }: Pick<MadeMark, 'sheet' | 'place'>): boolean {
  const [named, places = named!] = where.includes('!') ? where.split('!') : ['Danh sách', where];
  const [column, row] = [columnNumber(place), Number(place.replace(/\D/g, ''))];
  return (
    named === sheet &&
    places.split(',').some((range) => {
      const [from = '', to = from] = range.split(':');
      const rowIn = (text: string) => Number(text.replace(/\D/g, ''));
      const columnIn = (text: string, otherwise: number) => (/^\d+$/.test(text) ? otherwise : columnNumber(text));
      const isInRows = row >= rowIn(from) && row <= rowIn(to);
      return isInRows && column >= columnIn(from, column) && column <= columnIn(to, column);
    })
  );
}

/** Workbooks as offices make them, read as rosters and lists; whatever of them is lost or wrong is a failure. Then a large roster. */
export async function measureSheets(): Promise<boolean> {
  const [files, seed] = [numberAfter('--files', 2_000), numberAfter('--seed', 1)];
  const workbooks = new OfficeWorkbooks(seed);
  const tally = new Tally();
  const started = performance.now();
  for (let at = 0; at < files; at++) await judge(await workbooks.next(), tally);
  console.log(`${files} files, seed ${seed}, made and read in ${Math.round((performance.now() - started) / 1000)} s:`);
  console.table(tally.counts);
  for (const fault of tally.faults) console.log(fault);
  await measureLargeRosters(numberAfter('--people', 5_000));
  return tally.faults.length === 0;
}

/** The same people in each format that is read. */
async function measureLargeRosters(people: number): Promise<void> {
  const rows = plainRoster(people);
  const sheets = [{ name: 'Danh sách', rows }];
  const text = writeCsv(rows, ';');
  const files = {
    'danh-sach.xlsx': await madeWorkbook(sheets),
    'danh-sach.xls': madeXls(sheets),
    'danh-sach.ods': await madeOds(sheets),
    'danh-sach.csv': Buffer.from(text),
    'danh-sach-utf-16.csv': Buffer.from(text, 'utf16le'),
  };
  const folder = mkdtempSync(join(tmpdir(), 'training-bench-'));
  const measured: Record<string, Record<string, number>> = {};
  try {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const read = await inItsOwnProcess('large-roster.js', path);
      const tried = await inItsOwnProcess('roster-over-http.js', path);
      measured[name] = {
        kilobytes: Math.round(content.length / 1024),
        people: tried.people,
        'reading, s': read.seconds,
        'reading, MB more': read.megabytesAtMost - read.megabytesBefore,
        'dry run over HTTP, s': tried.seconds,
        'dry run, MB more': tried.megabytesAtMost - tried.megabytesBefore,
      };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(
    `A roster of ${people} people in each format, read alone and as a dry run over HTTP, each in a process of its own:`,
  );
  console.table(measured);
}

async function inItsOwnProcess(program: string, path: string): Promise<LargeRoster> {
  const child = fork(join(__dirname, program), [path]);
  const left = once(child, 'exit').then(() => {
    throw new Error(`${program} ended without an answer`);
  });
  const [measured] = (await Promise.race([once(child, 'message'), left])) as [LargeRoster];
  await left.catch(() => {});
  return measured;
}
