import type { Day } from '../../platform/clock';
import { foldName } from '../../platform/names';
import type { FieldError } from '../../platform/problems/refusal';
import { noValue } from '../../platform/sheets/sheet-row';
import { likeSomebodyElsewhere } from '../likeness';
import { contradictionsIn } from '../person.contradictions';
import type { PersonFacts } from '../person.entity';
import type { KnownPerson } from '../stored-people';
import { differences } from '../person.facts';
import { doubtRemark, implausibleIn } from '../person.plausibility';
import { factsAfter, factsOfNew, keepsEarnedLevel } from './facts-after';
import { nameAfter, nameOfNew } from './names-taken';
import {
  codeMerged,
  codeOfAnotherUnit,
  codeOfSomebodyElse,
  knownByAnotherCode,
  levelKept,
  leftAsItIs,
  missingOfNew,
  neededOfNew,
  noCode,
  ownRow,
  repeatedCode,
} from './problems';
import { levelInDoubt, type RosterRow } from './sheet';
import { withoutTitles } from '../written-names';

export const rosterVerdicts = ['new', 'changed', 'same', 'refused'] as const;
export type RosterVerdict = (typeof rosterVerdicts)[number];

export interface ComparedRow {
  readonly rowNumber: number;
  /** Where the rows of several sheets are read; else null. */
  readonly sheet: string | null;
  readonly verdict: RosterVerdict;
  readonly code: string | null;
  readonly fullName: string;
  readonly personId: string | null;
  /** What is stored; null for somebody new and for a refused row. */
  readonly before: PersonFacts | null;
  /** What the row leads to; null when nothing changes. */
  readonly after: PersonFacts | null;
  /** What is stored and the row leaves blank in a column that the file uses: kept, unless its kind is chosen to be removed. */
  readonly removable: readonly RemovableFact[];
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
  /** Codes of records that were merged into one of the unit's, with the code of that one. */
  readonly codesMerged: ReadonlyMap<string, string>;
  /** Numbers of the rows that name somebody like a person of another unit. */
  readonly likeElsewhere: ReadonlySet<RosterRow>;
  /** Whether it is who sends the file. */
  readonly isSender: (personId: string) => boolean;
  readonly today: Day;
}

/** Compares a roster with the people the unit has, by code. Nobody is guessed at: what is not sure is refused with what to do. */
export function compareRoster(comparing: Comparing): RosterComparison {
  const rowsOfCode = new Map<string, RosterRow[]>();
  for (const row of comparing.rows) {
    if (row.code) rowsOfCode.set(row.code, [...(rowsOfCode.get(row.code) ?? []), row]);
  }
  const scope: Scope = {
    ...comparing,
    rowsOfCode,
    byCode: new Map(comparing.known.map((person) => [person.code, person])),
    unnamed: comparing.known.filter(({ code, facts }) => !rowsOfCode.has(code) && facts.leftOn === null),
    used: columnsUsed(comparing.rows),
  };
  return { rows: comparing.rows.map((row) => compareRow(row, scope)), notInFile: missedIn(scope).map(({ id }) => id) };
}

/** Whom no row names: neither by a code nor, where it has none or another, by name; one born on another day is somebody else. */
function missedIn({ rows, byCode, unnamed }: Scope): readonly KnownPerson[] {
  const rowsOfName = new Map<string, RosterRow[]>();
  for (const row of rows) {
    if (row.code && byCode.has(row.code)) continue;
    for (const name of namesOf(row)) {
      const before = rowsOfName.get(name);
      if (before) before.push(row);
      else rowsOfName.set(name, [row]);
    }
  }
  return unnamed.filter(({ facts }) => {
    const named = rowsOfName.get(foldName(facts.fullName)) ?? [];
    return !named.some(({ birthDate }) => birthDate === null || birthDate === facts.birthDate);
  });
}

interface Scope extends Comparing {
  readonly rowsOfCode: ReadonlyMap<string, readonly RosterRow[]>;
  readonly byCode: ReadonlyMap<string, KnownPerson>;
  readonly unnamed: readonly KnownPerson[];
  readonly used: readonly RemovableFact[];
}

/** What a blank cell may take away, where that is asked for. Other facts stay when a cell is blank. */
export const removableFacts = [
  'cell',
  'position',
  'partyPosition',
  'keyCadre',
  'planned',
  'postSince',
  'joinedOn',
  'officialOn',
  'phone',
  'email',
] as const;
export type RemovableFact = (typeof removableFacts)[number];

/** A column in which nobody has anything is one the file does not have, or does not use: it says nothing about anybody. */
function columnsUsed(rows: readonly RosterRow[]): readonly RemovableFact[] {
  return removableFacts.filter((fact) => rows.some((row) => row[fact] !== null));
}

/** All that somebody says of themselves; what their unit says of them is another's to say (I12). */
const ownContacts: ReadonlySet<string> = new Set(['phone', 'email']);

/** Of everything else an unreadable cell leaves what is stored, and keeps nobody out. */
const decisive: ReadonlySet<string> = new Set(['code', 'fullName', 'birthDate', 'sex', 'standing', 'education']);
const refuses = ({ field, code }: FieldError, isKnown: boolean): boolean =>
  decisive.has(field) || code === noValue || (code === levelInDoubt && !isKnown);

/** These kinds of facts gone from a row; the row itself where it says nothing of them. */
export function withRemoved(row: ComparedRow, kinds: readonly RemovableFact[]): ComparedRow {
  const gone = row.removable.filter((fact) => kinds.includes(fact));
  if (gone.length === 0) return row;
  const removed = gone.map((fact) => [fact, fact === 'keyCadre' || fact === 'planned' ? false : null]);
  const noPlan = gone.includes('planned') ? { plannedPost: null } : {};
  const after = { ...(row.after ?? row.before!), ...(Object.fromEntries(removed) as Partial<PersonFacts>), ...noPlan };
  return { ...row, verdict: 'changed', after };
}

function compareRow(row: RosterRow, scope: Scope): ComparedRow {
  const { rowNumber, sheet, code, fullName } = row;
  const person = code ? (scope.byCode.get(code) ?? null) : null;
  const compared = { rowNumber, sheet, code, fullName, personId: person?.id ?? null };
  const refused = (problems: readonly FieldError[]): ComparedRow => ({
    ...compared,
    verdict: 'refused',
    before: null,
    after: null,
    removable: [],
    problems,
  });

  const doubts = doubtsAbout(row, person, scope);
  if (doubts.length > 0 || row.problems.some((problem) => refuses(problem, person !== null)))
    return refused([...row.problems, ...doubts]);
  const name = person ? nameAfter(row.fullName, person.facts.fullName) : nameOfNew(row.fullName);
  const after = person ? factsAfter(row, person, name.fullName) : factsOfNew(row, name.fullName);
  const contradictions = contradictionsIn(after, scope.today);
  if (contradictions.length > 0) return refused(contradictions);

  const toKnow = [
    ...row.problems.map((problem) => leftAsItIs(problem, person !== null)),
    ...row.remarks,
    ...name.remarks,
    ...implausibleIn(after, scope.today).map(doubtRemark),
  ];
  if (!person) {
    const problems = scope.likeElsewhere.has(row) ? [...toKnow, likeSomebodyElsewhere] : toKnow;
    return { ...compared, fullName: name.fullName, verdict: 'new', before: null, after, removable: [], problems };
  }
  const { facts: before } = person;
  const changes = differences(before, after);
  const isOwn = scope.isSender(person.id);
  if (isOwn && changes.some((fact) => !ownContacts.has(fact))) return refused([ownRow]);
  const problems = keepsEarnedLevel(row, person) ? [...toKnow, levelKept(after.theoryLevel)] : toKnow;
  const isUnread = (fact: string) => row.problems.some(({ field }) => field === fact);
  const mayRemove = scope.used.filter((fact) => row[fact] === null && before[fact] && !isUnread(fact));
  const removable = isOwn ? [] : mayRemove;
  const isSame = changes.length === 0;
  return {
    ...compared,
    verdict: isSame ? 'same' : 'changed',
    before,
    after: isSame ? null : after,
    removable,
    problems,
  };
}

/** Whether it is clear whom the row is about, and somebody new is told about in full. */
function doubtsAbout(row: RosterRow, person: KnownPerson | null, scope: Scope): readonly FieldError[] {
  const { code } = row;
  const isUnreadable = (field: string) => row.problems.some((problem) => problem.field === field);
  if (!code) return isUnreadable('code') ? [] : [noCode()];
  const otherRows = scope.rowsOfCode.get(code)!.filter((other) => other !== row);
  if (otherRows.length > 0) return [repeatedCode(code, otherRows)];
  const mergedInto = scope.codesMerged.get(code);
  if (mergedInto) return [codeMerged(code, mergedInto)];
  if (scope.codesElsewhere.has(code)) return [codeOfAnotherUnit(code)];
  if (person) {
    const { facts } = person;
    const isSomebodyElse = !bearsName(facts, row) && row.birthDate !== null && facts.birthDate !== row.birthDate;
    return isSomebodyElse ? [codeOfSomebodyElse(code, facts)] : [];
  }
  const twin = scope.unnamed.find(({ facts }) => facts.birthDate === row.birthDate && bearsName(facts, row));
  if (twin) return [knownByAnotherCode(twin.code, twin.facts)];
  const needed = Object.keys(neededOfNew) as (keyof typeof neededOfNew)[];
  return needed.filter((field) => row[field] === null && !isUnreadable(field)).map(missingOfNew);
}

function bearsName(facts: PersonFacts, row: RosterRow): boolean {
  return namesOf(row).has(foldName(facts.fullName));
}

/** With the title that may stand before it, and without. */
const namesOf = ({ fullName }: RosterRow): ReadonlySet<string> =>
  new Set([fullName, withoutTitles(fullName) ?? fullName].map((name) => foldName(name)));
