import type { Day } from '../../platform/clock';
import { foldLabel } from '../../platform/names';
import type { Bilingual } from '../../platform/messages/words';
import type { FieldError } from '../../platform/problems/refusal';
import { cellText } from '../../platform/sheets/cells';
import type { MatchedTable } from '../../platform/sheets/columns';
import type { SheetRow } from '../../platform/sheets/sheet-row';
import { readingOf, type TableReading, type WhatWasRead } from '../../platform/sheets/tables';
import {
  besideDay,
  birthIn,
  contactsIn,
  doubtedLevelIn,
  educationIn,
  hasPostBehindName,
  isOfSeveralDegrees,
  lacks,
  peopleTable,
  type PersonColumn,
  plannedIn,
  positionIn,
  readName,
  theoryLevelIn,
} from './person-columns';
import { educationWords, examples, readRating, readStanding } from '../person.labels';
import type { Education, Rating, Sex, Standing, TheoryLevel } from '../person.values';
import { isOfPeopleWhoLeft } from './left-people';
import { likelyKind } from './likely-kind';
import { isOneWord } from '../written-names';
import { noteAround, type PassedOverRow, passedOverRow, peopleRows, type PeopleRow, textsAbove } from './row-kinds';

/** One person of a unit's roster. Null is "not said", or not understood, and then `problems` says so. */
export interface RosterRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly code: string | null;
  /** '' when missing, which is a problem of the row. */
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly birthDate: Day | null;
  readonly cell: string | null;
  /** Whether a heading above the row says the cell, in capitals maybe. */
  readonly isCellAbove?: true;
  readonly position: string | null;
  readonly partyPosition: string | null;
  /** Of a mark, null is a cell left blank, too. */
  readonly keyCadre: boolean | null;
  readonly standing: Standing | null;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education | null;
  readonly theoryLevel: TheoryLevel | null;
  readonly planned: boolean | null;
  /** Where a post stands instead of a mark. */
  readonly plannedPost: string | null;
  readonly postSince: Day | null;
  readonly ratings: Readonly<Record<number, Rating>>;
  readonly phone: string | null;
  readonly email: string | null;
  readonly problems: readonly FieldError[];
  /** What to know of what was read. */
  readonly remarks: readonly FieldError[];
}

export interface RosterSheet {
  /** Everybody below the headings, in order. */
  readonly rows: readonly RosterRow[];
  readonly read: RosterRead;
}

/** What of the file was read, and what was passed over. */
export interface RosterRead extends WhatWasRead {
  /** Whether it rather is a list of whom the unit nominates. */
  readonly seemsList: boolean;
  /** Whether it rather is of people who have left, whom it would make members here. */
  readonly seemsLeft: boolean;
  readonly matched: readonly MatchedTable[];
  readonly passedOver: readonly PassedOverRow[];
}

export const rosterTable = peopleTable(['mode', 'remarks', 'verdict', 'verdictReason', 'verdictPlace']);

/** Reads a unit's roster from the tables of a file. */
export function readRoster(reading: TableReading<PersonColumn>): RosterSheet {
  const rows = peopleRows(reading);
  const people = rows.filter(({ kind }) => kind === null);
  const passedOver = rows.filter(({ kind }) => kind !== null && kind !== 'blank').map(passedOverRow);
  return {
    rows: people.map(readRow),
    read: {
      ...readingOf(reading, people),
      matched: reading.matched,
      passedOver,
      seemsList: likelyKind(textsAbove(passedOver)) === 'list',
      seemsLeft: isOfPeopleWhoLeft(
        titlesAbove(reading),
        people.flatMap(({ row }) => row.unknownHeadings()),
      ),
    },
  };
}

/** The rows above the headings. */
const titlesAbove = ({ read }: TableReading<PersonColumn>): readonly string[] =>
  read.flatMap(({ header, rows }) =>
    rows
      .filter(({ row, isAbove }) => isAbove && row.rowNumber <= header.headerRow)
      .map(({ cells }) => cells.map((cell) => cellText(cell)).join(' ')),
  );

function readRow({ row, sheet, cellAbove, sexAbove, notes }: PeopleRow): RosterRow {
  for (const note of notes) row.remark('fullName', 'note_around', noteAround(note));
  const { fullName, isName } = readName(row);
  if (isName && isOneWord(fullName)) row.remark('fullName', 'one_word', oneWord);
  if (hasPostBehindName(row)) row.remark('fullName', 'rest_set_aside', postSetAside(row.quote('fullName')));
  const { column, sex } = birthIn(row, sexAbove);
  if (column && row.text(column) === null) row.note('birthDate', 'missing', lacks('ngày sinh', 'birth date'));
  return {
    rowNumber: row.rowNumber,
    sheet,
    code: row.text('code'),
    fullName,
    sex,
    birthDate: column && row.day(column, 'birthDate', besideDay.birthDate),
    ...cellIn(row, cellAbove),
    position: positionIn(row),
    partyPosition: row.text('partyPosition'),
    keyCadre: row.mark('keyCadre', 'keyCadre'),
    standing: row.value('standing', 'standing', readStanding, examples.standing),
    joinedOn: row.day('joinedOn', 'joinedOn', besideDay.joinedOn),
    officialOn: row.day('officialOn', 'officialOn', besideDay.officialOn),
    education: degreeIn(row),
    theoryLevel: levelIn(row),
    ...plannedIn(row),
    postSince: row.day('postSince', 'postSince'),
    ratings: row.valuesByYear('rating', 'ratings', readRating, examples.rating),
    ...contactsIn(row),
    problems: row.problems,
    remarks: row.remarks,
  };
}

/** The chi bộ of its own column; else that under whose heading it stands. */
function cellIn(row: SheetRow<PersonColumn>, above: string | null): Pick<RosterRow, 'cell' | 'isCellAbove'> {
  const cell = row.text('cell');
  if (cell === null) return above === null ? { cell } : { cell: above, isCellAbove: true };
  const bare = (name: string) => foldLabel(name).replace(/^chi bo /, '');
  if (above !== null && bare(above) !== bare(cell))
    row.remark('cell', 'under_other_heading', {
      vi: `${row.quote('cell')}, nhưng dòng nằm dưới tiêu đề “${above}”; lấy theo cột.`,
      en: `${row.quote('cell')}, though the row stands under the heading “${above}”; the column is taken.`,
    });
  return { cell };
}

function degreeIn(row: SheetRow<PersonColumn>): Education | null {
  const education = educationIn(row);
  if (education && isOfSeveralDegrees(row))
    row.remark('education', 'highest_taken', {
      vi: `${row.quote('education')} nêu nhiều trình độ; lấy trình độ cao nhất: ${educationWords.vi[education]}.`,
      en: `${row.quote('education')} names several degrees; the highest is taken: ${educationWords.en[education]}.`,
    });
  return education;
}

/** Of somebody new the level is not to be “none” where the file may say another. */
export const levelInDoubt = 'level_in_doubt';

function levelIn(row: SheetRow<PersonColumn>): TheoryLevel | null {
  const doubted = doubtedLevelIn(row);
  if (doubted !== null)
    row.note('theoryLevel', levelInDoubt, {
      vi: `${row.quote('education')}: “${doubted}” có thể là trình độ LLCT, chưa đọc. Hãy ghi trình độ LLCT vào cột riêng “Trình độ LLCT”, hoặc ghi rõ trong ô, ví dụ “LLCT: Trung cấp”.`,
      en: `${row.quote('education')}: “${doubted}” may be the level of theory and is not read. Write the level into a column of its own, “Trình độ LLCT”, or name it in the cell, such as “LLCT: Trung cấp”.`,
    });
  return theoryLevelIn(row);
}

const postSetAside = (cell: string): Bilingual => ({
  vi: `${cell}: chức vụ ghi sau họ tên không lấy vào họ tên.`,
  en: `${cell}: the post behind the name is not taken into the name.`,
});

const oneWord: Bilingual = {
  vi: 'Họ tên chỉ có một từ. Hãy kiểm tra xem có thiếu họ hay tên đệm không.',
  en: 'The name is one word alone. Check whether the family name is missing.',
};
