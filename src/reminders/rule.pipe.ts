import { Injectable, type PipeTransform } from '@nestjs/common';
import { found } from '../platform/problems/refusals';
import { type ReminderRule, reminderRules } from './rules/rule';

/** The rule a path names: anything else names nothing here. */
@Injectable()
export class RulePipe implements PipeTransform<string, ReminderRule> {
  transform(value: string): ReminderRule {
    return found(reminderRules.find((known) => known === value));
  }
}
