import type { Actor, Role } from '../platform/access/actor';

/** The roles a deputy may stand in for; keeping accounts and data is nobody's to pass on. */
export const lendableRoles = [
  'training_officer',
  'group_officer',
  'unit_secretary',
  'class_manager',
] as const satisfies readonly Role[];

interface Loan {
  readonly lenderId: string;
  readonly deputyId: string;
  readonly unitId: string | null;
}

/** Lender and deputy; nobody else's page tells of it. */
const isParty = (actor: Actor, { lenderId, deputyId }: Loan): boolean =>
  actor.accountId === lenderId || actor.accountId === deputyId;

/** The lender takes it back, the deputy gives it back, an administrator ends what should not go on. */
export const mayEndLoan = (actor: Actor, loan: Loan): boolean =>
  isParty(actor, loan) || (loan.unitId === null ? actor.reachesBloc('admin') : actor.reaches('admin', loan.unitId));
