import type { Actor, Role } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { NotAllowed } from '../platform/problems/refusals';

/** What was learned elsewhere is entered, and lines are corrected, by the office of the Bloc alone. */
export const recordKeepers = ['training_officer'] as const satisfies readonly Role[];

/** What papers of earlier classes say is copied by whoever tends the data, too. */
export const certificateKeepers = [...recordKeepers, 'data_officer'] as const satisfies readonly Role[];

export function mayEnterCertificates(actor: Actor, person: Holder): boolean {
  return actor.reaches(certificateKeepers, person.unitId) && !actor.is(person.id);
}

/** @throws NotAllowed | AboutOneself */
export function assertMayEnterCertificates(actor: Actor, person: Holder): void {
  if (!actor.reaches(certificateKeepers, person.unitId)) throw new NotAllowed();
  assertNotAboutOneself(actor, { personId: person.id });
}

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
