import { linkTo } from '../../platform/pages/links';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { scansWaitingWords } from '../attendance.words';
import type { ScansWaiting } from '../scans-waiting.queries';

/** Leads to what the codes did not take, or only took for now, where some of it waits. */
export function ScansWaitingNotice({
  waiting: { refusedScans, otherDevices },
  halfDayId,
}: {
  waiting: ScansWaiting;
  halfDayId?: string;
}) {
  const say = useWords(scansWaitingWords);
  if (refusedScans + otherDevices === 0) return null;
  return (
    <Notice tone="warning">
      {refusedScans > 0 && (
        <p>
          <a href={linkTo('/refused-scans', { halfDayId })}>{say.refusedScans(refusedScans)}</a>
        </p>
      )}
      {otherDevices > 0 && (
        <p>
          <a href={linkTo('/other-devices', { halfDayId })}>{say.otherDevices(otherDevices)}</a>
        </p>
      )}
    </Notice>
  );
}
