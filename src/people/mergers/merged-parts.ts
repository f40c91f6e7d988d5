import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';
import type { Bilingual } from '../../platform/messages/words';

/** Two records of one person: the one that goes on, and the one that becomes part of it. */
export interface Pair {
  readonly staysId: string;
  readonly goesId: string;
}

/** A merger under way, or one that is undone. */
export interface Merging extends Pair {
  readonly actor: Actor;
  readonly reason: string;
  readonly at: Date;
  /**
   * Classes that are over and have both: what was there is history, two seats were taken. The place of the record that goes
   * stays with it, so that the person has one.
   */
  readonly aside: readonly string[];
}

/** What must be settled before, and where. */
export interface Hindrance {
  readonly sentence: Bilingual;
  readonly href: string | null;
}

/** Something of one of the two, as the page that compares them shows it. */
export interface Held {
  readonly personId: string;
  readonly what: Bilingual;
  readonly text: string;
  readonly href: string | null;
}

/** Keys of the rows that moved, under a name each part chooses. */
export type Moved = Readonly<Record<string, readonly string[]>>;

/** What one room has of people, and how it becomes one person's. A room moves its own rows. */
export abstract class PartInMergers {
  /** Under this what moved is kept. */
  abstract readonly name: string;

  /** The tables of this room that name people; what names one that no part names fails a spec. */
  abstract readonly tables: readonly string[];

  /** Classes that are over in which both have a place. */
  classesOfBoth?(tx: Tx, pair: Pair): Promise<readonly string[]>;

  hindrances?(tx: Tx, pair: Pair): Promise<readonly Hindrance[]>;

  held?(tx: Tx, personIds: readonly string[]): Promise<readonly Held[]>;

  move?(tx: Tx, merging: Merging): Promise<Moved>;

  /** What was built on the merger since, which keeps it from being undone. */
  builtOn?(tx: Tx, pair: Pair, mergedAt: Date, moved: Moved): Promise<readonly Hindrance[]>;

  giveBack?(tx: Tx, merging: Merging, moved: Moved): Promise<void>;
}

/** All rooms that have something of people, in the order in which it moves. */
export abstract class MergedParts {
  abstract readonly all: readonly PartInMergers[];
}

export const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);
