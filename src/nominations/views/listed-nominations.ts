import type { ClassItem } from '../../classes/classes.queries';
import type { Actor } from '../../platform/access/actor';
import type { FormValues } from '../../platform/pages/form-scope';
import type { Query } from '../../platform/pages/links';
import type { Refusal } from '../../platform/problems/refusal';
import type { Wish } from '../composition/composition';
import type { NamedUnit } from '../../organization/unit-choices.queries';
import type { NominationState } from '../nomination.states';
import type { NominationItem } from '../nominations.queries';
import type { NominationsPageQuery } from '../nominations.requests';
import type { Decision } from '../decisions';
import type { Day } from '../../platform/clock';
import type { SentPerDay } from './call-plot';
import type { RefusedRow } from './review-outcome';

/** A nomination and the decisions its reader could make on it now. */
export type ListedNomination = NominationItem & { readonly decisions: readonly Decision[] };

type Filter = Omit<NominationsPageQuery, 'cursor' | 'ticked' | 'outcome'>;

export interface NominationListProps {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly rows: readonly ListedNomination[];
  readonly next: string | null;
  readonly filter: Filter;
  readonly isFirstPage: boolean;
  /** Whether every row comes ticked. */
  readonly areTicked: boolean;
  readonly counts: readonly { readonly state: NominationState; readonly reserves: number; readonly count: number }[];
  /** What the course wishes for in the class, for the office. */
  readonly wishes: readonly Wish[];
  readonly sent: readonly SentPerDay[];
  /** Whether what is counted and sent is of every unit. */
  readonly seesAll: boolean;
  readonly today: Day;
  readonly units: readonly NamedUnit[];
  readonly answers: readonly { readonly unit: NamedUnit; readonly answeredAt: Date; readonly note: string | null }[];
  readonly mayNominate: boolean;
  readonly typed: FormValues;
  /** Whom the last decision on many was refused of: they stay ticked. */
  readonly refused: readonly RefusedRow[];
  readonly refusal: Refusal | null;
  /** What the address narrows the list to, and where in it this page starts. */
  readonly query: Query;
}

export const listPath = ({ id }: { readonly id: string }) => `/classes/${id}/nominations`;
