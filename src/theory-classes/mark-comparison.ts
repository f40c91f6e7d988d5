import type { Actor } from '../platform/access/actor';
import { aboutOneself } from '../platform/access/oneself';
import { rowsNamed, saidTwice } from '../platform/imports/repeated';
import { grouped } from '../platform/lists';
import { foldName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import { changesBy, type MarkChange, type Sitting, type StoredMark } from './mark-sheet';
import { type MarkSheetRow, rowProblem } from './mark-workbook';

export const markVerdicts = ['changes', 'same', 'refused'] as const;
export type MarkVerdict = (typeof markVerdicts)[number];

/** One row of a workbook and what applying it would do; a row with a problem does nothing at all. */
export interface ComparedMarks {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly verdict: MarkVerdict;
  readonly code: string | null;
  readonly fullName: string;
  readonly enrollmentId: string | null;
  readonly changes: readonly MarkChange[];
  readonly problems: readonly FieldError[];
}

export interface RosterPerson {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
}

/** What a workbook would change, row by row. A blank cell takes nothing back. */
export function compareMarks(
  rows: readonly MarkSheetRow[],
  roster: readonly RosterPerson[],
  stored: readonly StoredMark[],
  sitting: Sitting,
  actor: Actor,
): ComparedMarks[] {
  const people = new Map(roster.map((person) => [person.code, person]));
  const marksOf = grouped(stored, ({ enrollmentId }) => enrollmentId);
  const repeatedIn = saidTwice(rows, saidBy);
  return rows.map((row): ComparedMarks => {
    const person = people.get(row.code);
    const identity = identityProblems(row, person, repeatedIn(row));
    const facts = {
      rowNumber: row.rowNumber,
      sheet: row.sheet ?? null,
      code: row.code || null,
      fullName: row.fullName || (person?.fullName ?? ''),
      enrollmentId: person?.enrollmentId ?? null,
    };
    if (!person || identity.length > 0) {
      return { ...facts, verdict: 'refused', changes: [], problems: [...identity, ...row.problems] };
    }
    const { enrollmentId } = person;
    const entries = row.marks.map((mark) => ({ ...mark, enrollmentId }));
    const { changes, problems } = changesBy(entries, marksOf.get(enrollmentId) ?? [], sitting);
    const wrong = [
      ...row.problems,
      ...problems.map(({ index, code, message }) => {
        const { moduleId, attempt } = entries[index]!;
        return rowProblem(`${moduleId}.${attempt}`, code, message);
      }),
    ];
    if (changes.length > 0 && actor.is(person.personId)) wrong.push(rowProblem('code', 'about_oneself', aboutOneself));
    if (wrong.length > 0) return { ...facts, verdict: 'refused', changes: [], problems: wrong };
    return { ...facts, verdict: changes.length > 0 ? 'changes' : 'same', changes, problems: [] };
  });
}

/** A person has one row in a table; of several tables each may have modules of its own. */
function saidBy({ code, table, marks }: MarkSheetRow): readonly string[] {
  if (code === '') return [];
  return [table, ...marks.map(({ moduleId, attempt }) => `${moduleId} ${attempt}`)].map((said) => `${code} ${said}`);
}

function identityProblems(
  { code, fullName }: MarkSheetRow,
  person: RosterPerson | undefined,
  repeated: readonly MarkSheetRow[],
): FieldError[] {
  if (code === '') return [rowProblem('code', 'missing', noCode)];
  if (repeated.length > 0) {
    const others = rowsNamed(repeated);
    return [
      rowProblem('code', 'repeated', {
        vi: `Mã ${code} còn ở dòng ${others}. Mỗi người một dòng: hãy bỏ dòng thừa.`,
        en: `Code ${code} also stands in row ${others}. One row a person: remove the other.`,
      }),
    ];
  }
  if (!person) {
    return [
      rowProblem('code', 'not_on_the_roster', {
        vi: `Lớp không có học viên mang mã ${code}. Hãy xem lại mã, hoặc bỏ dòng này.`,
        en: `Nobody with the code ${code} is in the class. Check the code, or remove the row.`,
      }),
    ];
  }
  if (fullName !== '' && foldName(fullName) !== foldName(person.fullName)) {
    return [
      rowProblem('code', 'of_somebody_else', {
        vi: `Mã ${code} là của ${person.fullName}, khác tên ở dòng này. Hãy kiểm tra xem các dòng có bị lệch không.`,
        en: `Code ${code} is that of ${person.fullName}, not of the name in this row. Check whether rows have slipped.`,
      }),
    ];
  }
  return [];
}

const noCode = {
  vi: 'Dòng này có điểm nhưng không có mã cán bộ nên không biết là của ai. Hãy ghi mã.',
  en: 'This row has marks but no code, so it is not known whose they are. Write the code.',
};
