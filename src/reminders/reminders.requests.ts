import { PageQuery } from '../platform/paging';
import { Id, OneOf, Text } from '../platform/requests';
import { type ReminderRule, reminderRules, type ReminderState, reminderStates } from './reminder-rules';

export class RemindersRequest extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly unitId?: string;

  @Id({ optional: true, description: 'Reminders to this person, by account or by e-mail.' })
  readonly personId?: string;

  @OneOf(reminderRules, { optional: true })
  readonly rule?: ReminderRule;

  @OneOf(reminderStates, { optional: true })
  readonly state?: ReminderState;
}

/** The same on a page, whose address names the cursor so. */
export class RemindersPageRequest extends RemindersRequest {
  @Text({ optional: true, max: 500 })
  readonly cursor?: string;
}
