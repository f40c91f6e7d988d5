import { zone } from '../platform/clock';
import { declareBacklog } from '../platform/jobs/backlogs';

declareBacklog({
  name: 'reminders',
  label: { vi: 'Nhắc việc', en: 'Reminders' },
  waiting: `SELECT due_on::timestamp AT TIME ZONE '${zone}' AS since FROM reminders
    WHERE state = 'due' AND due_on <= ($1::timestamptz AT TIME ZONE '${zone}')::date`,
  dead: `SELECT 1 FROM mail_messages m JOIN reminders r ON r.mail_id = m.id AND r.state = 'written' WHERE m.dead_at IS NOT NULL`,
});
