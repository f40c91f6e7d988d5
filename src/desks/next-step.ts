import type { ClassUnderWay } from './desks.queries';

/** What the office does next with a class, and where. */
export interface NextStep {
  readonly step: 'allocate' | 'study' | 'review' | 'follow' | 'confirm' | 'prepare' | 'attend' | 'close';
  readonly href: string;
}

export function nextStepOf({ id, courseKind, stage, waiting, waitingState }: ClassUnderWay): NextStep {
  const at = (step: NextStep['step'], part: string): NextStep => ({ step, href: `/classes/${id}${part}` });
  if (waiting > 0) return at('review', waitingState ? `/nominations?state=${waitingState}` : '/nominations');
  switch (stage) {
    case 'running':
      return at('attend', '/attendance');
    case 'to_close':
      return at('close', '/completion');
    case 'confirmed':
      return at('prepare', '');
    case 'call_over':
      return at('confirm', '');
    default:
      if (courseKind === 'study_session') return at('study', '/study');
      return stage === 'call_open' ? at('follow', '/nominations') : at('allocate', '/seats');
  }
}
