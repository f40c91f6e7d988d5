import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotAllowed, NotFound } from '../platform/problems/refusals';
import { StillToBeSent } from './resends.refusals';
import type { ReminderRule } from './rules/rule';
import { mayManageReminders } from './reminders.policy';
import { reminderActions } from './reminders.words';

interface FirstLine {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly classId: string | null;
  readonly unitId: string | null;
  readonly personId: string | null;
  readonly isWaiting: boolean;
}

/** Telling something once more because the office wants it told. */
@Injectable()
export class ReminderResendsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Writes a new line of the same occurrence, due today, so that the rule's day no longer matters; whether it still
   * applies is asked before it is sent, as of any other. Returns the id of the new line.
   * @throws NotAllowed | NotFound | StillToBeSent
   */
  async resend(actor: Actor, id: string, reason: string): Promise<string> {
    if (!mayManageReminders(actor)) throw new NotAllowed();
    return this.database.inTransaction(async (tx) => {
      const first = await this.lockFirst(tx, id);
      if (first.isWaiting) throw new StillToBeSent();
      const added = await tx.row<{ id: string }>(
        `INSERT INTO reminders (rule, account_id, person_id, lecturer_id, class_id, unit_id, nomination_id, days_before, anchor, over_at,
           occurrence, due_on, state, planned_at, resend_of, resend_reason)
         SELECT rule, account_id, person_id, lecturer_id, class_id, unit_id, nomination_id, days_before, anchor, over_at,
           occurrence || '#' || (SELECT count(*) + 2 FROM reminders s WHERE s.resend_of = r.id), $2, 'due', $3, id, $4
         FROM reminders r WHERE id = $1 RETURNING id`,
        [first.id, this.clock.today(), this.clock.now(), reason],
      );
      await this.journal.write(tx, actor, {
        action: reminderActions.resent,
        subject: { type: 'reminder', id: added.id },
        classId: first.classId,
        unitId: first.unitId,
        personId: first.personId,
        reason,
        facts: { rule: first.rule, resendOf: first.id },
      });
      return added.id;
    });
  }

  /** Two who ask at once wait for each other here. */
  private async lockFirst(tx: Tx, id: string): Promise<FirstLine> {
    const [found] = await tx.rows<{ id: string }>(
      `SELECT id FROM reminders WHERE id = (SELECT coalesce(resend_of, id) FROM reminders WHERE id = $1) FOR UPDATE`,
      [id],
    );
    if (!found) throw new NotFound();
    const first = await tx.row<FirstLine>(
      `SELECT r.id, r.rule, r.class_id, r.unit_id, coalesce(r.person_id, a.person_id) AS person_id,
         EXISTS (SELECT 1 FROM reminders w WHERE (w.id = r.id OR w.resend_of = r.id) AND w.state = 'due') AS is_waiting
       FROM reminders r LEFT JOIN accounts a ON a.id = r.account_id WHERE r.id = $1`,
      [found.id],
    );
    return first;
  }
}
