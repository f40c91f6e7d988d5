import { maySeeDrafts } from '../classes/classes.policy';
import type { Actor } from '../platform/access/actor';

/** Which classes a calendar holds for its reader. */
export interface CalendarScope {
  readonly includesDrafts: boolean;
  /** Whose own classes alone are shown; null for every class. */
  readonly onlyOf: { readonly personId: string | null } | null;
}

/** Who has a task reads every announced class and the office its drafts too; a cadre without one finds only their own classes. */
export function calendarScopeOf(actor: Actor): CalendarScope {
  return {
    includesDrafts: maySeeDrafts(actor),
    onlyOf: actor.roles.length > 0 ? null : { personId: actor.personId },
  };
}

/** Whoever looks after rooms, and whoever looks for one on the day. */
export const roomBoardReaders = ['admin', 'training_officer', 'group_officer', 'class_manager'] as const;

export const loadReaders = ['admin', 'training_officer', 'group_officer'] as const;

/** Rooms are the Bloc's; the Group, too, asks when they are taken. */
export const mayReadLoad = (actor: Actor): boolean => maySeeDrafts(actor) || actor.unitsOf('group_officer').length > 0;

export const mayReadRoomBoard = (actor: Actor): boolean => mayReadLoad(actor) || actor.managedClasses.length > 0;
