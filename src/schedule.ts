import type { Schedule } from './platform/jobs/recurring-looks';

/** What recurs, one line each: look for work that is due. Each look is cheap when nothing is. */
export const schedule: Schedule = [
  { job: 'journal.seal', everySeconds: 60 },
  { job: 'accounts.answer_link_requests', everySeconds: 30 },
  { job: 'mail.deliver', everySeconds: 30 },
  { job: 'webhooks.deliver', everySeconds: 30 },
  { job: 'accounts.invite_rosters', everySeconds: 15 },
  { job: 'completions.resume_closings', everySeconds: 15 },
  { job: 'nominations.release_seats', everySeconds: 60 },
  { job: 'nominations.give_up_places', everySeconds: 60 },
  { job: 'nominations.promote_requalified', everySeconds: 60 },
  { job: 'study_sessions.freeze_rolls', everySeconds: 300 },
  { job: 'reminders.plan', everySeconds: 300 },
  { job: 'reminders.send', everySeconds: 60 },
  { job: 'calendars.invite', everySeconds: 60 },
  { job: 'invariants.examine', everySeconds: 600 },
  { job: 'reports.count', everySeconds: 300 },
  { job: 'people.pair_alike', everySeconds: 86_400 },
  { job: 'backups.make', everySeconds: 60 },
  { job: 'attempts.forget', everySeconds: 3_600 },
  { job: 'idempotency.forget', everySeconds: 600 },
];
