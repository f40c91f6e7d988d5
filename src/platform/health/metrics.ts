import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { inTime } from '../deadlines';
import { JobQueue } from '../jobs/job-queue';
import { RecurringLooks } from '../jobs/recurring-looks';
import { PlatformSettings } from '../settings';

interface Told {
  readonly name: string;
  readonly help: string;
}

/** One figure for each value of a label. */
export interface Figures extends Told {
  readonly label: string;
  readonly read: () => Promise<readonly (readonly [label: string, value: number])[]>;
}

interface OneFigure extends Told {
  readonly read: () => Promise<number>;
}

/** Gauges are asked at the same moment; those of one matter share a look at it. */
export function sharedLook<T>(look: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | null = null;
  return () => (underWay ??= look().finally(() => (underWay = null)));
}

/** What Node tells of the process. Once, however many services begin in it: the delay of its loop is measured by a timer that never ends. */
const ofProcess = new Registry();
collectDefaultMetrics({ register: ofProcess });

@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  constructor(
    queue: JobQueue,
    looks: RecurringLooks,
    private readonly settings: PlatformSettings,
  ) {
    const lastLooks = sharedLook(() => looks.last());
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
      read: async () => (await lastLooks()).map(({ look, secondsAgo }) => [look, secondsAgo]),
    });
    this.add({
      name: 'training_look_overdue',
      help: 'Whether a recurring look is overdue: 1 when it is',
      label: 'look',
      read: async () => (await lastLooks()).map(({ look, isOverdue }) => [look, Number(isOverdue)]),
    });
    this.add({
      name: 'training_look_took_seconds',
      help: 'How long each recurring look took the last time',
      label: 'look',
      read: async () => (await lastLooks()).map(({ look, tookSeconds }) => [look, tookSeconds ?? 0]),
    });
    this.add({
      name: 'training_look_behind_seconds',
      help: 'For how long a recurring look has left more to do each time, or taken longer than until its next; 0 when it keeps up',
      label: 'look',
      read: async () => (await lastLooks()).map(({ look, behindSeconds }) => [look, behindSeconds]),
    });
  }

  /** Figures read whenever they are asked for. Those of something that is away are left out, and the others told all the same. */
  add({ label, read, ...told }: Figures): void {
    this.gauge(told, [label], async () => (await read()).map(([of, value]) => [{ [label]: of }, value]));
  }

  /** The same for a figure without a label. */
  addOne({ read, ...told }: OneFigure): void {
    this.gauge(told, [], async () => [[{}, await read()]]);
  }

  private gauge({ name, help }: Told, labelNames: string[], read: () => Promise<[Record<string, string>, number][]>) {
    const gauge = new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        // A gauge without labels would tell 0 of what nobody could read.
        if (labelNames.length === 0) gauge.remove();
        const figures = await inTime(this.settings.deadlines.healthSeconds, name, read()).catch(() => []);
        for (const [labels, value] of figures) gauge.set(labels, value);
      },
    });
  }

  async text(): Promise<string> {
    return Registry.merge([ofProcess, this.registry]).metrics();
  }
}
