import type { Actor } from './access/actor';
import type { Day } from './clock';
import type { Locale } from './messages/words';
import type { Tone } from './pages/badges';

/** What is found, in the order it is shown. */
export const foundKinds = ['people', 'classes', 'nominations', 'letters', 'certificates', 'units', 'accounts'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** Who looks for what in the whole service. */
interface Sought {
  readonly actor: Actor;
  readonly search: string;
  readonly today: Day;
  /** How many of a kind, at most. */
  readonly limit: number;
}

/** An index of trigrams tells nothing of fewer letters in the midst of a word. */
export const lettersOfTrigram = 3;

/** Adds what a statement compares with, and must then name, to its parameters. @returns how the statement calls it */
export type Place = (value: unknown) => string;

/** What is found, as whoever looks for it is told: where it stands, its name, what tells it from others, and its state. */
export interface Told {
  readonly href: string;
  readonly name: string;
  readonly facts: readonly string[];
  readonly state: { readonly tone: Tone; readonly text: string } | null;
}

interface Reader {
  readonly actor: Actor;
  readonly locale: Locale;
  readonly now: Date;
}

/**
 * How a room finds what is its own. All rooms are asked in one statement, which the roof puts together.
 * `Row` is what the statement selects, as JSON has it.
 */
export interface Finder<Row extends object = object> {
  readonly kind: FoundKind;
  /** The first that the reader may see, in the order to show them; null where there can be none. */
  statement(sought: Sought, place: Place): string | null;
  told(row: Row, reader: Reader): Told;
  /** The room's own list, searched likewise, where it has one the reader may open. */
  readonly list?: (sought: Pick<Sought, 'actor' | 'search'>) => string | null;
}
