import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../platform/clock';
import { Metrics } from '../platform/health/metrics';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { type BacklogFigures, OperationsQueries } from './operations.queries';

/** The figures of the page of operations for Prometheus; counts only, nothing personal. */
@Injectable()
export class OperationsMetrics {
  private look: Promise<BacklogFigures[]> | null = null;

  constructor(
    private readonly metrics: Metrics,
    private readonly operations: OperationsQueries,
    pauses: MailPauses,
    clock: Clock,
  ) {
    const paused: Gauge = new Gauge({
      name: 'training_mail_paused',
      help: '1 while the mail server takes nothing from us',
      registers: [metrics.registry],
      collect: async () => paused.set((await pauses.current().catch(() => null)) ? 1 : 0),
    });
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
    const read = async () => (await this.lookOnce()).map((figures) => [figures.name, valueOf(figures)] as const);
    this.metrics.add({ name, help, label: 'backlog', read });
  }

  /** All gauges are asked at the same moment and share one look at the database. */
  private lookOnce(): Promise<BacklogFigures[]> {
    this.look ??= this.operations.backlogs().finally(() => (this.look = null));
    return this.look;
  }
}
