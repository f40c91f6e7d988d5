import type { Bilingual } from '../../platform/messages/words';
import { beginning, foldLabel } from '../../platform/names';
import { cellText, isBlank, readDay, type Row, type Sheet } from '../../platform/sheets/cells';
import { cellsWithin, type Header } from '../../platform/sheets/header';
import type { SheetRow } from '../../platform/sheets/sheet-row';
import type { TableRow } from '../../platform/sheets/table-rows';
import type { TableReading } from '../../platform/sheets/tables';
import { isRemark, nameToFind, saidOf } from './notes-around';
import { nameIn, type PersonColumn } from './person-columns';
import { readSex } from '../person.labels';
import type { Sex } from '../person.values';
import { isNote } from '../written-names';

/** What a row is when it is not a person. The heading of the table counts as letterhead. */
export type PassedOverKind =
  'letterhead' | 'group_heading' | 'blank' | 'total' | 'signature' | 'note' | 'hidden_row' | 'struck_row' | 'merged';

/** A row of a table that is no person, or is left out. */
export interface PassedOverRow {
  readonly rowNumber: number;
  /** Where the rows of several are read; else null. */
  readonly sheet: string | null;
  readonly kind: PassedOverKind;
  readonly text: string;
}

/** A row of a table of people: somebody, or what it is instead. */
export interface PeopleRow extends TableRow<PersonColumn> {
  readonly sheet: string | null;
  readonly kind: PassedOverKind | null;
  /** The chi bộ under whose heading it stands: “CHI BỘ 7” above the people, or above the table. */
  readonly cellAbove: string | null;
  /** Of whom alone its table is: “NỮ” above the headings. */
  readonly sexAbove: Sex | null;
  /** What lines around the table say of whom it names. */
  readonly notes: readonly NoteAround[];
}

/** A line above or below the people of a table. */
export interface NoteAround {
  readonly rowNumber: number;
  readonly text: string;
  /** It says what colours mean, and the row has one that most have not. */
  readonly isOnColour?: boolean;
}

/** The rows of the tables that are read, each with what it is. */
export function peopleRows(reading: TableReading<PersonColumn>): readonly PeopleRow[] {
  const rows = rowsWithNotes(reading);
  const people = new Set(rows.filter(({ kind }) => kind === null).map(({ row }) => row));
  const byColour = new Map(
    reading
      .coloured(({ row }) => people.has(row))
      .flatMap(({ rows: alike, legend }) => (legend ? alike.map(({ row }) => [row, legend] as const) : [])),
  );
  return rows.map((row) => {
    const legend = byColour.get(row.row);
    return legend ? { ...row, notes: [...row.notes, { ...legend, isOnColour: true }] } : row;
  });
}

function rowsWithNotes({ read, isOfSeveralSheets }: TableReading<PersonColumn>): readonly PeopleRow[] {
  const cells = new Map<Sheet, string | null>();
  return read.flatMap(({ sheet, header, rows }) => {
    let hasEnded = false;
    const sexAbove = sexOver(header, sheet);
    // Of tables beside each other each has groups of its own.
    let cellAbove = cells.get(sheet) ?? null;
    const found = rows.map((row) => {
      const above = textsOf(row.cells).length === 0 ? 'blank' : 'letterhead';
      const kind = row.isAbove ? above : (row.leftOut ?? kindOf(row.row, row.cells, hasEnded));
      if (kind === 'total' || kind === 'signature') hasEnded = true;
      if (kind === 'group_heading') hasEnded = false;
      const isHeading = row.isAbove && row.row.rowNumber > header.headerRow;
      if (kind === 'group_heading' || (kind === 'letterhead' && !isHeading))
        cellAbove = cellAfterHeading(textsOf(row.cells), cellAbove);
      if (row.isAbove || !header.window) cells.set(sheet, cellAbove);
      return { ...row, kind, cellAbove, sexAbove, sheet: isOfSeveralSheets ? sheet.name : null };
    });
    const notes = notesIn(found);
    return found.map((row): PeopleRow => {
      const { kind } = row;
      const isNote = notes.rows.has(row.row.rowNumber) && (kind === 'group_heading' || kind === 'signature');
      return {
        ...row,
        kind: isNote ? 'note' : kind,
        notes: kind === null ? (notes.byName.get(nameToFind(nameIn(row.row))) ?? []) : [],
      };
    });
  });
}

/** The lines that say something of somebody in the table. */
function notesIn(rows: readonly Omit<PeopleRow, 'notes'>[]) {
  const people = rows.filter(({ kind }) => kind === null).map(({ row }) => nameToFind(nameIn(row)));
  const names = new Set(people.filter((name) => name.includes(' ')));
  const byName = new Map<string, NoteAround[]>();
  const lines = new Set<number>();
  for (const { row, cells, kind } of rows) {
    if (!mayTell.has(kind)) continue;
    for (const text of textsOf(cells)) {
      if (!isRemark(text) && (signature.test(foldLabel(text.slice(0, 200))) || isGroup(foldLabel(text)))) continue;
      for (const name of new Set(saidOf(text, names))) {
        const note = { rowNumber: row.rowNumber, text: beginning(text, longestNote) };
        const before = byName.get(name);
        if (!before) byName.set(name, [note]);
        else if (before.length < notesOfOne) before.push(note);
        lines.add(row.rowNumber);
      }
    }
  }
  return { byName, rows: lines };
}

const mayTell: ReadonlySet<PassedOverKind | null> = new Set([
  'letterhead',
  'group_heading',
  'note',
  'total',
  'signature',
] as const);
const longestNote = 300;
const notesOfOne = 5;

export const passedOverRow = ({ row, cells, sheet, kind }: PeopleRow): PassedOverRow => ({
  rowNumber: row.rowNumber,
  sheet,
  kind: kind!,
  text: beginning(textsOf(cells).join(' · '), longestText),
});

/** What stands above the people, headings included. */
export const textsAbove = (rows: readonly PassedOverRow[]): readonly string[] =>
  rows.filter(({ kind }) => kind === 'letterhead').map(({ text }) => text);

/** What a line around the table says, for whoever looks at the row of the one it names. */
export const noteAround = ({ rowNumber, text, isOnColour }: NoteAround): Bilingual =>
  isOnColour
    ? {
        vi: `Dòng này có màu khác các dòng khác, và dòng ${rowNumber} ghi: “${text}”. Màu không được đọc. Hãy xem lại trước khi lấy dòng này.`,
        en: `This row is coloured otherwise than most, and row ${rowNumber} says: “${text}”. Colours are not read; look at it before taking this row.`,
      }
    : {
        vi: `Ghi chú ngoài bảng, dòng ${rowNumber}: “${text}”. Hãy xem lại trước khi lấy dòng này.`,
        en: `A note outside the table, row ${rowNumber}: “${text}”. Look at it before taking this row.`,
      };

/** As much of a row that is no person as is kept with its import: a letterhead is shorter. */
const longestText = 2_000;

/** Columns that only a person fills. */
const personal = [
  'birthDate',
  'birthMale',
  'birthFemale',
  'joinedOn',
  'officialOn',
  'education',
  'theoryLevel',
  'mode',
  'contacts',
  'phone',
  'email',
] as const satisfies readonly PersonColumn[];

const total = /^(tong cong|tong so|cong|an dinh|danh sach (nay )?(co|gom))\b/;
const signature =
  /^(t m|tm|thay mat|k t|kt|ban thuong vu|nguoi lap|noi nhan|xac nhan cua|thu truong|ky ten|ky ghi ro)\b|\bngay \d{1,2} (thang )?\d{1,2} (nam )?\d{4}$/;
const groups = [
  ...['Khối', 'Phòng', 'Ban', 'Chi bộ', 'Đảng bộ', 'Đảng ủy', 'Xí nghiệp', 'Phân xưởng', 'Nhóm', 'Công ty', 'Đơn vị'],
  ...['Nhà máy', 'Văn phòng', 'Chi nhánh', 'Bộ phận', 'Trung tâm', 'Đối tượng'],
];
const group = new RegExp(
  `^(${groups.map((word) => foldLabel(word)).join('|')}|danh sach (du phong|du khuyet|chinh thuc))\\b`,
);
/** With their marks, since Phong and Bàn are family names. */
const groupAsWritten = new RegExp(`^(${groups.join('|')})(?!\\p{L})`, 'iu');
const numbering = /^([ivxlc]+|[a-h]|\d{1,2}( \d{1,2})*)\b/;
const isGroup = (folded: string) => group.test(withoutNumbering(folded));
const groupNumbering = /^([ivxlc]+|[a-h])\b/;

/** What stands alone above the headings, or in their first row. */
function sexOver(header: Header<PersonColumn>, { rows }: Sheet): Sex | null {
  const bands = [header.headerRow, header.headerRow - 1].map((row) => textsOf(cellsWithin(header, rows[row] ?? [])));
  const [band] = bands.filter((texts) => texts.length === 1).flat();
  return band !== undefined && /^(?:(?:danh sach )?(?:dang vien |dong chi |can bo )?)?(?:nam|nu)$/.test(foldLabel(band))
    ? readSex(band)
    : null;
}

/** A department may be part of a chi bộ; what is above one ends it. */
function cellAfterHeading(texts: readonly string[], before: string | null): string | null {
  const [named] = texts.flatMap((text) => cellNamedIn(text) ?? []);
  const isAbove = texts.some((text) => /^dang (bo|uy)\b/.test(withoutNumbering(foldLabel(text.slice(0, 200)))));
  return named ?? (isAbove ? null : before);
}

const withoutNumbering = (folded: string) => folded.replace(numbering, '').trim();

/** “II. CHI BỘ KỸ THUẬT (02 đồng chí)” is “Chi bộ Kỹ thuật”; null where it names none. */
function cellNamedIn(text: string): string | null {
  const [, name = ''] =
    /^(?:(?:[IVXLC]+|[A-H]|\d{1,2})\s*[.)/–-]?\s*)?chi\s+bộ\s+(.+)$/isu.exec(text.slice(0, 200)) ?? [];
  const bare = name.replace(/\s*[(:,–-]?\s*\d+\s*(?:đồng chí|đ\/c|đảng viên|người).*$/iu, '').replace(/[\s:.;]+$/u, '');
  if (bare === '' || saysMoreThanCell.test(foldLabel(bare))) return null;
  return bare === bare.toUpperCase() ? `Chi bộ ${bare[0]!}${bare.slice(1).toLowerCase()}` : `Chi bộ ${bare}`;
}

/** Sentences that begin with the words. */
const saysMoreThanCell = /\b(bao cao|danh sach|truc thuoc|tong hop|de nghi|kinh gui|sinh hoat)\b/;

/** The texts of a row that are not blank, from left to right. */
function textsOf(row: Row): readonly string[] {
  return row.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell));
}

/** The person's number in the list: 1, "01", "1."; null for a Roman numeral or a letter, which number groups. */
export function ordinalOf(row: SheetRow<PersonColumn>): number | null {
  const found = /^(\d{1,4})[.)]?$/.exec(row.text('ordinal') ?? '');
  return found ? Number(found[1]) : null;
}

/**
 * What a row below the heading is; null for a person. A row that might be a person is one, and shows what it lacks:
 * better a name too many to look at than one that vanished.
 * @param hasEnded whether the total or the signatures were reached already
 */
function kindOf(row: SheetRow<PersonColumn>, cells: Row, hasEnded: boolean): PassedOverKind | null {
  const texts = textsOf(cells);
  const ordinal = ordinalOf(row);
  const name = nameIn(row);
  if (texts.length === 0) return 'blank';
  if (numbersTheColumns(texts)) return 'letterhead';
  if (ordinal !== null && texts.length === 1) return 'blank';
  const facts = personal.filter((key) => row.text(key) !== null).length;
  const saysNoMore = facts === 0 && row.text('position') === null && row.text('code') === null;
  if (ordinal !== null && saysNoMore && groupAsWritten.test(name)) return 'group_heading';
  if (row.hasNoValue('fullName') || row.hasNoValue('familyName')) return null;
  if (name && (ordinal !== null || hasBirth(row))) return null;
  if (name && row.text('code') !== null && texts.length > 2) return null;

  const folded = texts.map((text) => foldLabel(text.slice(0, 200)));
  if (ordinal === null && total.test(folded[0]!)) return 'total';
  if (ordinal === null && texts.length === 1 && isRemark(texts[0]!) && !isGroup(folded[0]!)) return 'note';
  if (ordinal === null && folded.some((text) => signature.test(text))) return 'signature';

  const isHeaded = folded.some((text) => isGroup(text));
  // Not the name itself: "Vi" is a surname as well as six.
  const isNumberedAsGroup = groupNumbering.test(foldLabel(row.text('ordinal') ?? (name ? '' : texts[0]!)));
  if (name && facts === 0 && row.text('position') === null) {
    if (isHeaded || (isNumberedAsGroup && texts.length > 1)) return 'group_heading';
    if (hasEnded) return 'signature';
    return ordinal === null && texts.length === 1 && isNote(name) ? 'note' : null;
  }
  if (name) return hasEnded && facts === 0 ? 'signature' : null;
  if (facts >= 2 || (ordinal !== null && !isHeaded)) return null;
  return hasEnded && !isHeaded && !isNumberedAsGroup ? 'signature' : 'group_heading';
}

/** How many people the list itself says it has: "Tổng cộng danh sách có 09 đồng chí". */
export function statedTotalIn(text: string): number | null {
  const found = /^(?:tong|an dinh|danh sach)\b.*?\b(\d{1,4}) (?:dong chi|nguoi|can bo)\b/.exec(
    foldLabel(text.slice(0, 200)),
  );
  return found ? Number(found[1]) : null;
}

function hasBirth(row: SheetRow<PersonColumn>): boolean {
  return (['birthDate', 'birthMale', 'birthFemale'] as const).some((key) => {
    const read = readDay(row.cell(key));
    return read !== null && read !== 'unreadable';
  });
}

/** The row "(1) (2) (3) …" that some forms have below the heading. */
function numbersTheColumns(texts: readonly string[]): boolean {
  return texts.length > 2 && texts.every((text, index) => text.replace(/[()]/g, '') === String(index + 1));
}
