import { unitsVisibleTo } from '../../people/people.policy';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { NotAllowed } from '../../platform/problems/refusals';
import { mayNominateFor } from '../nominations.policy';
import { isWithin } from '../../platform/access/reach';

interface Leaver {
  readonly personId: string;
  readonly unitId: string;
  readonly nowOfUnitId: string;
}

/** The unit they have the place from, and the one they belong to now. */
export const maySeeLeaver = (actor: Actor, { unitId, nowOfUnitId }: Leaver): boolean =>
  [unitId, nowOfUnitId].some((id) => isWithin(unitsVisibleTo(actor), id));

/** The place is that unit's, so it says whether it keeps it for them. */
export const maySettleLeaver = (actor: Actor, { personId, unitId }: Leaver): boolean =>
  mayNominateFor(actor, unitId) && !actor.is(personId);

/** @throws NotAllowed | AboutOneself */
export function assertMaySettleLeaver(actor: Actor, leaver: Leaver): void {
  if (!mayNominateFor(actor, leaver.unitId)) throw new NotAllowed();
  assertNotAboutOneself(actor, leaver);
}
