import type { Actor } from '../access/actor';

/** The office answers for what the service sends, so it reads every message; everybody else those sent to them. */
export const mayReadAllMail = (actor: Actor): boolean =>
  actor.reachesBloc('admin') || actor.reachesBloc('training_officer');

export function mayReadMail(actor: Actor, { accountId }: { readonly accountId: string | null }): boolean {
  return mayReadAllMail(actor) || (accountId !== null && accountId === actor.accountId);
}
