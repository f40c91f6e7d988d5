import { Injectable } from '@nestjs/common';
import { Metrics, sharedLook } from '../../platform/health/metrics';
import { BackupsQueries, type BackupStanding } from './backups.queries';

/** How old the last good backup is, for Prometheus. */
@Injectable()
export class BackupsMetrics {
  constructor(metrics: Metrics, backups: BackupsQueries) {
    const standing = sharedLook(() => backups.standing());
    const add = (name: string, help: string, valueOf: (standing: BackupStanding) => number) =>
      metrics.addOne({ name, help, read: async () => valueOf(await standing()) });
    add(
      'training_backup_seconds_ago',
      'How long ago the last backup that was restored and examined was taken; while there is none, since the service is there',
      ({ secondsAgo }) => secondsAgo,
    );
    add('training_backup_overdue', 'Whether it is more than a day ago: 1 when it is', ({ isOverdue }) =>
      Number(isOverdue),
    );
    add('training_backup_bytes', 'How large it is', ({ lastGood }) => lastGood?.bytes ?? 0);
  }
}
