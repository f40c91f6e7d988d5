import type { Day } from '../platform/clock';
import { PageQuery } from '../platform/paging';
import { DayField, Id, OneOf, Text } from '../platform/request-fields';
import { type ReminderRule, reminderRules, type ReminderState, reminderStates } from './rules/rule';

const reminderOrders = ['dueOn', '-dueOn', 'recipient', '-recipient', 'rule', '-rule', 'state', '-state'] as const;
export type ReminderOrder = (typeof reminderOrders)[number];

export class RemindersRequest extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly unitId?: string;

  @Id({ optional: true, description: 'Reminders to this person, by account or by e-mail.' })
  readonly personId?: string;

  @Text({ optional: true, description: 'Words of the recipient’s name.' })
  readonly search?: string;

  @OneOf(reminderRules, { optional: true })
  readonly rule?: ReminderRule;

  @Id({ optional: true, description: 'Lines of this message to a class.' })
  readonly messageId?: string;

  @OneOf(reminderStates, { optional: true })
  readonly state?: ReminderState;

  @Text({ optional: true, max: 30, description: 'Why it was not sent, as its line says.' })
  readonly reason?: string;

  @DayField({ optional: true, description: 'Due on this day or later.' })
  readonly from?: Day;

  @DayField({ optional: true, description: 'Due on this day or earlier.' })
  readonly to?: Day;

  @OneOf(reminderOrders, { optional: true, description: 'The newest due day first unless told.' })
  readonly sort?: ReminderOrder;
}

/** The same on a page, whose address names the cursor so. */
export class RemindersPageRequest extends RemindersRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class ResendRequest {
  @Text({ max: 500, description: 'Why it is told once more; the ledger shows it.' })
  readonly reason: string;
}
