import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { ReminderReason, ReminderRule, ReminderState } from './reminder-rules';
import type { ReminderSight } from './reminders.policy';
import type { RemindersRequest } from './reminders.requests';

/** One line of the ledger. */
export interface ReminderRow {
  readonly id: string;
  readonly rule: ReminderRule;
  readonly daysBefore: number;
  readonly dueOn: Day;
  readonly state: ReminderState;
  readonly reason: ReminderReason | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly personId: string | null;
  readonly accountId: string | null;
  readonly recipientName: string;
  readonly plannedAt: Date;
  readonly sentAt: Date | null;
  readonly mailId: string | null;
  /** The account the message went to; null when it went to a bare address. */
  readonly mailAccountId: string | null;
}

@Injectable()
export class RemindersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The newest due day first. */
  async list(sight: ReminderSight, filter: RemindersRequest): Promise<PageOf<ReminderRow>> {
    const { classId, unitId, personId, rule, state, limit = usualPage, after } = filter;
    const [dueOn, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<ReminderRow>(
      `SELECT r.id, r.rule, r.days_before AS "daysBefore", r.due_on AS "dueOn", r.state, r.state_reason AS reason,
              c.id AS "classId", c.code AS "classCode", c.name AS "className", r.unit_id AS "unitId", unit_name_on(r.unit_id, $1) AS "unitName",
              coalesce(r.person_id, a.person_id) AS "personId", r.account_id AS "accountId", coalesce(p.full_name, a.name) AS "recipientName",
              r.planned_at AS "plannedAt", r.sent_at AS "sentAt", r.mail_id AS "mailId", m.to_account_id AS "mailAccountId"
       FROM reminders r
       JOIN classes c ON c.id = r.class_id
       LEFT JOIN accounts a ON a.id = r.account_id
       LEFT JOIN persons p ON p.id = r.person_id
       LEFT JOIN mail_messages m ON m.id = r.mail_id
       WHERE ($2 OR r.unit_id = ANY ($3::uuid[]) OR r.class_id = ANY ($4::uuid[]) OR r.recipient = ANY ($5::uuid[]))
         AND ($6::uuid IS NULL OR r.class_id = $6) AND ($7::uuid IS NULL OR r.unit_id = $7)
         AND ($8::uuid IS NULL OR coalesce(r.person_id, a.person_id) = $8)
         AND ($9::text IS NULL OR r.rule = $9) AND ($10::text IS NULL OR r.state = $10)
         AND ($11::date IS NULL OR (r.due_on, r.id) < ($11, $12::uuid))
       ORDER BY r.due_on DESC, r.id DESC LIMIT $13`,
      [
        this.clock.today(),
        sight.all,
        sight.unitIds,
        sight.classIds,
        [sight.personId, sight.accountId].filter((own) => own !== null),
        classId ?? null,
        unitId ?? null,
        personId ?? null,
        rule ?? null,
        state ?? null,
        dueOn,
        id,
        limit + 1,
      ],
    );
    return pageOf(rows, limit, (row) => [row.dueOn, row.id]);
  }
}
