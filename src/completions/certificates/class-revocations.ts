import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { certificateActions } from './certificates.words';
import { CertificateRegister } from './register';

/** All certificates of a class that goes on: they count no more, and their numbers stay in the register. */
@Injectable()
export class ClassRevocations {
  constructor(
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly register: CertificateRegister,
  ) {}

  /** @returns how many */
  async revoke(
    tx: Tx,
    actor: Actor,
    { classId, reopeningId }: { readonly classId: string; readonly reopeningId: string },
    why: { readonly reason: string; readonly decision: string | null },
  ): Promise<number> {
    const revoked = await tx.rows<{ id: string; register: string }>(
      `UPDATE certificates t SET state = 'revoked', state_on = $3, state_reason = $4, state_decision = $5, reopening_id = $2
       FROM completions c WHERE c.id = t.completion_id AND c.class_id = $1 AND t.state = 'issued' RETURNING t.id, concat_ws(' ', t.series, t.year) AS register`,
      [classId, reopeningId, this.clock.today(), why.reason, why.decision],
    );
    // What was amended later may stand in the register of another year.
    const registers = new Set(revoked.map(({ register }) => register).toSorted());
    for (const register of registers) {
      const ids = revoked.filter((one) => one.register === register).map(({ id }) => id);
      const head = await this.register.enter(tx, actor, 'revoked', ids, why);
      await this.journal.write(tx, actor, {
        action: certificateActions.revoked_with_class,
        subject: { type: 'class', id: classId },
        classId,
        reason: why.reason,
        facts: { ...head, count: ids.length, ...(why.decision ? { decision: why.decision } : {}) },
      });
    }
    return revoked.length;
  }
}
