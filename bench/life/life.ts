import { addDays, type Day } from '../../src/platform/clock';
import { scattered } from '../seeded';

export interface LifeSize {
  readonly people: number;
  readonly enrollments: number;
}

/** Days from today; what was is below zero. */
type DaysFromToday = number;

export type ClassKind = 'briefing' | 'refresher' | 'hall' | 'call';

/** A class and its place in the years; who is in it, the life knows. */
export interface LivedClass {
  readonly n: number;
  readonly id: string;
  readonly kind: ClassKind;
  readonly course: 'briefing' | 'theory_refresher' | 'intermediate_theory';
  readonly state: 'closed' | 'confirmed' | 'announced';
  readonly calledFrom: DaysFromToday;
  readonly calledUntil: DaysFromToday;
  readonly submitted: DaysFromToday;
  /** When nominations are decided on; of a call that is open only some are. */
  readonly decided: DaysFromToday;
  readonly opens: DaysFromToday;
  readonly closes: DaysFromToday;
  /** When it is closed with the results of everybody. */
  readonly settled: DaysFromToday;
  readonly halfDays: readonly DaysFromToday[];
  readonly hours: readonly [part: 'morning' | 'evening', from: string, to: string];
  /** How many are in it, or asked to be. */
  readonly size: number;
  /** The number of its first enrollment, or nomination; the others follow. */
  readonly first: number;
}

export const usualSize = 40;
const hallSize = 1_000;
const usualUnit = 200;
const largeUnit = 1_075;
/** From so many people on there are also a large unit and a hall. */
const manyPeople = 10_000;
const shareOfBriefings = 0.8;
const years = 10;
const yearsOfRefreshers = 2;
/** What begins within so many days is settled; later ones are called for. */
const daysAhead = 21;
const morning: LivedClass['hours'] = ['morning', '07:30', '11:00'];
const evening: LivedClass['hours'] = ['evening', '18:00', '21:00'];

/**
 * Ten years of an invented Bloc, up to today, all of it following from a seed: four fifths of the enrollments are briefings
 * the office entered when they were over; the last two years are refreshers with nominations, seats and attendance, of which
 * the latest run now or are about to; then come calls that are open. Everybody is in as many classes as anybody else, never
 * twice in one or in two at one hour: people take turns in an order that scatters them over the classes.
 */
export class Life {
  readonly units: number;
  readonly classes: readonly LivedClass[];
  /** Classes of one room, one lecturer or one manager are so many apart, so that they never meet. */
  readonly turns: number;
  private readonly stride: number;
  private readonly inLargeUnit: number;
  private readonly days = new Map<DaysFromToday, Day>();
  private readonly placed: ReadonlySet<number>;

  constructor(
    readonly size: LifeSize,
    private readonly seed: number,
    readonly today: Day,
  ) {
    const { people, enrollments } = size;
    const hasMany = people >= manyPeople;
    this.inLargeUnit = hasMany ? largeUnit : 0;
    this.units = Math.ceil((people - this.inLargeUnit) / usualUnit) + (hasMany ? 1 : 0);
    this.stride = strideOf(people);
    const briefings = Math.round((enrollments * shareOfBriefings) / usualSize);
    const refreshers = Math.round((enrollments * (1 - shareOfBriefings) - (hasMany ? hallSize : 0)) / usualSize);
    const calls = Math.max(4, Math.round(refreshers / 100));
    this.turns = Math.ceil((refreshers / (yearsOfRefreshers * 365)) * 4 * 7) + 2;
    let first = 0;
    this.classes = [
      ...times(briefings, (n) => this.briefing(n, briefings)),
      ...times(refreshers, (n) => this.refresher(n, refreshers)),
      ...(hasMany ? [this.hall()] : []),
      ...times(calls, (n) => this.call(n)),
    ].map((one, n) => ({ ...one, n, id: this.id('class', n), first: (first += one.size) - one.size }));
    this.placed = new Set(this.classes.filter(({ state }) => state !== 'closed').flatMap((one) => this.peopleOf(one)));
  }

  day(from: DaysFromToday): Day {
    const known = this.days.get(from) ?? addDays(this.today, from);
    this.days.set(from, known);
    return known;
  }

  moment(from: DaysFromToday, time = '09:00'): string {
    return `${this.day(from)}T${time}:00+07:00`;
  }

  /** The same for the same words; in no order, as ids of life are. */
  id(what: string, n = 0): string {
    const kind = kindOf(what);
    const [one, two] = [this.drawn(what, n, 1), this.drawn(what, n, 2)];
    const hex = (value: number, length: number) => value.toString(16).padStart(length, '0').slice(-length);
    return `${hex(one, 8)}-${hex(kind, 4)}-4${hex(two, 3)}-8${hex(two >>> 12, 3)}-${hex(n, 12)}`;
  }

  /** Falls the same way for the same words. */
  chance(what: string, n: number, share: number): boolean {
    return this.drawn(what, n) < share * 2 ** 32;
  }

  pick<T>(what: string, n: number, choices: readonly T[]): T {
    return choices[this.drawn(what, n) % choices.length]!;
  }

  /** Units by number; the large one, where there is one, is the first. */
  unitOf(person: number): number {
    if (person < this.inLargeUnit) return 0;
    return Math.floor((person - this.inLargeUnit) / usualUnit) + (this.inLargeUnit > 0 ? 1 : 0);
  }

  /** Who has the enrollment, or nomination, of this number. */
  personAt(place: number): number {
    return (place * this.stride) % this.size.people;
  }

  peopleOf({ first, size }: LivedClass): number[] {
    return times(size, (n) => this.personAt(first + n));
  }

  /** Whether somebody has a place, or asks for one, in a class that is not over. */
  hasPlace(person: number): boolean {
    return this.placed.has(person);
  }

  private briefing(n: number, count: number): Lived {
    const span = (years - yearsOfRefreshers) * 365;
    const day = Math.floor((n * span) / count) - years * 365;
    return { kind: 'briefing', course: 'briefing', state: 'closed', ...held([day]), halfDays: [] };
  }

  private refresher(n: number, count: number): Lived {
    const opens = daysAhead - Math.floor(((count - 1 - n) * yearsOfRefreshers * 365) / count);
    const weeks = n % 2 === 0 ? 4 : 3;
    const life = held(times(weeks, (week) => opens + week * 7));
    return {
      kind: 'refresher',
      course: 'theory_refresher',
      state: life.settled < -2 ? 'closed' : 'confirmed',
      ...life,
    };
  }

  private hall(): Lived {
    const life = held([-10, -3, 4, 11]);
    return { kind: 'hall', course: 'theory_refresher', state: 'confirmed', ...life, hours: evening, size: hallSize };
  }

  /** Every other is for intermediate theory; every fifth is full and has reserves. */
  private call(n: number): Lived {
    const course = n % 2 === 0 ? 'theory_refresher' : 'intermediate_theory';
    const opens = 45 + (n % 20);
    const open = { calledFrom: -12, calledUntil: 3 + (n % 18), submitted: -5, decided: -2, closes: opens + 30 };
    const size = n % 5 === 0 ? usualSize + 5 : usualSize - 10;
    return { kind: 'call', course, state: 'announced', ...held([opens]), ...open, halfDays: [], size };
  }

  private drawn(what: string, n: number, turn = 0): number {
    return scattered(scattered(this.seed + kindOf(what) * 31 + turn) + Math.imul(n, 0x9e3779b1));
  }
}

type Lived = Omit<LivedClass, 'n' | 'id' | 'first'>;

/** A class of these days, called for and settled as it is usual. */
function held(halfDays: readonly DaysFromToday[]) {
  const [opens, closes] = [halfDays[0]!, halfDays.at(-1)!];
  const before = { calledFrom: opens - 60, calledUntil: opens - 35, submitted: opens - 40, decided: opens - 25 };
  return { ...before, opens, closes, settled: closes + 5, halfDays, hours: morning, size: usualSize };
}

export const times = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** From 0. */
export const numbers = (count: number): number[] => times(count, (n) => n);

const kinds = new Map<string, number>();

/** Sixteen bits for each kind of thing, the same in every process. */
function kindOf(what: string): number {
  const known =
    kinds.get(what) ?? [...what].reduce((sum, letter) => scattered(sum + letter.codePointAt(0)!) & 0xffff, 0);
  kinds.set(what, known);
  return known;
}

/** Shares no divisor with the number of people, and leaps over most of them. */
function strideOf(people: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  for (let stride = Math.floor(people * 0.382); ; stride += 1) if (divisor(people, stride) === 1) return stride;
}
