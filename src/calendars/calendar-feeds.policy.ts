import { mayRunClass } from '../classes/classes.policy';
import type { Actor } from '../platform/access/actor';

export const feedKinds = ['person', 'manager', 'class'] as const;
export type FeedKind = (typeof feedKinds)[number];

/** Whose timetable a feed shows: the actor's own, that of the classes the actor manages, or one class's. */
export interface FeedWanted {
  readonly kind: FeedKind;
  readonly classId: string | null;
}

/** One's own timetables; that of a class is published by those who run it. */
export function mayMakeFeed(actor: Actor, { kind, classId }: FeedWanted): boolean {
  if (kind === 'person') return actor.personId !== null;
  if (kind === 'manager') return actor.managedClasses.length > 0;
  return classId !== null && mayRunClass(actor, classId);
}

/** Who made it, and for a class everybody who runs it: an address given to many must not hang on one account. */
export function maySeeFeed(
  actor: Actor,
  { accountId, classId }: { readonly accountId: string; readonly classId: string | null },
): boolean {
  return accountId === actor.accountId || (classId !== null && mayRunClass(actor, classId));
}
