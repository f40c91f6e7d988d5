import type { Actor } from '../../platform/access/actor';
import { mayKeepRoster, rosterUnitsVisibleTo } from '../people.policy';
import { isWithin } from '../../platform/access/reach';

interface OwnedRequest {
  readonly personId: string;
  /** The unit of the person by now: whoever moved is answered by the new one. */
  readonly unitId: string;
}

export const maySeeCorrection = (actor: Actor, { personId, unitId }: OwnedRequest): boolean =>
  actor.is(personId) || isWithin(rosterUnitsVisibleTo(actor), unitId);

export const mayAnswerCorrection = (actor: Actor, { personId, unitId }: OwnedRequest): boolean =>
  mayKeepRoster(actor, unitId) && !actor.is(personId);

/** For lists: of people of these units, and one's own. */
export const correctionsVisibleTo = (actor: Actor) => ({
  unitIds: rosterUnitsVisibleTo(actor),
  personId: actor.personId,
});

/** The same, or only what waits for them in one of their offices: their own is for others to answer. */
export const correctionsShown = (actor: Actor, waitsFor: 'office' | 'unit' | undefined) =>
  waitsFor === undefined
    ? { visible: correctionsVisibleTo(actor) }
    : {
        visible: {
          unitIds: actor.unitsOf(waitsFor === 'office' ? 'training_officer' : 'unit_secretary'),
          personId: null,
        },
        notOf: actor.personId,
      };
