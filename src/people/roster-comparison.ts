import type { Day } from '../platform/clock';
import { foldName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import { likeSomebodyElsewhere } from './likeness';
import { contradictionsIn } from './person.contradictions';
import type { PersonFacts } from './person.entity';
import { differences } from './person.facts';
import { isAtLeast, type TheoryLevel, theoryLevels } from './person.values';
import {
  codeOfAnotherUnit,
  codeOfSomebodyElse,
  knownByAnotherCode,
  levelKept,
  missingOfNew,
  neededOfNew,
  noCode,
  repeatedCode,
} from './roster-problems';
import type { RosterRow } from './roster-sheet';

export const rosterVerdicts = ['new', 'changed', 'same', 'refused'] as const;
export type RosterVerdict = (typeof rosterVerdicts)[number];

/** Somebody the unit has already. */
export interface KnownPerson {
  readonly id: string;
  readonly code: string;
  readonly facts: PersonFacts;
  readonly theoryLevelEarned: TheoryLevel | null;
}

export interface ComparedRow {
  readonly rowNumber: number;
  readonly verdict: RosterVerdict;
  readonly code: string | null;
  readonly fullName: string;
  readonly personId: string | null;
  /** What is stored; null for somebody new and for a refused row. */
  readonly before: PersonFacts | null;
  /** What the row leads to; null when nothing changes. */
  readonly after: PersonFacts | null;
  /** Why it was refused; on any other row, what to know about it. */
  readonly problems: readonly FieldError[];
}

export interface RosterComparison {
  readonly rows: readonly ComparedRow[];
  /** Ids of the people the unit has and the file does not name. */
  readonly notInFile: readonly string[];
}

export interface Comparing {
  readonly rows: readonly RosterRow[];
  readonly known: readonly KnownPerson[];
  /** Codes of the file that people of other units bear. */
  readonly codesElsewhere: ReadonlySet<string>;
  /** Numbers of the rows that name somebody like a person of another unit. */
  readonly likeElsewhere: ReadonlySet<number>;
  readonly today: Day;
}

/** Compares a roster with the people the unit has, by code. Nobody is guessed at: what is not sure is refused with what to do. */
export function compareRoster(comparing: Comparing): RosterComparison {
  const rowsOfCode = new Map<string, number[]>();
  for (const { code, rowNumber } of comparing.rows) {
    if (code) rowsOfCode.set(code, [...(rowsOfCode.get(code) ?? []), rowNumber]);
  }
  const scope: Scope = {
    ...comparing,
    rowsOfCode,
    byCode: new Map(comparing.known.map((person) => [person.code, person])),
    unnamed: comparing.known.filter(({ code, facts }) => !rowsOfCode.has(code) && facts.leftOn === null),
    told: columnsTold(comparing.rows),
  };
  return { rows: comparing.rows.map((row) => compareRow(row, scope)), notInFile: scope.unnamed.map(({ id }) => id) };
}

interface Scope extends Comparing {
  readonly rowsOfCode: ReadonlyMap<string, readonly number[]>;
  readonly byCode: ReadonlyMap<string, KnownPerson>;
  readonly unnamed: readonly KnownPerson[];
  readonly told: ReadonlySet<ClearableFact>;
}

/** What a blank cell takes away, in a column the file uses. Other facts stay when a cell is blank. */
const clearableFacts = ['cell', 'position', 'partyPosition', 'joinedOn', 'officialOn', 'phone', 'email'] as const;
type ClearableFact = (typeof clearableFacts)[number];

/** A column in which nobody has anything is one the file does not have, or does not use: it says nothing about anybody. */
function columnsTold(rows: readonly RosterRow[]): ReadonlySet<ClearableFact> {
  return new Set(clearableFacts.filter((fact) => rows.some((row) => row[fact] !== null)));
}

function compareRow(row: RosterRow, scope: Scope): ComparedRow {
  const { rowNumber, code, fullName } = row;
  const person = code ? (scope.byCode.get(code) ?? null) : null;
  const compared = { rowNumber, code, fullName, personId: person?.id ?? null };
  const refused = (problems: readonly FieldError[]): ComparedRow => ({
    ...compared,
    verdict: 'refused',
    before: null,
    after: null,
    problems,
  });

  const unclear = [...row.problems, ...doubtsAbout(row, person, scope)];
  if (unclear.length > 0) return refused(unclear);
  const after = person ? factsAfter(row, person, scope.told) : factsOfNew(row);
  const contradictions = contradictionsIn(after, scope.today);
  if (contradictions.length > 0) return refused(contradictions);

  if (!person) {
    const toKnow = scope.likeElsewhere.has(rowNumber) ? [likeSomebodyElsewhere] : [];
    return { ...compared, verdict: 'new', before: null, after, problems: toKnow };
  }
  const { facts: before } = person;
  const problems = keepsEarnedLevel(row, person) ? [levelKept(after.theoryLevel)] : [];
  if (differences(before, after).length === 0) return { ...compared, verdict: 'same', before, after: null, problems };
  return { ...compared, verdict: 'changed', before, after, problems };
}

/** Whether it is clear whom the row is about, and somebody new is told about in full. */
function doubtsAbout(row: RosterRow, person: KnownPerson | null, scope: Scope): readonly FieldError[] {
  const { code, rowNumber } = row;
  if (!code) return [noCode()];
  const otherRows = scope.rowsOfCode.get(code)!.filter((other) => other !== rowNumber);
  if (otherRows.length > 0) return [repeatedCode(code, otherRows)];
  if (scope.codesElsewhere.has(code)) return [codeOfAnotherUnit(code)];
  if (person) {
    const { facts } = person;
    const isSomebodyElse = !bearsName(facts, row) && row.birthDate !== null && facts.birthDate !== row.birthDate;
    return isSomebodyElse ? [codeOfSomebodyElse(code, facts)] : [];
  }
  const twin = scope.unnamed.find(({ facts }) => facts.birthDate === row.birthDate && bearsName(facts, row));
  if (twin) return [knownByAnotherCode(twin.code, twin.facts)];
  const isUnreadable = (field: string) => row.problems.some((problem) => problem.field === field);
  const needed = Object.keys(neededOfNew) as (keyof typeof neededOfNew)[];
  return needed.filter((field) => row[field] === null && !isUnreadable(field)).map(missingOfNew);
}

function bearsName(facts: PersonFacts, row: RosterRow): boolean {
  return foldName(facts.fullName) === foldName(row.fullName);
}

function factsAfter(row: RosterRow, person: KnownPerson, told: ReadonlySet<ClearableFact>): PersonFacts {
  const { facts } = person;
  const clearable = <F extends ClearableFact>(fact: F) => (told.has(fact) ? row[fact] : facts[fact]);
  return {
    fullName: row.fullName,
    sex: row.sex ?? facts.sex,
    birthDate: row.birthDate ?? facts.birthDate,
    cell: clearable('cell'),
    position: clearable('position'),
    partyPosition: clearable('partyPosition'),
    keyCadre: row.keyCadre ?? facts.keyCadre,
    planned: row.planned ?? facts.planned,
    standing: row.standing ?? facts.standing,
    joinedOn: clearable('joinedOn'),
    officialOn: clearable('officialOn'),
    education: row.education ?? facts.education,
    theoryLevel: keepsEarnedLevel(row, person) ? person.theoryLevelEarned! : (row.theoryLevel ?? facts.theoryLevel),
    ratings: { ...facts.ratings, ...row.ratings },
    phone: clearable('phone'),
    email: clearable('email'),
    leftOn: null,
  };
}

/** Of a row without doubts, which has all that somebody new needs. */
function factsOfNew(row: RosterRow): PersonFacts {
  return {
    fullName: row.fullName,
    sex: row.sex!,
    birthDate: row.birthDate!,
    cell: row.cell,
    position: row.position,
    partyPosition: row.partyPosition,
    keyCadre: row.keyCadre ?? false,
    planned: row.planned ?? false,
    standing: row.standing!,
    joinedOn: row.joinedOn,
    officialOn: row.officialOn,
    education: row.education!,
    theoryLevel: row.theoryLevel ?? 'none',
    ratings: row.ratings,
    phone: row.phone,
    email: row.email,
    leftOn: null,
  };
}

/** A level that a class recorded here led to outlives an older list. */
function keepsEarnedLevel({ theoryLevel }: RosterRow, { theoryLevelEarned }: KnownPerson): boolean {
  return theoryLevel !== null && theoryLevelEarned !== null && !isAtLeast(theoryLevels, theoryLevel, theoryLevelEarned);
}
