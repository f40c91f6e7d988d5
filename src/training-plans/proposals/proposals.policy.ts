import { planReaders } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { isNowhere, isWithin, type Reach } from '../../platform/access/reach';
import { NotAllowed, NotFound } from '../../platform/problems/refusals';
import { planShownTo } from '../training-plans.policy';

/** The units whose proposals and numbers the actor reads. */
export const proposalsShownTo = (actor: Actor): Reach => actor.unitsOf(planReaders);

export const maySeeProposal = (actor: Actor, { unitId }: { readonly unitId: string }): boolean =>
  isWithin(proposalsShownTo(actor), unitId);

/** The unit itself, the Group for its units, and the office that enters what came by letter. @throws NotFound | NotAllowed */
export function assertMaySpeakFor(actor: Actor, unitId: string): void {
  if (isNowhere(planShownTo(actor))) throw new NotAllowed();
  if (!maySeeProposal(actor, { unitId })) throw new NotFound();
}
