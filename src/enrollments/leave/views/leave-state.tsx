import { Badge } from '../../../platform/pages/badges';
import { useWords } from '../../../platform/pages/page-context';
import type { LeaveRequestState } from '../leave-request.states';
import { leaveStateWords } from '../leave.words';

const tones = {
  asked: 'warning',
  reopened: 'warning',
  approved: 'success',
  declined: 'danger',
  withdrawn: 'neutral',
} as const;

export function State({ state }: { state: LeaveRequestState }) {
  return <Badge tone={tones[state]} text={useWords(leaveStateWords)[state]} />;
}
