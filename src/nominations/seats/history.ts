import type { Actor } from '../../platform/access/actor';
import type { JournalItem } from '../../platform/journal/journal.queries';
import type { SeatMove } from './moves';
import { unitsOfMovesSeenBy } from './seats.policy';

/** A move of seats as the journal has it: those somebody made, and a freed seat that went to the pool by itself. */
export type SeatMoveMade =
  (SeatMove & { readonly count: number }) | { readonly kind: 'passed_on'; readonly unitId: string };

export interface SeatMoveLine {
  readonly at: Date;
  readonly who: string;
  readonly reason: string | null;
  readonly move: SeatMoveMade;
}

const kinds = ['allocated', 'lent', 'returned', 'released', 'resized', 'passed_on'] as const;

/** The moves the reader may look at: the office all, the Group and a unit those that touch theirs. */
export function movesSeenBy(actor: Actor, lines: readonly JournalItem[]): SeatMoveLine[] {
  const own = unitsOfMovesSeenBy(actor);
  return lines
    .flatMap(({ action, facts, at, actorName, reason }) => {
      const kind = kinds.find((one) => action === `seats.${one}`);
      // The facts are what this feature itself wrote with the action.
      return kind ? [{ at, who: actorName, reason, move: { kind, ...facts } as SeatMoveMade }] : [];
    })
    .filter(({ move }) => own === null || touches(move, own));
}

function touches(move: SeatMoveMade, units: readonly string[]): boolean {
  if (move.kind === 'allocated') return move.shares.some(({ unitId }) => units.includes(unitId));
  if (move.kind === 'lent') return units.includes(move.from) || units.includes(move.to);
  return !('unitId' in move) || units.includes(move.unitId);
}
