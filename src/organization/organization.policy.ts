import type { Actor, Role } from '../platform/access/actor';
import { NotAllowed } from '../platform/problems/refusals';

/** Whoever keeps the tree: what is in it, below what, under which names. */
export const treeKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];

export const mayKeepUnits = (actor: Actor): boolean => actor.reachesBloc(treeKeepers);

/** People, roles and seats move with a unit: the office's alone. */
export const unitMergers = ['training_officer'] as const satisfies readonly Role[];

export const mayMergeUnits = (actor: Actor): boolean => actor.reachesBloc(unitMergers);

/** @throws NotAllowed */
export function assertMayMerge(actor: Actor, unitIds: readonly string[]): void {
  if (!unitIds.every((id) => actor.reaches(unitMergers, id))) throw new NotAllowed();
}

export const mayKeepUnit = (actor: Actor, unitId: string): boolean => actor.reaches(treeKeepers, unitId);
