import { mayManageClasses } from '../../classes/classes.policy';
import type { Actor, Role } from '../../platform/access/actor';
import { NotFound } from '../../platform/problems/refusals';

/** The office draws a report up. */
export const reportDrawers = ['training_officer'] as const satisfies readonly Role[];
export const mayDrawReport = mayManageClasses;

/** The two committees read what they sign; a Group what is of it. */
export const mayReadReport = (actor: Actor, groupId: string): boolean =>
  mayManageClasses(actor) || actor.reaches('group_officer', groupId);

/** @throws NotFound */
export function assertMayReadReport(actor: Actor, groupId: string): void {
  if (!mayReadReport(actor, groupId)) throw new NotFound();
}
