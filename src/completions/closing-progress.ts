import type { LongJob } from '../platform/jobs/long-jobs';

type HowFar = Pick<LongJob, 'state' | 'done'>;

export const isUnderWay = ({ state }: HowFar): boolean => state === 'queued' || state === 'running';

/** It judged somebody and then failed: the class stays locked, and asking again goes on where it stopped. */
export const canGoOn = ({ state, done }: HowFar): boolean => state === 'failed' && done > 0;
