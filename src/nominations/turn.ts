import { type ClassState, hasEnded } from '../classes/training-class.states';
import type { NominationState } from './nomination.states';

export type Reviewer = 'group' | 'office';

/** Whether the Group's word comes before the office's review of `n`: the course `k` asks for it, and the unit is one of the Group's. In SQL. */
export const needsEndorsement = `('group' = ANY (k.approval_steps) AND group_above(n.unit_id, c.opens_on) IS NOT NULL)`;

/**
 * How far the nomination `n` of the class `c` has come, as people count it: a state alone does not tell who waits for whom, nor whether anybody still does.
 * Reserves of whom the Group has to speak wait for it; what nobody decided on before its class ended is left over. In SQL.
 */
export const standing = `CASE WHEN n.state IN ('draft', 'submitted', 'endorsed', 'returned') AND class_has_ended(c.state) THEN 'leftOver'
  WHEN n.state IN ('submitted', 'endorsed') THEN coalesce(
    (SELECT CASE r.turn WHEN 'group' THEN 'waitingForGroup' ELSE 'waitingForOffice' END FROM nominations_in_review r WHERE r.id = n.id), 'reserves')
  WHEN n.state = 'class_cancelled' THEN 'classCancelled' ELSE n.state END`;

/** Whether nobody but the nominee could give the Group's word of `n`, so that the Bloc's office gives it. In SQL; few nominees hold that office at all. */
export const endorsedAbove = (today: string) => `
  CASE WHEN EXISTS (SELECT FROM accounts a JOIN grants_in_force(${today}) g ON g.account_id = a.id AND g.role = 'group_officer'
    WHERE a.person_id = n.person_id) THEN coalesce(only_holder('group_officer', n.unit_id, ${today}) = n.person_id, false) ELSE false END`;

/** Whose word a nomination needs next, whether it holds a seat or not; null while it needs nobody's. */
export function reviewerOf(state: NominationState, needsEndorsement: boolean): Reviewer | null {
  if (state === 'submitted' && needsEndorsement) return 'group';
  return state === 'submitted' || state === 'endorsed' ? 'office' : null;
}

/**
 * Whose turn it is: the Group speaks of reserves too, the office decides on who holds a seat, and nobody on what is left
 * of a class that has ended. In SQL the view `nominations_in_review`.
 */
export function turnOf({
  state,
  rank,
  needsEndorsement,
  classState,
}: {
  readonly state: NominationState;
  readonly rank: number | null;
  readonly needsEndorsement: boolean;
  readonly classState: ClassState;
}): Reviewer | null {
  if (hasEnded(classState)) return null;
  const reviewer = reviewerOf(state, needsEndorsement);
  return reviewer === 'office' && rank !== null ? null : reviewer;
}

/** How many of its unit move up before the reserve `n` among some nominations; null for who is no reserve. SQL */
export const reservesBeforeAmong = (nominations: string) => `CASE WHEN n.rank IS NOT NULL THEN
  (SELECT count(*)::int FROM ${nominations} b WHERE b.class_id = n.class_id AND b.unit_id = n.unit_id AND b.rank < n.rank) END`;

/** The same as they stand now. SQL */
export const reservesBefore = reservesBeforeAmong('nominations');

/** The number people read: the first reserve has none before. SQL */
export const reserveNumber = `${reservesBefore} + 1`;

/** As {@link reserveNumber}, where those before are counted already. */
export const reserveNumberAfter = (reservesBefore: number): number => reservesBefore + 1;
