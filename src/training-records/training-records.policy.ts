import type { Actor } from '../platform/access/actor';

/** What was learned elsewhere is entered, and lines are corrected, by the office of the Bloc alone. */
export function mayEnterRecords(actor: Actor, person: { readonly unitId: string }): boolean {
  return actor.reaches('training_officer', person.unitId);
}
