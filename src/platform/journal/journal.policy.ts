import type { Actor, Role } from '../access/actor';

/** Whoever may read the journal, or a part of it. */
export const journalReaders = [
  'admin',
  'training_officer',
  'data_officer',
  'group_officer',
  'unit_secretary',
] as const satisfies readonly Role[];

/** The units whose lines an actor reads; null reads every line. */
export function journalUnitsOf(actor: Actor): readonly string[] | null {
  if (actor.reachesBloc(['admin', 'training_officer', 'data_officer'])) return null;
  return actor.unitsOf(['group_officer', 'unit_secretary']);
}
