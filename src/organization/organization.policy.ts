import type { Actor, Role } from '../platform/access/actor';

/** Whoever keeps the tree: names, mergers. */
export const treeKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];

export function mayKeepUnit(actor: Actor, unitId: string): boolean {
  return treeKeepers.some((role) => actor.reaches(role, unitId));
}
