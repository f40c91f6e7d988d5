import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { inTime } from '../deadlines';
import { JobQueue } from '../jobs/job-queue';
import { RecurringLooks } from '../jobs/recurring-looks';
import { PlatformSettings } from '../settings';

/** One figure for each value of a label. */
export interface Figures {
  readonly name: string;
  readonly help: string;
  readonly label: string;
  readonly read: () => Promise<readonly (readonly [label: string, value: number])[]>;
}

@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor(
    queue: JobQueue,
    looks: RecurringLooks,
    private readonly settings: PlatformSettings,
  ) {
    collectDefaultMetrics({ register: this.registry });
    this.add({
      name: 'training_queue_jobs',
      help: 'Jobs on the queue by state',
      label: 'state',
      read: async () => Object.entries(await queue.counts()),
    });
    this.add({
      name: 'training_look_seconds_ago',
      help: 'How long ago each recurring look was last done',
      label: 'look',
      read: async () => (await looks.last()).map(({ look, secondsAgo }) => [look, secondsAgo]),
    });
    this.add({
      name: 'training_look_overdue',
      help: 'Whether a recurring look is overdue: 1 when it is',
      label: 'look',
      read: async () => (await looks.last()).map(({ look, isOverdue }) => [look, Number(isOverdue)]),
    });
  }

  /** Figures read whenever they are asked for. Those of something that is away are left out, and the others told all the same. */
  add({ name, help, label, read }: Figures): void {
    const gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        const figures = await inTime(this.settings.deadlines.healthSeconds, name, read()).catch(() => []);
        for (const [of, value] of figures) gauge.set({ [label]: of }, value);
      },
    });
  }

  async text(): Promise<string> {
    return this.registry.metrics();
  }
}
