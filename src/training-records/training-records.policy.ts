import type { Actor, Role } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { NotAllowed } from '../platform/problems/refusals';

/** What was learned elsewhere is entered, and lines are corrected, by the office of the Bloc alone. */
export const recordKeepers = ['training_officer'] as const satisfies readonly Role[];

export function mayEnterRecords(actor: Actor, person: Holder): boolean {
  return actor.reaches(recordKeepers, person.unitId) && !actor.is(person.id);
}

/** @throws NotAllowed | AboutOneself */
export function assertMayEnterRecords(actor: Actor, person: Holder): void {
  if (!actor.reaches(recordKeepers, person.unitId)) throw new NotAllowed();
  assertNotAboutOneself(actor, { personId: person.id });
}

interface Holder {
  readonly id: string;
  readonly unitId: string;
}
