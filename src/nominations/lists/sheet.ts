import { firstContacts, firstEmail, firstPhone } from '../../people/contacts';
import { examples, readEducation, readRating, readSex, readTheoryLevel } from '../../people/person.labels';
import type { Education, Rating, Sex, TheoryLevel } from '../../people/person.values';
import type { Day } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { tidyName } from '../../platform/names';
import type { FieldError } from '../../platform/problems/refusal';
import { calendarDay, type DayOrYear, isNo, isYes, type Sheet } from '../../platform/sheets/cells';
import { doubtfulDays, doubtSentences } from '../../platform/sheets/day-columns';
import { findHeader, type Header } from '../../platform/sheets/header';
import { SheetRow } from '../../platform/sheets/sheet-row';
import { readerOf } from '../../platform/sheets/vocabulary';
import { type ListColumn, listLabels } from './columns';
import { kindOf, ordinalOf, type PassedOverKind, statedTotalIn, textsOf } from './rows';

type StudyMode = 'part_time' | 'full_time';

/** The letter a list comes with. */
interface ListLetter {
  readonly number: string;
  readonly date: Day;
}

/** One nominee as the list has them. Null is "not said", or not understood, and then `problems` says so. */
export interface NominationListRow {
  readonly rowNumber: number;
  readonly ordinal: number | null;
  readonly code: string | null;
  /** '' when missing, which is a problem of the row. */
  readonly fullName: string;
  readonly birth: DayOrYear | null;
  readonly sex: Sex | null;
  readonly position: string | null;
  readonly partyPosition: string | null;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education | null;
  readonly theoryLevel: TheoryLevel | null;
  readonly planned: boolean | null;
  readonly ratings: Readonly<Record<number, Rating>>;
  readonly mode: StudyMode | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** The remarks, and whatever stands in columns that are not read, as "heading: text". */
  readonly remarks: string | null;
  readonly problems: readonly FieldError[];
}

export interface PassedOverRow {
  readonly rowNumber: number;
  readonly kind: PassedOverKind;
  readonly text: string;
}

/** Every row of the sheet is in `rows` or in `passedOver`. */
export interface NominationListSheet {
  readonly letter: ListLetter | null;
  /** How many people the list itself says it has. */
  readonly statedTotal: number | null;
  readonly rows: readonly NominationListRow[];
  readonly passedOver: readonly PassedOverRow[];
  /** What to know of whole columns. */
  readonly warnings: readonly Bilingual[];
}

const readMode = readerOf<StudyMode>({
  part_time: ['Không tập trung', 'Tại chức', 'Vừa làm vừa học', 'VLVH', 'KTT', 'Bán thời gian'],
  full_time: ['Tập trung', 'Toàn thời gian'],
});

/** Reads a danh sách trích ngang. Throws `MissingColumns` when no heading names at least the full name and the birth date. */
export function readNominationList(sheet: Sheet): NominationListSheet {
  const header = headerOf(sheet);
  const doubtful = doubtfulDays(header, sheet.rows.slice(header.dataRow), [
    'birth',
    'birthMale',
    'birthFemale',
    'joinedOn',
    'officialOn',
  ]);
  const rows: NominationListRow[] = [];
  const passedOver: PassedOverRow[] = [];
  let hasEnded = false;
  sheet.rows.forEach((cells, index) => {
    const row = new SheetRow(header, cells, index + 1, doubtful);
    const texts = textsOf(cells);
    const above = texts.length === 0 ? 'blank' : 'letterhead';
    const kind = index < header.dataRow ? above : kindOf(row, cells, hasEnded);
    if (kind === 'total' || kind === 'signature') hasEnded = true;
    if (kind === 'group_heading') hasEnded = false;
    if (kind) passedOver.push({ rowNumber: row.rowNumber, kind, text: texts.join(' · ') });
    else rows.push(readRow(row));
  });
  const textsOfKind = (kind: PassedOverKind) => passedOver.filter((row) => row.kind === kind).map((row) => row.text);
  return {
    letter: firstOf(textsOfKind('letterhead'), letterIn),
    statedTotal: firstOf(textsOfKind('total').reverse(), statedTotalIn),
    rows,
    passedOver,
    warnings: doubtSentences(header, doubtful),
  };
}

/** The first row of the table's heading, as the sheet numbers its rows. @throws MissingColumns */
export function headingRowOf(sheet: Sheet): number {
  return headerOf(sheet).headerRow + 1;
}

function headerOf(sheet: Sheet): Header<ListColumn> {
  return findHeader<ListColumn>(sheet, listLabels, [['fullName'], ['birth', 'birthMale', 'birthFemale']]);
}

function readRow(row: SheetRow<ListColumn>): NominationListRow {
  const fullName = tidyName(row.text('fullName') ?? '');
  if (!fullName) row.note('fullName', 'missing', missing('họ và tên', 'full name'));
  const { birth, sex } = readBirth(row);
  const contacts = row.firstValue('contacts', 'contacts', firstContacts, `${examples.phone}; ${examples.email}`);
  return {
    rowNumber: row.rowNumber,
    ordinal: ordinalOf(row),
    code: row.text('code'),
    fullName,
    birth,
    sex,
    position: row.text('position'),
    partyPosition: row.text('partyPosition'),
    joinedOn: row.day('joinedOn', 'joinedOn'),
    officialOn: row.day('officialOn', 'officialOn'),
    education: row.value('education', 'education', readEducation, examples.education),
    theoryLevel: row.value('theoryLevel', 'theoryLevel', readTheoryLevel, examples.theoryLevel),
    // The column asks for the post a person is planned for: some tick it, some write the post.
    planned: row.text('planned') === null ? null : !isNo(row.cell('planned')),
    ratings: row.valuesByYear('rating', 'ratings', readRating, examples.rating),
    mode: row.value('mode', 'mode', readMode, 'Tập trung, Không tập trung'),
    phone: contacts?.phone ?? row.firstValue('phone', 'phone', firstPhone, examples.phone),
    email: contacts?.email ?? row.firstValue('email', 'email', firstEmail, examples.email),
    remarks: remarksOf(row),
    problems: row.problems,
  };
}

/** The birth date stands below "Nam" or "Nữ" and so tells the sex; or those columns are ticked and it has a column of its own. */
function readBirth(row: SheetRow<ListColumn>): { readonly birth: DayOrYear | null; readonly sex: Sex | null } {
  const sides = (['birthMale', 'birthFemale'] as const).filter((key) => row.text(key) !== null);
  if (sides.length === 2) {
    row.note('sex', 'ambiguous', {
      vi: 'Dòng này ghi ở cả cột Nam và cột Nữ. Hãy ghi ngày sinh ở đúng một cột.',
      en: 'This row is filled under both Nam (male) and Nữ (female). Write the birth date under one of them.',
    });
    return { birth: null, sex: null };
  }
  const [side] = sides;
  const column = side && !isYes(row.cell(side)) ? side : 'birth';
  if (row.text(column) === null)
    row.note('birth', 'missing', missing('ngày sinh hoặc năm sinh', 'date or year of birth'));
  const birth = row.dayOrYear(column, 'birth');
  if (side) return { birth, sex: side === 'birthMale' ? 'male' : 'female' };
  return { birth, sex: row.value('sex', 'sex', readSex, examples.sex) };
}

function remarksOf(row: SheetRow<ListColumn>): string | null {
  const isPlannedPost = !isNo(row.cell('planned')) && !isYes(row.cell('planned'));
  const plannedPost = isPlannedPost ? [row.labelled('planned')] : [];
  return [row.text('remarks'), ...plannedPost, ...row.unknownTexts()].filter(Boolean).join('; ') || null;
}

/** "(Kèm theo Công văn số 112-CV/ĐU ngày 05/01/2026 của …)". */
function letterIn(text: string): ListLetter | null {
  const found =
    /kèm theo [^\d]*?số:?\s*(\d.{0,60}?),?\s+ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})/iu.exec(
      text.slice(0, 500),
    );
  if (!found) return null;
  const date = calendarDay(Number(found[4]), Number(found[3]), Number(found[2]));
  return date ? { number: found[1]!.replace(/\s+/g, ''), date } : null;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function missing(vi: string, en: string) {
  return {
    vi: `Dòng này thiếu ${vi}. Hãy bổ sung, hoặc xóa dòng nếu không phải là một người.`,
    en: `This row has no ${en}. Add it, or remove the row if it is not a person.`,
  };
}
