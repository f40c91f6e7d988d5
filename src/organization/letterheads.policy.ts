import type { Actor } from '../platform/access/actor';

/** Who speaks and who signs in the name of the Bloc is for its office to say. */
export function mayKeepLetterhead(actor: Actor): boolean {
  return actor.reachesBloc('training_officer');
}
