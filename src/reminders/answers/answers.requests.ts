import { Id, OneOf, Text } from '../../platform/request-fields';
import { type ReminderRule, reminderRules } from '../rules/rule';

export class WhyRequest {
  @OneOf(reminderRules)
  readonly rule: ReminderRule;

  @Id({ optional: true, description: 'Every class, and what is of no class, unless told.' })
  readonly classId?: string;

  @Id({ optional: true, description: 'Oneself unless told; others as far as one may see them.' })
  readonly personId?: string;
}

/** The same as a form sends it: somebody else may be named instead of chosen. */
export class WhyPageQuery {
  @OneOf(reminderRules, { optional: true })
  readonly rule?: ReminderRule;

  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly personId?: string;

  @Text({ optional: true, description: 'Words of a name, or a part of a code.' })
  readonly name?: string;
}
