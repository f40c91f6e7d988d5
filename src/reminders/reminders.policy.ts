import { unitsVisibleTo } from '../people/people.policy';
import type { Actor, Role } from '../platform/access/actor';
import { isNowhere } from '../platform/access/reach';

/** Keep the rules and their words, and have something told once more. */
export const reminderKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];

/** Which lines of the ledger an actor reads: all, or those of some units and classes, and always those to themselves. */
export interface ReminderSight {
  readonly all: boolean;
  readonly unitIds: readonly string[];
  readonly classIds: readonly string[];
  readonly personId: string | null;
  readonly accountId: string | null;
}

export function remindersVisibleTo(actor: Actor): ReminderSight {
  return {
    all: actor.reachesBloc([...reminderKeepers, 'data_officer']),
    unitIds: actor.unitsOf(['group_officer', 'unit_secretary']),
    classIds: actor.managedClasses,
    personId: actor.personId,
    accountId: actor.accountId,
  };
}

export const mayManageReminders = (actor: Actor): boolean => actor.reachesBloc(reminderKeepers);

/** Asks why somebody else was or was not told; of whom is up to the people they may see. */
export const mayAskForOthers = (actor: Actor): boolean => !isNowhere(unitsVisibleTo(actor));
