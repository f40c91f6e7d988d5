import type { Day } from '../../src/platform/clock';
import { planReminders } from '../../src/reminders/plan.job';
import { sendReminders } from '../../src/reminders/reminders.jobs';
import type { Stage } from '../stage';

/** The look that recurs by itself: what is due is planned, sent, and stands in the ledger. */
export async function lookForWhatIsDue(stage: Stage): Promise<void> {
  await stage.work(planReminders, {});
  await stage.work(sendReminders, {});
}

/** That look on the morning of a day. */
export async function remind(stage: Stage, day: Day): Promise<void> {
  stage.at(day, '07:30');
  await lookForWhatIsDue(stage);
}
