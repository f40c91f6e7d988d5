import type { Actor, Role } from '../platform/access/actor';

/** Whoever keeps the tree: names, mergers. */
export const treeKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];

export const mayKeepUnits = (actor: Actor): boolean => treeKeepers.some((role) => actor.reachesBloc(role));

/** People, roles and seats move with a unit: the office's alone. */
export const mayMergeUnit = (actor: Actor, unitId: string): boolean => actor.reaches('training_officer', unitId);

export const mayMergeUnits = (actor: Actor): boolean => actor.reachesBloc('training_officer');

export function mayKeepUnit(actor: Actor, unitId: string): boolean {
  return treeKeepers.some((role) => actor.reaches(role, unitId));
}
