import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Metrics, sharedLook } from '../platform/health/metrics';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { type BacklogFigures, OperationsQueries } from './operations.queries';

/** The figures of the page of operations for Prometheus; counts only, nothing personal. */
@Injectable()
export class OperationsMetrics {
  private readonly backlogs: () => Promise<BacklogFigures[]>;

  constructor(
    private readonly metrics: Metrics,
    operations: OperationsQueries,
    pauses: MailPauses,
    clock: Clock,
  ) {
    metrics.addOne({
      name: 'training_mail_paused',
      help: '1 while the mail server takes nothing from us',
      read: async () => Number((await pauses.current()) !== null),
    });
    this.backlogs = sharedLook(() => operations.backlogs());
    const secondsSince = (at: Date | null) => (at ? Math.max(0, (clock.now().getTime() - at.getTime()) / 1_000) : 0);
    this.gauge('training_backlog_waiting', 'Due and not done', ({ waiting }) => waiting);
    this.gauge('training_backlog_dead', 'Given up', ({ dead }) => dead);
    this.gauge(
      'training_backlog_oldest_seconds',
      'For how long the oldest thing has been due; 0 when nothing is',
      ({ oldestAt }) => secondsSince(oldestAt),
    );
  }

  private gauge(name: string, help: string, valueOf: (figures: BacklogFigures) => number): void {
    const read = async () => (await this.backlogs()).map((figures) => [figures.name, valueOf(figures)] as const);
    this.metrics.add({ name, help, label: 'backlog', read });
  }
}
