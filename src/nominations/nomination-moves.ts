import { type ClassState, hasEnded } from '../classes/training-class.states';
import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import { type NominationState, nominationStates } from './nomination.states';
import { mayEndorseOrReview, mayEnterLate, mayReview, whoMoves } from './nominations.policy';
import type { NominationItem } from './nominations.queries';
import type { Decision } from './decisions';
import { turnOf } from './turn';

/** Actions with a nomination, by the names of the addresses that do it. */
const moves = [
  'submission',
  'ranking',
  'endorsement',
  'acceptance',
  'return',
  'rejection',
  'substitution',
  'withdrawal',
] as const;
export type Move = (typeof moves)[number];

/** The moves a reviewer makes on many at once. */
export const moveOf = {
  endorse: 'endorsement',
  accept: 'acceptance',
  return: 'return',
  reject: 'rejection',
} as const satisfies Record<Decision, Move>;

/** The state a move leads to; a ranking leaves it as it is. */
const leadsTo: Readonly<Record<Exclude<Move, 'ranking'>, NominationState>> = {
  submission: 'submitted',
  endorsement: 'endorsed',
  acceptance: 'accepted',
  return: 'returned',
  rejection: 'rejected',
  substitution: 'substituted',
  withdrawal: 'withdrawn',
};

/** Moves that decide about the nominee; the others put somebody forward. */
const decisive: readonly Move[] = Object.values(moveOf);

/** The Group turns down what waits for its word; all else is the office's. */
const turningDown: readonly Move[] = ['return', 'rejection'];

type Standing = Pick<
  NominationItem,
  | 'personId'
  | 'unitId'
  | 'state'
  | 'rank'
  | 'needsEndorsement'
  | 'endorsedAbove'
  | 'classState'
  | 'substituteUntil'
  | 'placeGivenUpAt'
>;

/** The moves a page offers its reader; the services have the last word. */
export function movesOpenTo(
  actor: Actor,
  nomination: Standing,
  trainingClass: { readonly state: ClassState; readonly callIsOpen: boolean },
  today: Day,
): Move[] {
  if (hasEnded(trainingClass.state)) return [];
  const maySend = nomination.state !== 'draft' || trainingClass.callIsOpen || mayEnterLate(actor);
  const onward: readonly string[] = nominationStates[nomination.state];
  return moves.filter(
    (move) =>
      whoMakes(move, nomination)(actor, nomination.unitId) &&
      !(decisive.includes(move) && actor.is(nomination.personId)) &&
      (move !== 'submission' || maySend) &&
      (!turningDown.includes(move) || mayReview(actor, nomination.unitId) || turnOf(nomination) === 'group') &&
      (move === 'ranking'
        ? nomination.rank !== null
        : onward.includes(leadsTo[move]) && isTimely(move, nomination, today)),
  );
}

const whoMakes = (move: Move, { endorsedAbove }: Standing) =>
  move === 'endorsement' && endorsedAbove ? mayEndorseOrReview : whoMoves[move];

function isTimely(move: Move, standing: Standing, today: Day): boolean {
  if (move === 'endorsement') return turnOf(standing) === 'group';
  if (move === 'acceptance') return turnOf(standing) === 'office';
  const { substituteUntil, placeGivenUpAt } = standing;
  return move !== 'substitution' || (today <= substituteUntil && placeGivenUpAt === null);
}
