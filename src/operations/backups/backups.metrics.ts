import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../../platform/health/metrics';
import { BackupsQueries, type BackupStanding } from './backups.queries';

/** How old the last good backup is, for Prometheus. */
@Injectable()
export class BackupsMetrics {
  constructor(
    private readonly metrics: Metrics,
    private readonly backups: BackupsQueries,
  ) {
    this.gauge(
      'training_backup_seconds_ago',
      'How long ago the last backup that was restored and examined was taken; while there is none, since the service is there',
      ({ secondsAgo }) => secondsAgo,
    );
    this.gauge('training_backup_overdue', 'Whether it is more than a day ago: 1 when it is', ({ isOverdue }) =>
      Number(isOverdue),
    );
    this.gauge('training_backup_bytes', 'How large it is', ({ lastGood }) => lastGood?.bytes ?? 0);
  }

  private gauge(name: string, help: string, valueOf: (standing: BackupStanding) => number): void {
    const gauge: Gauge = new Gauge({
      name,
      help,
      registers: [this.metrics.registry],
      collect: async () => {
        const standing = await this.backups.standing().catch(() => null);
        if (standing) gauge.set(valueOf(standing));
      },
    });
  }
}
