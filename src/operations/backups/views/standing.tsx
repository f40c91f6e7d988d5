import type { ComponentChildren } from 'preact';
import { rowsIn } from '../../../platform/backups/snapshot';
import { showMoment } from '../../../platform/clock';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { BackupStanding } from '../backups.queries';
import { backupWords } from '../backups.words';

/**
 * The alarm when a day's work could not be brought back, or one quiet sentence on the last good backup.
 * @param next what the reader can do about it
 */
export function LastBackup({
  standing: { lastGood, isOverdue },
  next,
}: {
  standing: BackupStanding;
  next: ComponentChildren;
}) {
  const say = useWords(backupWords);
  const size = useSize();
  if (isOverdue)
    return (
      <Notice tone="danger" heading={say.overdueTitle}>
        <p>{lastGood ? say.overdueSince(showMoment(lastGood.takenAt!)) : say.overdueNone}</p>
        {next && <p>{next}</p>}
      </Notice>
    );
  if (!lastGood) return <p class="quiet">{say.noneYet}</p>;
  const count = new Intl.NumberFormat(useLocale()).format(rowsIn(lastGood.rows!));
  return <p class="quiet">{say.lastGoodIs(showMoment(lastGood.takenAt!), size(lastGood.bytes!), count)}</p>;
}

/** Bytes as people read them. */
export function useSize(): (bytes: number) => string {
  const numbers = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  return (bytes) =>
    bytes < 1_000_000
      ? `${numbers.format(Math.ceil(bytes / 1_000))}\u00a0KB`
      : `${numbers.format(bytes / 1_000_000)}\u00a0MB`;
}
