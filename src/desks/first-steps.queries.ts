import { Injectable } from '@nestjs/common';
import { isLiveUnit } from '../organization/units-in-sql';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { type FirstStep, firstStepNames, firstSteps, type StepAnswer, type StepItem } from './first-steps';

@Injectable()
export class FirstStepsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every step with its state: what is done is found, whatever was said. */
  async list(): Promise<StepItem[]> {
    const [found] = await this.database.read<{
      readonly done: Readonly<Record<FirstStep, boolean>>;
      readonly answers: Readonly<Partial<Record<FirstStep, StepAnswer>>>;
    }>(
      `SELECT jsonb_build_object(
         'office', EXISTS (SELECT FROM letterheads WHERE unit_id = organizing_bloc()),
         'units', EXISTS (SELECT FROM units u WHERE u.kind = 'base' AND ${isLiveUnit('$1')}),
         'courses', EXISTS (SELECT FROM courses),
         'rules', EXISTS (SELECT FROM course_rules) AND NOT EXISTS (SELECT FROM course_rules WHERE NOT verified AND valid @> $1::date),
         'accounts', EXISTS (SELECT FROM accounts OFFSET 1),
         'rosters', EXISTS (SELECT FROM persons),
         'rooms', EXISTS (SELECT FROM rooms),
         'lecturers', EXISTS (SELECT FROM lecturers),
         'mail', EXISTS (SELECT FROM mail_messages WHERE delivered_at IS NOT NULL),
         'first_class', EXISTS (SELECT FROM classes WHERE announced_at IS NOT NULL)
       ) AS done, (SELECT coalesce(jsonb_object_agg(step, answer), '{}') FROM first_step_answers) AS answers`,
      [this.clock.today()],
    );
    const { done, answers } = found!;
    return firstStepNames.map((step) => ({
      step,
      href: firstSteps[step].href,
      state: done[step] ? 'done' : (answers[step] ?? 'open'),
    }));
  }
}
