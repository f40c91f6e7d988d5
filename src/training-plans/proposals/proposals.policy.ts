import { planReaders } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { NotAllowed, NotFound } from '../../platform/problems/refusals';
import { mayEditPlan, planShownTo } from '../training-plans.policy';

/** The units whose proposals and numbers the actor reads; null means all. */
export const proposalsShownTo = (actor: Actor): readonly string[] | null =>
  mayEditPlan(actor) ? null : actor.unitsOf(planReaders);

export const maySeeProposal = (actor: Actor, { unitId }: { readonly unitId: string }): boolean =>
  proposalsShownTo(actor)?.includes(unitId) ?? true;

/** The unit itself, the Group for its units, and the office that enters what came by letter. @throws NotFound | NotAllowed */
export function assertMaySpeakFor(actor: Actor, unitId: string): void {
  if (planShownTo(actor)?.length === 0) throw new NotAllowed();
  if (!maySeeProposal(actor, { unitId })) throw new NotFound();
}
