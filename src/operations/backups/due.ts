import { lastTimeOfDay } from '../../platform/clock';

/** The newest backup, whatever became of it. */
export interface LastBackup {
  readonly requestedAt: Date;
  /** Whether none came of it. One of data that break a rule was made: made again, it would hold the same. */
  readonly hasFailed: boolean;
}

const tryAgainMilliseconds = 3_600_000;

/**
 * Whether the backup of the day is to be made: from its hour (`HH:mm`) on, once. One that failed is tried again an hour later.
 * @param since when the service began: it owes nothing for the hours before
 */
export function isDue(now: Date, at: string, last: LastBackup | null, since: Date): boolean {
  if (last?.hasFailed) return now.getTime() - last.requestedAt.getTime() >= tryAgainMilliseconds;
  return (last?.requestedAt ?? since) < lastTimeOfDay(now, at);
}
