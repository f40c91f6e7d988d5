import { Badge } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import type { LeaveAt } from '../attendance.queries';
import { leaveStandingWords } from '../attendance.words';

const tones = { asked: 'warning', reopened: 'warning', paper_awaited: 'warning', allowed: 'info' } as const;

/** How leave from a half-day stands, leading to the request; nothing for somebody who asked for none. */
export function LeaveStanding({ leave }: { leave: LeaveAt | null }) {
  const say = useWords(leaveStandingWords);
  if (!leave) return null;
  return (
    <a href={`/leave-requests/${leave.id}`}>
      <Badge tone={tones[leave.standing]} text={say[leave.standing]} />
    </a>
  );
}
