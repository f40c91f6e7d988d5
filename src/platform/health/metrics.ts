import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { JobQueue } from '../jobs/job-queue';

@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor(queue: JobQueue) {
    collectDefaultMetrics({ register: this.registry });
    const jobs = new Gauge({
      name: 'training_queue_jobs',
      help: 'Jobs on the queue by state',
      labelNames: ['state'],
      registers: [this.registry],
      collect: async () => {
        for (const [state, count] of Object.entries(await queue.counts())) jobs.set({ state }, count);
      },
    });
  }

  async text(): Promise<string> {
    return this.registry.metrics();
  }
}
