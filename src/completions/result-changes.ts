import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { Grade } from '../training-records/training-record.labels';

/** By which decision, and why, a result is another one now. */
export interface ResultChange {
  readonly reason: string;
  readonly decision: string | null;
  /** How the result stood before. */
  readonly was: { readonly grade: Grade | null };
}

/** Certificates by their number; null where there is none. */
export interface AwardsChanged {
  /** In force until now. */
  readonly ended: string | null;
  /** New, of today. */
  readonly issued: string | null;
}

/** Brings what a result led to after it when the result changes once its class is closed; the awards, which know more than results do, answer. */
export abstract class ResultChanges {
  /**
   * To be called after `completions` says how the result stands now. Nothing is edited in silence: where the
   * grade is another one, the certificate is replaced by one of today, unless its last day has passed; one of somebody who did
   * not complete is revoked, a first one is issued; the line of the training record is superseded or withdrawn, a diploma to
   * come is opened or taken back, and the theory level follows.
   */
  abstract follow(tx: Tx, actor: Actor, completionId: string, change: ResultChange): Promise<AwardsChanged>;
}
