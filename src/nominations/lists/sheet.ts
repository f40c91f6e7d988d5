import { verdictWords } from './imports.words';
import {
  besideDay,
  birthIn,
  contactsIn,
  educationIn,
  hasPostBehindName,
  lacks,
  peopleTable,
  type PersonColumn,
  positionIn,
  readName,
  saysMoreThanDegree,
  theoryLevelIn,
} from '../../people/rosters/person-columns';
import { examples, readRating } from '../../people/person.labels';
import type { Education, Rating, Sex, TheoryLevel } from '../../people/person.values';
import {
  type NoteAround,
  ordinalOf,
  type PassedOverKind,
  type PassedOverRow,
  passedOverRow,
  type PeopleRow,
  peopleRows,
  statedTotalIn,
} from '../../people/rosters/row-kinds';
import { namesPost } from '../../people/written-names';
import type { Day } from '../../platform/clock';
import type { FieldError } from '../../platform/problems/refusal';
import { calendarDay, dayAndRest, type DayOrYear, isNo, isYes } from '../../platform/sheets/cells';
import type { SheetRow } from '../../platform/sheets/sheet-row';
import type { MatchedTable } from '../../platform/sheets/columns';
import { readingOf, type TableReading, type WhatWasRead } from '../../platform/sheets/tables';
import { readerOf } from '../../platform/sheets/vocabulary';

type StudyMode = 'part_time' | 'full_time';

/** The letter a list comes with. */
interface ListLetter {
  readonly number: string;
  readonly date: Day;
}

/** One nominee as the list has them. Null is "not said", or not understood, and then `problems` says so. */
export interface NominationListRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
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
  /** What lines around the table say of whom it names. */
  readonly notes: readonly NoteAround[];
}

export interface NominationListSheet {
  readonly letter: ListLetter | null;
  /** How many people the list itself says it has. */
  readonly statedTotal: number | null;
  readonly rows: readonly NominationListRow[];
  readonly passedOver: readonly PassedOverRow[];
  /** Both, as they stand: every row of the tables that are read. */
  readonly inOrder: readonly (NominationListRow | PassedOverRow)[];
  readonly read: WhatWasRead & { readonly matched: readonly MatchedTable[] };
}

const readMode = readerOf<StudyMode>({
  part_time: ['Không tập trung', 'Tại chức', 'Vừa làm vừa học', 'VLVH', 'VHVL', 'KTT', 'Bán thời gian'],
  full_time: ['Tập trung', 'Toàn thời gian'],
});

export const listTable = peopleTable(['cell', 'keyCadre', 'postSince', 'standing']);

/** Reads a danh sách trích ngang from the tables of a file. */
export function readNominationList(reading: TableReading<PersonColumn>): NominationListSheet {
  const all = peopleRows(reading);
  const people = all.filter(({ kind }) => kind === null);
  const inOrder = all.map((row) => (row.kind === null ? readRow(row) : passedOverRow(row)));
  const passedOver = inOrder.filter((row) => 'kind' in row);
  const textsOfKind = (kind: PassedOverKind) => passedOver.filter((row) => row.kind === kind).map((row) => row.text);
  return {
    letter: firstOf(textsOfKind('letterhead'), letterIn),
    statedTotal: firstOf(textsOfKind('total').reverse(), statedTotalIn),
    rows: inOrder.filter((row): row is NominationListRow => !('kind' in row)),
    passedOver,
    inOrder,
    read: { ...readingOf(reading, people), matched: reading.matched },
  };
}

function readRow({ row, sheet, sexAbove, notes }: PeopleRow): NominationListRow {
  const { fullName } = readName(row);
  const { column, sex } = birthIn(row, sexAbove);
  if (column && row.text(column) === null)
    row.note('birthDate', 'missing', lacks('ngày sinh hoặc năm sinh', 'date or year of birth'));
  return {
    rowNumber: row.rowNumber,
    sheet,
    ordinal: ordinalOf(row),
    code: row.text('code'),
    fullName,
    birth: column && row.dayOrYear(column, 'birthDate', besideDay.birthDate),
    sex,
    position: positionIn(row),
    partyPosition: row.text('partyPosition'),
    joinedOn: row.day('joinedOn', 'joinedOn', besideDay.joinedOn),
    officialOn: row.day('officialOn', 'officialOn', besideDay.officialOn),
    education: educationIn(row),
    theoryLevel: theoryLevelIn(row),
    planned: isPlannedPost(row) || row.mark('planned', 'planned'),
    ratings: row.valuesByYear('rating', 'ratings', readRating, examples.rating),
    mode: row.value('mode', 'mode', readMode, 'Tập trung, Không tập trung'),
    ...contactsIn(row),
    remarks: remarksOf(row),
    problems: row.problems,
    notes,
  };
}

function remarksOf(row: SheetRow<PersonColumn>): string | null {
  const saysMore = !isNo(row.cell('planned')) && !isYes(row.cell('planned'));
  const plan = saysMore ? [row.labelled('planned')] : [];
  const degrees = saysMoreThanDegree(row) ? [row.labelled('education')] : [];
  const beside = [...setAside(row), ...plan, ...degrees];
  const told = [row.text('remarks'), ...beside, ...row.unknownTexts(), ...otherVerdicts(row)];
  return told.filter(Boolean).join('; ') || null;
}

/** The column asks for the post a person is planned for: some tick it, some write the post. */
function isPlannedPost(row: SheetRow<PersonColumn>): boolean {
  const text = row.text('planned') ?? '';
  return /^(?:(?:có|đã|được)\s)?(?:qh|quy hoạch)(?!\p{L})|^có\P{L}/iu.test(text) || namesPost(text);
}

/** What stood beside a name or a day that was taken. */
function setAside(row: SheetRow<PersonColumn>): readonly string[] {
  const days = ['birthDate', 'birthMale', 'birthFemale', 'joinedOn', 'officialOn'] as const;
  const isUnread = (key: string) =>
    row.problems.some(({ field }) => field === (key.startsWith('birth') ? 'birthDate' : key));
  const withRest = days.filter((key) => dayAndRest(row.cell(key)) && !isUnread(key));
  return [...(hasPostBehindName(row) ? (['fullName'] as const) : []), ...withRest].map((key) => row.labelled(key));
}

const verdictsGiven: ReadonlySet<string> = new Set([
  ...Object.values(verdictWords.vi),
  ...Object.values(verdictWords.en),
]);

/** A list that came back from here has our verdicts beside its rows; under the same headings a unit may have written its own. */
function otherVerdicts(row: SheetRow<PersonColumn>): readonly string[] {
  if (verdictsGiven.has(row.text('verdict') ?? '')) return [];
  const columns = ['verdict', 'verdictReason', 'verdictPlace'] as const;
  return columns.filter((column) => row.text(column) !== null).map((column) => row.labelled(column));
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
