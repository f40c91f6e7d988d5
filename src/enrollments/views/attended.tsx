import { useWords } from '../../platform/pages/page-context';
import { beforeJoiningWords } from '../attendance.words';
import { type Attended, heldOf } from '../attended';

/** How it went so far, in a sentence; and what half-days from before joining count as, where there are any. */
export function AttendedSoFar({ attended }: { attended: Attended }) {
  const say = useWords(beforeJoiningWords);
  const { present, missedBefore, beforeJoining } = attended;
  return (
    <>
      {say.soFar(present, heldOf(attended))} {missedBefore > 0 && say.missedBefore(missedBefore)}
      {beforeJoining > 0 && say.leftOut(beforeJoining)}
    </>
  );
}
