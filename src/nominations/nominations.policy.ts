import { mayManageClasses } from '../classes/classes.policy';
import type { Actor, Role } from '../platform/access/actor';
import { assertNotAboutOneself } from '../platform/access/oneself';
import { InvalidInput, NotAllowed, NotFound } from '../platform/problems/refusals';
import { unitsVisibleTo } from '../people/people.policy';
import { isNowhere, isWithin } from '../platform/access/reach';

/** Who may put people of a unit forward, follow them, replace and withdraw them. */
export const nominators = ['unit_secretary', 'training_officer'] as const satisfies readonly Role[];
export const mayNominateFor = (actor: Actor, unitId: string): boolean => actor.reaches(nominators, unitId);

/** Whose turn it is while the unit has something to do. */
export const speaksFor = (actor: Actor, unitId: string): boolean => actor.reaches('unit_secretary', unitId);

/** The line superior's word. */
export const endorsers = ['group_officer'] as const satisfies readonly Role[];
export const mayEndorse = (actor: Actor, unitId: string): boolean => actor.reaches(endorsers, unitId);

export const reviewers = ['training_officer'] as const satisfies readonly Role[];
export const mayReview = (actor: Actor, unitId: string): boolean => actor.reaches(reviewers, unitId);

/** Return, rejection, and recording what a competent authority decided. */
export const deciders = [...reviewers, ...endorsers] as const satisfies readonly Role[];
export const mayEndorseOrReview = (actor: Actor, unitId: string): boolean => actor.reaches(deciders, unitId);

/** Lists, seats and what authorities decided concern those who put people forward or decide about them. */
export const nominationFollowers = [...deciders, 'unit_secretary'] as const satisfies readonly Role[];
export const mayReadOverrides = (actor: Actor): boolean => !isNowhere(actor.unitsOf(nominationFollowers));

/** Who makes each move. */
export const whoMoves = {
  submission: mayNominateFor,
  ranking: mayNominateFor,
  endorsement: mayEndorse,
  acceptance: mayReview,
  return: mayEndorseOrReview,
  rejection: mayEndorseOrReview,
  substitution: mayNominateFor,
  withdrawal: mayNominateFor,
} as const;

/** Who could have decided takes it back, while there is time for it. */
export const mayUndo = (
  actor: Actor,
  { unitId, personId, state, undoUntil }: { unitId: string; personId: string; state: string; undoUntil: Date | null },
  now: Date,
): boolean =>
  undoUntil !== null &&
  undoUntil > now &&
  !actor.is(personId) &&
  (state === 'accepted' ? mayReview : mayEndorseOrReview)(actor, unitId);

/** People of bodies outside the Bloc have nobody in the tree who could put them forward. */
export const mayEnterOutsiders = mayManageClasses;

/** Nominations outside the window are the office's alone. */
export const mayEnterLate = mayManageClasses;

/** An exception from the window is a decision, being nominated is not. @throws NotAllowed | AboutOneself */
export function assertMayEnterLate(actor: Actor, nominee: { personId: string }): void {
  if (!mayEnterLate(actor)) throw new NotAllowed();
  assertNotAboutOneself(actor, nominee);
}

/** `nowOfUnitId` is the unit the nominee belongs to now, which reads along. */
export const maySeeNomination = (
  actor: Actor,
  { unitId, personId, nowOfUnitId = unitId }: { unitId: string; personId: string; nowOfUnitId?: string },
): boolean => [unitId, nowOfUnitId].some((id) => isWithin(unitsVisibleTo(actor), id)) || actor.personId === personId;

/** @throws NotFound for what is not visible, NotAllowed for what is visible but not theirs to do */
export function assertMay(
  actor: Actor,
  nomination: { unitId: string; personId: string; nowOfUnitId?: string },
  may: (actor: Actor, unitId: string) => boolean,
): void {
  if (!maySeeNomination(actor, nomination)) throw new NotFound();
  if (!may(actor, nomination.unitId)) throw new NotAllowed();
}

/** As {@link assertMay}, for what is a decision about the person. @throws AboutOneself */
export function assertMayDecide(
  actor: Actor,
  nomination: { unitId: string; personId: string; nowOfUnitId?: string },
  may: (actor: Actor, unitId: string) => boolean,
): void {
  assertMay(actor, nomination, may);
  assertNotAboutOneself(actor, nomination);
}

/** As {@link assertMay}, for a unit that is named before there is a nomination. */
export function assertMayNominateFor(actor: Actor, unitId: string): void {
  if (!isWithin(unitsVisibleTo(actor), unitId)) throw new NotFound();
  if (!mayNominateFor(actor, unitId)) throw new NotAllowed();
}

/**
 * The one unit a secretary nominates for, when the request names none; whether it is theirs is asked of it like of any.
 * @throws InvalidInput when it must be named
 */
export function unitNominatedFor(actor: Actor, unitId: string | undefined): string {
  const [own, ...others] = actor.grantedUnits('unit_secretary');
  const meant = unitId ?? (others.length === 0 ? own : undefined);
  if (meant === undefined) {
    throw InvalidInput.field('unitId', 'required', {
      vi: 'Cần chọn đơn vị.',
      en: 'Choose the unit.',
    });
  }
  return meant;
}
