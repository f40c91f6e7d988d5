import { linkTo } from '../../platform/pages/links';
import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { scansWaitingWords } from '../attendance.words';
import type { ScansWaiting, WaitsFor } from '../scans-waiting.queries';

/** Leads to what the codes did not take, or only took for now, where some of it waits. */
export function ScansWaitingNotice({
  waiting: { refusedScans, otherDevices },
  halfDayId,
  waitsFor,
}: {
  waiting: ScansWaiting;
  halfDayId?: string;
  /** On a desk: in which of their offices the reader is told. */
  waitsFor?: WaitsFor;
}) {
  const say = useWords(scansWaitingWords);
  if (refusedScans + otherDevices === 0) return null;
  return (
    <Notice tone="warning">
      {refusedScans > 0 && (
        <p>
          <a href={linkTo('/refused-scans', { halfDayId, waitsFor })}>{say.refusedScans(refusedScans)}</a>
        </p>
      )}
      {otherDevices > 0 && (
        <p>
          <a href={linkTo('/other-devices', { halfDayId, waitsFor })}>{say.otherDevices(otherDevices)}</a>
        </p>
      )}
    </Notice>
  );
}
