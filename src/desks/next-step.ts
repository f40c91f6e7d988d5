import { type ClassStep, partOfStep, stepOf } from '../classes/next-step';
import { linkTo } from '../platform/pages/links';
import type { ClassUnderWay } from './desks.queries';

/** What the office does next with a class, and where. */
export interface NextStep {
  readonly step: ClassStep | 'review';
  readonly href: string;
}

/** Whoever waits for the office comes first. */
export function nextStepOf({ id, waiting, waitingState, ...of }: ClassUnderWay): NextStep {
  const path = `/classes/${id}`;
  if (waiting > 0) return { step: 'review', href: linkTo(`${path}/nominations`, { state: waitingState }) };
  // What is under way has not ended.
  const step = stepOf(of)!;
  return { step, href: `${path}${partOfStep[step]}` };
}
