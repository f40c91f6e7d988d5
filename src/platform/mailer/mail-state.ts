import type { KeptMail } from './mailer';

/** What became of a message: written, left, came back; or why it did not leave. */
export type MailState = 'written' | 'left' | 'returned' | 'given_up' | 'dropped';

export function mailState({
  deliveredAt,
  deadAt,
  returnedAt,
  droppedReason,
}: Pick<KeptMail, 'deliveredAt' | 'deadAt' | 'returnedAt' | 'droppedReason'>): MailState {
  if (returnedAt) return 'returned';
  if (deliveredAt) return 'left';
  if (deadAt) return 'given_up';
  return droppedReason ? 'dropped' : 'written';
}
