import { zone } from '../platform/clock';
import { declareBacklog } from '../platform/operations/backlogs';

declareBacklog({
  name: 'reminders',
  label: { vi: 'Nhắc việc', en: 'Reminders' },
  waiting: `SELECT due_on::timestamp AT TIME ZONE '${zone}' AS since FROM reminders
    WHERE state = 'due' AND due_on <= ($1::timestamptz AT TIME ZONE '${zone}')::date`,
  dead: `SELECT 1 FROM reminders WHERE state = 'failed'`,
});
