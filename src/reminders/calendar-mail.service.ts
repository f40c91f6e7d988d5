import { Injectable } from '@nestjs/common';
import { MailToCome, type Timetable } from '../calendars/mail-to-come';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import type { DueReminder } from './rules/definition';
import { planning } from './planning';
import { reminderDefinitions } from './rules/definitions';
import { reminderRules } from './rules/rule';
import { isOfThemselves } from './rules/values';

const carrying = reminderRules.filter((rule) => reminderDefinitions[rule].carriesCalendar);

/** Whose calendar a mail takes files to: one's own, of a class whose timetable it tells of. */
export function timetableOf(reminder: DueReminder): Timetable | null {
  const { rule, classId, recipient } = reminder;
  const carries = reminderDefinitions[rule].carriesCalendar && isOfThemselves(reminder);
  return carries && classId ? { personId: recipient, classId } : null;
}

/** Knows from the ledger, planned to this moment, who is still to be told of a changed timetable. */
@Injectable()
export class CalendarMailService extends MailToCome {
  constructor(private readonly clock: Clock) {
    super();
  }

  async of(tx: Tx): Promise<readonly Timetable[]> {
    const [today, now] = [this.clock.today(), this.clock.now()];
    // All of them: who is not in the ledger would get an invitation beside the message.
    for (const rule of carrying) await tx.execute(planning(rule), [today, now, rule, null]);
    return tx.rows(
      `SELECT DISTINCT person_id, class_id FROM reminders
       WHERE rule = ANY ($1) AND state = 'due' AND due_on <= $2 AND person_id IS NOT NULL AND class_id IS NOT NULL`,
      [carrying, today],
    );
  }
}
