import type { Actor, Role } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { NotAllowed } from '../../platform/problems/refusals';
import type { Person } from '../person.entity';
import type { Reach } from '../../platform/access/reach';

/** Whoever tells people of several units apart, or makes them one: the office, which alone sees all of them. */
export const personMergers = ['training_officer'] as const satisfies readonly Role[];

/** @throws NotAllowed */
export function assertMayCompare(actor: Actor, people: readonly Pick<Person, 'unitId'>[]): void {
  if (!people.every(({ unitId }) => actor.reaches(personMergers, unitId))) throw new NotAllowed();
}

/** Whether two are one is decided about both of them. @throws NotAllowed | AboutOneself */
export function assertMayDecideOnPair(actor: Actor, people: readonly Pick<Person, 'id' | 'unitId'>[]): void {
  assertMayCompare(actor, people);
  for (const { id: personId } of people) assertNotAboutOneself(actor, { personId });
}

/** The units whose people are compared. */
export const duplicatesVisibleTo = (actor: Actor): Reach => actor.unitsOf(personMergers);
