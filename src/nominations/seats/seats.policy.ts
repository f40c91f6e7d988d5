import { classPlanners, mayManageClasses } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { NotAllowed } from '../../platform/problems/refusals';
import { assertMayNominateFor } from '../nominations.policy';
import type { SeatMove } from './moves';

/** Shares seats out, and lends, releases and adds them. */
export const seatKeepers = classPlanners;
export const mayMoveSeats = mayManageClasses;

/** The units whose moves of seats an actor reads; null means all. */
export const unitsOfMovesSeenBy = (actor: Actor): readonly string[] | null =>
  mayMoveSeats(actor) ? null : actor.unitsOf(['group_officer', 'unit_secretary']);

/** A unit gives back its own; everything else is the office's. @throws NotFound | NotAllowed */
export function assertMayMove(actor: Actor, move: SeatMove): void {
  if (move.kind === 'returned') return assertMayNominateFor(actor, move.unitId);
  if (!mayMoveSeats(actor)) throw new NotAllowed();
}
