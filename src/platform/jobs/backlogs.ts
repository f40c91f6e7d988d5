import type { Bilingual } from '../messages/words';

/** Something that should be done by now: found by query, whatever became of the queue. */
export interface Backlog {
  readonly name: string;
  readonly label: Bilingual;
  /** SQL: one row for each thing that is due and not done, with `since`, the moment it became due. */
  readonly waiting: string;
  /** SQL: one row for each thing that was given up. */
  readonly dead: string;
}

const declared = new Map<string, Backlog>();

/** Declares a backlog beside the job that works it off, for the page of operations and the metrics. */
export function declareBacklog(backlog: Backlog): void {
  if (declared.has(backlog.name)) throw new Error(`The backlog ${backlog.name} is declared twice.`);
  declared.set(backlog.name, backlog);
}

/** By name: the order in which files are loaded is nobody's concern. */
export const backlogs = (): readonly Backlog[] =>
  [...declared.values()].toSorted((a, b) => a.name.localeCompare(b.name));
