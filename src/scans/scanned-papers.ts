import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { ScanKind } from './scan-kinds';

/** A letter or a decision, as the room that records it has it. */
export interface Paper {
  readonly kind: ScanKind;
  readonly id: string;
  readonly number: string;
  /** Null of what is recorded by its number alone. */
  readonly date: Day | null;
  /** Who signed it, where that is recorded. */
  readonly authority: string | null;
  /** Whose it is, or whom or which class it is about. */
  readonly about: string;
  /** The page it is recorded on. */
  readonly href: string;
  readonly unitId: string | null;
  readonly classId: string | null;
  /** Null of what names several. */
  readonly personId: string | null;
  /** Whether it was decided upon, so that what shows it is no longer taken away. */
  readonly isUsed: boolean;
}

/** The papers of some kinds that one room records: the room says which there are, who sees them and who may keep scans of them. */
export abstract class PapersOfRoom {
  abstract readonly kinds: readonly ScanKind[];

  abstract find(tx: Tx, kind: ScanKind, id: string): Promise<Paper | null>;

  /** Whoever sees number and day sees the paper, but for the person it is about, and for units of which it names others. */
  abstract maySee(actor: Actor, paper: Paper): boolean;

  /** Whoever records the paper. */
  abstract mayKeep(actor: Actor, paper: Paper): boolean;
}

/** Asked of the rooms above. */
export abstract class RecordedPapers {
  abstract readonly all: readonly PapersOfRoom[];
}
