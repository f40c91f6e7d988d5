import type { Actor, Role } from '../platform/access/actor';
import { isWithin, type Reach } from '../platform/access/reach';

/** Whoever keeps accounts: makes them, gives roles, locks. */
export const accountKeepers = ['admin'] as const satisfies readonly Role[];

/** Whoever invites the people of a unit; an administrator those of all. */
export const inviters = ['admin', 'training_officer', 'unit_secretary'] as const satisfies readonly Role[];

export const mayKeepAccounts = (actor: Actor): boolean => actor.reachesBloc(accountKeepers);

export const unitsInvitedBy = (actor: Actor): Reach => actor.unitsOf(inviters);

/** Whose accounts somebody sees. */
export interface AccountScope {
  /** Of the people of these units. */
  readonly unitIds: Reach;
  /** And those that belong to nobody on a roster. */
  readonly ofNobody: boolean;
}

export const accountsVisibleTo = (actor: Actor): AccountScope => ({
  unitIds: unitsInvitedBy(actor),
  ofNobody: mayKeepAccounts(actor),
});

/** An account before it has a holder; with a role, what it opens is an administrator's to give. */
interface Invited {
  /** Of its person; null for one without. */
  readonly unitId: string | null;
  readonly holdsRole: boolean;
}

export const mayInvite = (actor: Actor, { unitId, holdsRole }: Invited): boolean =>
  mayKeepAccounts(actor) || (!holdsRole && unitId !== null && actor.reaches(inviters, unitId));

/** As for an invitation: what opens an account with a role is an administrator's to give. Nobody prints for themselves. */
export const mayPrintCode = (actor: Actor, { id, ...account }: Invited & { readonly id: string }): boolean =>
  id !== actor.accountId && mayInvite(actor, account);

export const maySeeAccount = (actor: Actor, { unitId }: { readonly unitId: string | null }): boolean => {
  const { unitIds, ofNobody } = accountsVisibleTo(actor);
  return unitId === null ? ofNobody : isWithin(unitIds, unitId);
};
