import { type Day, dayOf } from '../platform/clock';
import type { ClassState } from './training-class.states';

/** What the clock is asked about: a class as stored or as a screen reads it. */
export interface ClassMoments {
  readonly state: ClassState;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly callOpensAt: Date | null;
  readonly callClosesAt: Date | null;
}

/** Where a class stands for the people who read about it: the decisions made so far, and what the clock adds to them. */
export type ClassStage =
  | 'draft'
  | 'call_to_open'
  | 'call_open'
  | 'call_over'
  | 'confirmed'
  | 'running'
  | 'to_close'
  | 'cancelled'
  | 'merged'
  | 'closed';

/** The window holds from its first moment up to, not including, its last. */
export function callIsOpenAt({ state, callOpensAt, callClosesAt }: ClassMoments, now: Date): boolean {
  return (
    state === 'announced' && callOpensAt !== null && callClosesAt !== null && callOpensAt <= now && now < callClosesAt
  );
}

/** The same of a class `c` in SQL. @param now the parameter the moment is */
export const callIsOpen = (now: string): string =>
  `(c.state = 'announced' AND c.call_opens_at <= ${now} AND ${now} < c.call_closes_at)`;

/** Whether the closing day has passed. */
function isOverAt({ closesOn }: Pick<ClassMoments, 'closesOn'>, now: Date): boolean {
  return dayOf(now) > closesOn;
}

export function stageAt(of: ClassMoments, now: Date): ClassStage {
  if (of.state === 'announced') {
    if (callIsOpenAt(of, now)) return 'call_open';
    return of.callOpensAt !== null && now < of.callOpensAt ? 'call_to_open' : 'call_over';
  }
  if (of.state === 'confirmed') {
    if (isOverAt(of, now)) return 'to_close';
    return dayOf(now) < of.opensOn ? 'confirmed' : 'running';
  }
  return of.state;
}

/** Whether a class `c` is at the stage `running`, in SQL. @param today the parameter the day is */
export const isRunning = (today: string): string =>
  `(c.state = 'confirmed' AND ${today}::date BETWEEN c.opens_on AND c.closes_on)`;
