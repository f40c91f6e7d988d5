import type { Actor, Role } from '../platform/access/actor';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { isWithin, type Reach, reachAskedFor } from '../platform/access/reach';

/** Whoever may look at the people of a unit. */
export const peopleReaders = [
  'admin',
  'training_officer',
  'data_officer',
  'group_officer',
  'unit_secretary',
] as const satisfies readonly Role[];

/** Whoever may look at the rosters a unit sent. */
export const rosterReaders = ['training_officer', 'data_officer', 'unit_secretary'] as const satisfies readonly Role[];

/** Whoever keeps the roster of a unit. */
export const rosterKeepers = ['training_officer', 'unit_secretary'] as const satisfies readonly Role[];

export const unitsVisibleTo = (actor: Actor): Reach => actor.unitsOf(peopleReaders);

/** The units to list people of: one, or all that may be seen; of one that is not there nobody is. @throws NotFound for a unit that may not be seen */
export const unitsListedFor = (actor: Actor, unitId: string | undefined): Reach =>
  reachAskedFor(unitsVisibleTo(actor), unitId);

export function maySeePerson(actor: Actor, person: { readonly id: string; readonly unitId: string }): boolean {
  return actor.personId === person.id || isWithin(unitsVisibleTo(actor), person.unitId);
}

export const rosterUnitsVisibleTo = (actor: Actor): Reach => actor.unitsOf(rosterReaders);

export const rosterUnitsKeptBy = (actor: Actor): Reach => actor.unitsOf(rosterKeepers);

export const mayKeepRoster = (actor: Actor, unitId: string): boolean => isWithin(rosterUnitsKeptBy(actor), unitId);

/** A move touches two units: only who keeps both, the office, makes it. */
export const peopleMovers = ['training_officer'] as const satisfies readonly Role[];

/** Whether they keep people of several units, and so see who is in two of them. */
export const mayCompareUnits = (actor: Actor): boolean => actor.reachesBloc(peopleMovers);

export function mayMovePeople(actor: Actor, fromUnitId: string, toUnitId: string): boolean {
  return [fromUnitId, toUnitId].every((unitId) => actor.reaches(peopleMovers, unitId));
}

/** @throws NotFound for a unit that may not be seen, NotAllowed for one that may only be looked at */
export function assertMayKeepRoster(actor: Actor, unitId: string): void {
  if (mayKeepRoster(actor, unitId)) return;
  throw isWithin(unitsVisibleTo(actor), unitId) ? new NotAllowed() : new NotFound();
}
