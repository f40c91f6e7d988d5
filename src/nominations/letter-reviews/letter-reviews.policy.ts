import type { Actor } from '../../platform/access/actor';
import { reviewers } from '../nominations.policy';
import type { Reviewing } from './waiting-letters.queries';

export const reviewingOf = (actor: Actor): Reviewing => ({
  units: actor.unitsOf(reviewers),
  personId: actor.personId,
});
