import type { Actor } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';

/** A study of resolutions that has not ended. */
export interface OpenStudy {
  readonly classId: string;
  readonly className: string;
  readonly opensOn: Day;
  /** Its first day has come, or the roll of the unit was frozen before that. */
  readonly hasBegun: boolean;
}

/** What the tree does to open studies; they stand above the rooms where the tree changes. */
export abstract class StudiesOfUnits {
  /** Those a unit is called to. */
  abstract calledTo(unitId: string, tx?: Tx): Promise<OpenStudy[]>;

  /** Those it could be called to: announced, with a site to come to. */
  abstract notCalledTo(unitId: string): Promise<OpenStudy[]>;

  /** Call, roll and learners of units become those of the one they are part of. Before people move. Returns which studies. */
  abstract carryWith(
    tx: Tx,
    actor: Actor,
    unitIds: readonly string[],
    intoId: string,
    reason: string,
  ): Promise<OpenStudy[]>;

  /** A study that has not begun is not the unit's any more; what has begun is counted to its end. */
  abstract endCallsWith(tx: Tx, actor: Actor, unitId: string, reason: string): Promise<void>;

  /** Calls a unit to the central site; where the study has begun its roll is that of today. @throws ClassNotInState | NoSite */
  abstract joinWith(tx: Tx, actor: Actor, unitId: string, classId: string): Promise<void>;
}
