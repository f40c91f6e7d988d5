import type { Attended } from '../enrollments/attended';
import type { EssayDecision } from '../enrollments/essays/essay.entity';

/** A module of the class and its marks; null when none was entered. */
export interface ModuleFact {
  readonly number: number;
  readonly name: string;
  readonly weight: number;
  readonly first: number | null;
  readonly resit: number | null;
}

/** What was handed in last, and what was decided about it, if anything. */
interface EssayFact {
  readonly mark: number | null;
  readonly decision?: EssayDecision | null;
}

/** A module and the mark of it that counts. */
export type CountedModule = Omit<ModuleFact, 'first' | 'resit'> & { readonly mark: number | null };

/** What one person did in a class, and all the judgement looks at. */
export interface CompletionFacts {
  readonly attendance: Attended;
  /** Null when nothing was handed in. */
  readonly essay: EssayFact | null;
  /** Empty in a class without modules. */
  readonly modules: readonly ModuleFact[];
}
