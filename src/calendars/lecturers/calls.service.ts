import { Injectable } from '@nestjs/common';
import { assertMayManageClasses } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { PlatformSettings } from '../../platform/settings';
import { lecturersToCall } from '../due-invitations';
import { keyToTell } from './calls.queries';
import { NothingToTell } from './calls.refusals';
import { callActions } from './calls.words';

/** Telling lecturers by telephone what mail cannot tell them. */
@Injectable()
export class LecturerCallsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /**
   * Notes that a lecturer was called of these half-days as they were shown; what changed since is still to be told.
   * @param keys {@link HalfDayToTell.key} @throws NotAllowed | NothingToTell when all of it was told or changed meanwhile
   */
  async note(actor: Actor, lecturerId: string, keys: readonly string[]): Promise<void> {
    assertMayManageClasses(actor);
    await this.database.inTransaction(async (tx) => {
      await tx.execute('SELECT FROM lecturers WHERE id = $1 FOR NO KEY UPDATE', [lecturerId]);
      const told = await tx.execute(
        `INSERT INTO calendar_invitations AS i (lecturer_id, half_day_id, exam_id, room_id, method, appointment_sequence, sequence, was_known, sent_at, called_at, called_by)
         SELECT lecturer_id, half_day_id, exam_id, room_id, method, appointment_sequence, appointment_sequence, is_known, $2, $2, $6
         FROM (${lecturersToCall}) d WHERE lecturer_id = $4 AND ${keyToTell} = ANY ($5) ORDER BY appointment_id
         ON CONFLICT ON CONSTRAINT calendar_invitations_once DO UPDATE SET method = excluded.method, appointment_sequence = excluded.appointment_sequence,
           room_id = excluded.room_id, sequence = greatest(excluded.sequence, i.sequence + 1), was_known = excluded.was_known, sent_at = excluded.sent_at,
           called_at = excluded.called_at, called_by = excluded.called_by, mail_id = NULL`,
        [this.clock.today(), this.clock.now(), this.settings.smtpUrl !== null, lecturerId, keys, actor.accountId],
      );
      if (told === 0) throw new NothingToTell();
      await this.journal.write(tx, actor, {
        action: callActions.called,
        subject: { type: 'lecturer', id: lecturerId },
        facts: { halfDays: told },
      });
    });
  }
}
