import type { Actor, Role } from '../../platform/access/actor';
import { NotAllowed } from '../../platform/problems/refusals';

/** Whoever tells people of several units apart, or makes them one: the office, which alone sees all of them. */
export const personMergers = ['training_officer'] as const satisfies readonly Role[];

/** @throws NotAllowed */
export function assertMayMergePeople(actor: Actor, unitIds: readonly string[]): void {
  if (!unitIds.every((id) => actor.reaches(personMergers, id))) throw new NotAllowed();
}

/** The units whose people are compared. */
export const duplicatesVisibleTo = (actor: Actor): readonly string[] => actor.unitsOf(personMergers);
