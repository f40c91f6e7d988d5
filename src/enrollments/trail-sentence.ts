import { showMoment, showTime } from '../platform/clock';
import type { Locale } from '../platform/messages/words';
import type { TrailEntry } from './attendance.queries';
import { directionWords, markWords, sourceWords } from './attendance.words';
import { originSentence } from './origin';
import { trailWords } from './trail.words';

/** Minutes by which a phone's clock may be off before it is worth a word. */
const clockTrusted = 5;

/** "Có mặt – Vào (bằng mã, điểm cầu Bình Điền), quét lúc 07:31": one line of the trail as it is read. */
export function trailSentence(entry: TrailEntry, locale: Locale): string {
  const say = trailWords[locale];
  const { mark, direction, source, siteName, origin, scannedAt, scanToldLater, scanToldAt, markedAt } = entry;
  const what = [markWords[locale][mark], direction && directionWords[locale][direction]].filter(Boolean).join(' – ');
  const where = origin
    ? originSentence(origin, locale)
    : [sourceWords[locale][source], siteName].filter(Boolean).join(', ');
  const told = scannedAt && scanToldLater && say.toldLater(showMoment(scannedAt), showMoment(markedAt));
  const isClockWrong =
    scannedAt && scanToldAt && Math.abs(scanToldAt.getTime() - scannedAt.getTime()) > clockTrusted * 60_000;
  return [
    `${what} (${where})`,
    told || (scannedAt && say.scanned(showTime(scannedAt))),
    isClockWrong && say.phonesClock(showMoment(scanToldAt)),
    entry.otherDevice && say.otherDevice,
  ]
    .filter(Boolean)
    .join(', ');
}
