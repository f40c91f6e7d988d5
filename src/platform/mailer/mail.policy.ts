import type { Actor, Role } from '../access/actor';

/** The office answers for what the service sends: it reads every message, and notes what came back. */
export const mailKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];

/** Everybody else reads the messages sent to them. */
export const mayReadAllMail = (actor: Actor): boolean => actor.reachesBloc(mailKeepers);

export function mayReadMail(actor: Actor, { accountId }: { readonly accountId: string | null }): boolean {
  return mayReadAllMail(actor) || (accountId !== null && accountId === actor.accountId);
}
