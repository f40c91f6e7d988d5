import type { Role } from '../platform/access/actor';

/** Who may let the service tell other programs: it hands out what reminders say, and telephone numbers. */
export const webhookKeepers = ['training_officer', 'admin'] as const satisfies readonly Role[];
