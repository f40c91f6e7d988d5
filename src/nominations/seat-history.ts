import type { Actor } from '../platform/access/actor';
import type { JournalItem } from '../platform/journal/journal.queries';
import type { UnitSeats } from './seat-moves.service';

/** A move of seats as the journal has it. */
export type SeatMove =
  | { readonly kind: 'allocated'; readonly shares: readonly UnitSeats[] }
  | { readonly kind: 'lent'; readonly from: string; readonly to: string; readonly count: number }
  | { readonly kind: 'returned'; readonly unitId: string; readonly count: number }
  | { readonly kind: 'released'; readonly count: number }
  | { readonly kind: 'resized'; readonly capacity: number };

export interface SeatMoveLine {
  readonly at: Date;
  readonly who: string;
  readonly reason: string | null;
  readonly move: SeatMove;
}

const kinds = ['allocated', 'lent', 'returned', 'released', 'resized'] as const;

/** The moves the reader may look at: the office and the Group all, a unit those that touch it. */
export function movesSeenBy(actor: Actor, lines: readonly JournalItem[]): SeatMoveLine[] {
  const seesAll = actor.holds('training_officer') || actor.holds('group_officer');
  const own = actor.unitsOf('unit_secretary');
  return lines
    .flatMap(({ action, facts, at, actorName, reason }) => {
      const kind = kinds.find((one) => action === `seats.${one}`);
      // The facts are what this feature itself wrote with the action.
      return kind ? [{ at, who: actorName, reason, move: { kind, ...facts } as SeatMove }] : [];
    })
    .filter(({ move }) => seesAll || touches(move, own));
}

function touches(move: SeatMove, units: readonly string[]): boolean {
  if (move.kind === 'allocated') return move.shares.some(({ unitId }) => units.includes(unitId));
  if (move.kind === 'lent') return units.includes(move.from) || units.includes(move.to);
  return move.kind !== 'returned' || units.includes(move.unitId);
}
