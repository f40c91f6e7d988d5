import { Badge } from '../../platform/pages/badges';
import { useWords } from '../../platform/pages/page-context';
import type { SheetRow } from '../attendance.queries';
import { flagWords } from '../attendance.words';

const minutesBetween = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 60_000);

/** What is to be looked at of how somebody was seen; it changes no mark by itself. */
export function PresenceFlags({ row: { shortStay, inAt, outAt, otherDevice, toldLater } }: { row: SheetRow }) {
  const say = useWords(flagWords);
  const device = { provisional: 'warning', accepted: 'neutral', refused: 'danger' } as const;
  return (
    <>
      {shortStay && inAt && outAt && <Badge tone="warning" text={say.shortStay(minutesBetween(inAt, outAt))} />}{' '}
      {otherDevice && <Badge tone={device[otherDevice]} text={say[otherDevice]} />}{' '}
      {toldLater && <Badge tone="warning" text={say.toldLater} />}
    </>
  );
}
