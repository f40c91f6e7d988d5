import { unitsVisibleTo } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';

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
    all: (['training_officer', 'admin', 'data_officer'] as const).some((role) => actor.reachesBloc(role)),
    unitIds: [...new Set([...actor.unitsOf('group_officer'), ...actor.unitsOf('unit_secretary')])],
    classIds: actor.managedClasses,
    personId: actor.personId,
    accountId: actor.accountId,
  };
}

/** Keeps the rules and their words, and has something told once more. */
export const mayManageReminders = (actor: Actor): boolean =>
  actor.reachesBloc('training_officer') || actor.reachesBloc('admin');

/** Asks why somebody else was or was not told; of whom is up to the people they may see. */
export const mayAskForOthers = (actor: Actor): boolean => unitsVisibleTo(actor).length > 0;
