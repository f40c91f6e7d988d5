import type { Actor } from '../../platform/access/actor';
import { NotAllowed } from '../../platform/problems/refusals';
import type { PlanBody } from '../plan-standing';
import { mayEditPlan } from '../training-plans.policy';
import { whichUnit } from './proposals.refusals';

/** The committees an actor confirms for: the Bloc's office for the Bloc, a Group's officer for that Group. */
export const bodiesOf = (actor: Actor, bodies: readonly PlanBody[]): PlanBody[] =>
  bodies.filter(
    ({ id, kind }) => actor.grantedUnits('group_officer').includes(id) || (mayEditPlan(actor) && kind === 'bloc'),
  );

/** For whom somebody speaks in a thread: their committee, else their unit. @throws NotAllowed */
export function speaksFor(actor: Actor, bodies: readonly PlanBody[]): string {
  const [first] = [...bodiesOf(actor, bodies).map(({ id }) => id), ...actor.grantedUnits('unit_secretary')];
  if (!first) throw new NotAllowed();
  return first;
}

/** Whom an answer is for: the unit that is named, else one's own unit or Group. @throws InvalidInput */
export function unitMeant(actor: Actor, unitId: string | undefined): string {
  const [own] = unitId ? [unitId] : [...actor.grantedUnits('unit_secretary'), ...actor.grantedUnits('group_officer')];
  if (!own) throw whichUnit();
  return own;
}
