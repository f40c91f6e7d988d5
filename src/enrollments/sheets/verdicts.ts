import { aboutOneself } from '../../platform/access/oneself';
import { rowsNamed, saidTwice } from '../../platform/imports/repeated';
import type { Bilingual } from '../../platform/messages/words';
import { foldName } from '../../platform/names';
import { type AttendanceMark, isAbsence } from '../attendance-line.entity';
import { type AttendanceEntry, joinedLater } from '../attendance.service';
import type { FilledRow } from './filled-sheet';
import type { WorkbookPerson } from './workbook';

export const attendanceVerdicts = ['marks', 'corrects', 'unchanged', 'blocked'] as const;
export type AttendanceVerdict = (typeof attendanceVerdicts)[number];

interface AttendanceChange {
  readonly halfDayId: string;
  readonly from: AttendanceMark;
  readonly to: AttendanceMark;
  readonly goesOut: boolean;
  readonly entry: AttendanceEntry;
}

/** What one row would do as the attendance stands now. A blocked row does nothing; the others are not held up by it. */
export interface JudgedRow {
  readonly row: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly code: string | null;
  readonly name: string | null;
  readonly verdict: AttendanceVerdict;
  readonly changes: readonly AttendanceChange[];
  readonly sentences: readonly Bilingual[];
}

export interface Standing {
  readonly people: readonly WorkbookPerson[];
  /** Whether the person of an enrollment is the one who asks. */
  readonly isOneself: (personId: string) => boolean;
  /** Why a half-day cannot be marked now, by its id. */
  readonly closed: ReadonlyMap<string, Bilingual>;
}

export function judgeSheet(rows: readonly FilledRow[], { people, closed, isOneself }: Standing): JudgedRow[] {
  const personOf = new Map(people.map((person) => [person.personCode.toLowerCase(), person]));
  const repeatedIn = saidTwice(rows, saidBy);
  return rows.map((row) => {
    const person = personOf.get(row.code?.toLowerCase() ?? '');
    const others = repeatedIn(row);
    const blocked = (...sentences: readonly Bilingual[]): JudgedRow => ({
      ...named(row),
      verdict: 'blocked',
      changes: [],
      sentences,
    });
    if (row.problems.length > 0) return blocked(...row.problems);
    if (!row.code) return blocked(noCode);
    if (others.length > 0) return blocked(repeated(others));
    if (!person) return blocked(notInClass);
    if (row.name && foldName(row.name) !== foldName(person.fullName)) return blocked(otherName(person.fullName));
    if ([...Object.keys(row.marks), ...row.outs].some((halfDayId) => !person.lines[halfDayId]))
      return blocked(notAtAll);
    const changes = changesOf(row, person);
    const shut = changes.map(({ halfDayId }) => closed.get(halfDayId)).find((sentence) => sentence !== undefined);
    if (shut) return blocked(shut);
    if (changes.some(({ halfDayId, to }) => isAbsence(to) && !person.lines[halfDayId]!.expected))
      return blocked(joinedLater);
    if (changes.length === 0) return { ...named(row), verdict: 'unchanged', changes, sentences: [] };
    if (isOneself(person.personId)) return blocked(aboutOneself);
    const corrects = changes.some(({ from, to }) => from !== 'unmarked' && from !== to);
    if (corrects && !row.reason) return blocked(noReason);
    return { ...named(row), verdict: corrects ? 'corrects' : 'marks', changes, sentences: [] };
  });
}

const named = ({ row, sheet = null, code, name }: FilledRow) => ({ row, sheet, code, name });

/** A person has one row in a table; of several tables each may speak of half-days of its own. */
function saidBy({ code, table, marks, outs }: FilledRow): readonly string[] {
  if (!code) return [];
  return [table, ...Object.keys(marks), ...outs].map((said) => `${code.toLowerCase()} ${said}`);
}

function changesOf({ marks, outs, reason }: FilledRow, { enrollmentId, lines }: WorkbookPerson): AttendanceChange[] {
  return Object.entries(lines).flatMap(([halfDayId, line]) => {
    const goesOut = outs.includes(halfDayId);
    const to = marks[halfDayId] ?? (goesOut ? 'present' : line.mark);
    const isOut = goesOut && to === 'present' && !line.wasOut;
    if (to === line.mark && !isOut) return [];
    // A sheet that says somebody was there saw them come in; who was marked before is not marked again for that.
    const directions = [
      ...(to === 'present' && to !== line.mark ? ['in' as const] : []),
      ...(isOut ? ['out' as const] : []),
    ];
    const entry = { enrollmentId, mark: to, directions, ...(reason && { reason }) };
    return [{ halfDayId, from: line.mark, to, goesOut: isOut, entry }];
  });
}

const noCode = {
  vi: 'Dòng này không có mã số. Hãy ghi mã số của người này như trong tệp tải về.',
  en: 'This row has no code. Write the code of the person as in the file that was downloaded.',
};
const repeated = (others: readonly FilledRow[]) => {
  const rows = rowsNamed(others.map(({ row, sheet }) => ({ rowNumber: row, sheet })));
  return {
    vi: `Mã số này còn ở dòng ${rows}. Hãy gộp lại thành một dòng.`,
    en: `This code also stands in row ${rows}. Make them one row.`,
  };
};
const notInClass = {
  vi: 'Không có học viên nào của lớp mang mã số này. Hãy kiểm tra mã số, hoặc xem danh sách học viên.',
  en: 'Nobody in the class has this code. Check it, or see the roster.',
};
const notAtAll = {
  vi: 'Người này học ghép, không học buổi được ghi. Hãy bỏ dấu ở cột của buổi đó.',
  en: 'This guest is not at a half-day that is marked. Take the mark out of its column.',
};
const otherName = (fullName: string) => ({
  vi: `Mã số này là của ${fullName}. Hãy sửa mã số hoặc họ tên cho khớp.`,
  en: `This code belongs to ${fullName}. Correct the code or the name.`,
});
const noReason = {
  vi: 'Người này đã được điểm danh; muốn sửa thì ghi lý do vào cột “Lý do sửa”.',
  en: 'This person was marked before; to change it, write why in the column “Lý do sửa”.',
};
