import type { ClassItem } from '../../../classes/classes.queries';
import type { SeatHolder, SeatShare } from '../shares.queries';
import type { Actor } from '../../../platform/access/actor';
import type { FormValues } from '../../../platform/pages/form-scope';
import type { Refusal } from '../../../platform/problems/refusal';
import type { NamedUnit } from '../../../organization/unit-choices.queries';
import type { SeatMoveLine } from '../history';
import type { Wish } from '../../composition/composition';
import type { SuggestedShare } from '../fair-shares.service';
import type { SeatMoveForm } from '../seats.requests';
import type { SeatTrialShown } from './trial';
import { type Reach } from '../../../platform/access/reach';

/** A form that comes back as it was filled: refused, or only tried out. */
interface SentSeatForm {
  readonly form: SeatMoveForm | 'settings';
  readonly refusal: Refusal | null;
  readonly typed: FormValues;
}

export interface SeatsProps {
  readonly item: ClassItem;
  readonly actor: Actor;
  readonly shares: readonly SeatShare[];
  /** What the course wishes for in the class, for the office. */
  readonly wishes: readonly Wish[];
  readonly holders: readonly SeatHolder[];
  /** Every base unit, whether it has seats or not. */
  readonly units: readonly NamedUnit[];
  /** The units whose people the reader may see by name. */
  readonly visibleUnits: Reach;
  readonly mayManage: boolean;
  /** The units the reader acts for. */
  readonly ownUnits: readonly NamedUnit[];
  readonly history: readonly SeatMoveLine[];
  /** Where the moves before these are read; null when these are all. */
  readonly olderMovesAt: string | null;
  /** A fair share to fill the form with; null unless asked for. */
  readonly suggestion: readonly SuggestedShare[] | null;
  readonly trial: SeatTrialShown | null;
  readonly sent: SentSeatForm | null;
}
