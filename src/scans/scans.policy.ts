import type { Actor, Role } from '../platform/access/actor';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import type { ScanItem } from './scans.queries';
import type { Paper, PapersOfRoom } from './scanned-papers';

/** Letters and decisions are for those who send, endorse, decide and record; which of them, each room says of its own. */
export const scanReaders = ['training_officer', 'group_officer', 'unit_secretary'] as const satisfies readonly Role[];

/** Whether a page that others read too leads its reader to the scans of what a unit or its people have. */
export const isLedToScans = (actor: Actor, unitId: string): boolean => actor.reaches(scanReaders, unitId);

/** What was superseded stays readable to the office alone. */
export const maySeeSuperseded = (actor: Actor): boolean => actor.reachesBloc('training_officer');

/** @throws NotFound for what is not visible, NotAllowed for what is visible but not theirs to do */
export function assertMayKeep(actor: Actor, room: PapersOfRoom, paper: Paper): void {
  if (!room.maySee(actor, paper)) throw new NotFound();
  if (!room.mayKeep(actor, paper)) throw new NotAllowed();
}

export const isOwnScan = (actor: Actor, { keptBy }: Pick<ScanItem, 'keptBy'>): boolean =>
  keptBy !== null && keptBy === actor.accountId;

/** Decided upon, or opened by somebody else: from then on it stays. */
export const isInUse = (paper: Paper, { readAt }: Pick<ScanItem, 'readAt'>): boolean => paper.isUsed || readAt !== null;
