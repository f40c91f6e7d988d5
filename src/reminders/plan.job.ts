import { declareJob } from '../platform/jobs/jobs';

export const planReminders = declareJob('reminders.plan', { vi: 'Lập lịch nhắc', en: 'Plans reminders' });
