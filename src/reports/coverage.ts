import { type TheoryLevel, theoryLevels } from '../people/person.values';
import type { Day } from '../platform/clock';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import { type NeedKind, needKinds, type NeedRules, type TrainingNeed, trainingNeeds } from './training-needs';
import type { TraineeFacts } from './training-needs.queries';

/** Key cadres of one unit, or of all, by theory level; and how many people lack what. */
export interface CoverageCounts {
  readonly keyCadres: number;
  readonly levels: Readonly<Record<TheoryLevel, number>>;
  /** People who lack something of a kind; a person counts once in each. */
  readonly needs: Readonly<Record<NeedKind, number>>;
}

/** One thing that one person lacks. */
export interface NeedLine extends TrainingNeed {
  /** Of person, kind and what it is about: the same while it is missing. */
  readonly id: string;
  readonly person: Pick<
    TraineeFacts,
    'personId' | 'fullName' | 'sortName' | 'code' | 'unitId' | 'unitCode' | 'unitNameVi' | 'unitNameEn' | 'position'
  >;
}

export const needOrders = ['deadline', '-deadline', 'name', '-name', 'unit', '-unit'] as const;
export type NeedOrder = (typeof needOrders)[number];

export function needLines(people: readonly TraineeFacts[], rules: NeedRules, today: Day, months: number): NeedLine[] {
  return people.flatMap((facts) => {
    const { personId, fullName, sortName, code, unitId, unitCode, unitNameVi, unitNameEn, position } = facts;
    const person = { personId, fullName, sortName, code, unitId, unitCode, unitNameVi, unitNameEn, position };
    return trainingNeeds(facts, rules, today, months).map((need) => ({
      ...need,
      id: `${personId}:${need.kind}:${need.about}`,
      person,
    }));
  });
}

export function countCoverage(people: readonly TraineeFacts[], lines: readonly NeedLine[]): CoverageCounts {
  const cadres = people.filter(({ isKeyCadre }) => isKeyCadre);
  const of = <K extends string>(keys: readonly K[], count: (key: K) => number) =>
    Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<K, number>;
  return {
    keyCadres: cadres.length,
    levels: of(theoryLevels, (level) => cadres.filter(({ theoryLevel }) => theoryLevel === level).length),
    needs: of(
      needKinds,
      (kind) => new Set(lines.filter((line) => line.kind === kind).map(({ person }) => person.personId)).size,
    ),
  };
}

const vietnamese = new Intl.Collator('vi');
const keys: Readonly<Record<'deadline' | 'name' | 'unit', (line: NeedLine) => string>> = {
  // What has no deadline comes after everything that has one.
  deadline: ({ deadline }) => deadline ?? '9999-12-31',
  name: ({ person }) => person.sortName,
  unit: ({ person }) => `${person.unitCode} ${person.sortName}`,
};

/** In the order asked for; lines alike are told apart by their ids. */
export function sortNeeds(lines: readonly NeedLine[], sort: NeedOrder): NeedLine[] {
  return lines.toSorted(comparing(sort));
}

/** One page, kept by what stands at its end: lines that come or go before it move nothing. */
export function pageOfNeeds(
  lines: readonly NeedLine[],
  sort: NeedOrder,
  after: string | undefined,
  limit = usualPage,
): PageOf<NeedLine> {
  const sorted = sortNeeds(lines, sort);
  const cursor = cursorValues(after, 2)?.map(String) as [string, string] | undefined;
  const rest = cursor ? sorted.filter((line) => compareTo(sort, line, cursor) > 0) : sorted;
  return pageOf(rest.slice(0, limit + 1), limit, (line) => [keyOf(sort)(line), line.id]);
}

const keyOf = (sort: NeedOrder) => keys[sort.replace('-', '') as keyof typeof keys];

const comparing = (sort: NeedOrder) => (a: NeedLine, b: NeedLine) => compareTo(sort, a, [keyOf(sort)(b), b.id]);

function compareTo(sort: NeedOrder, line: NeedLine, [key, id]: readonly [string, string]): number {
  const order = vietnamese.compare(keyOf(sort)(line), key) || (line.id < id ? -1 : line.id > id ? 1 : 0);
  return sort.startsWith('-') ? -order : order;
}
