import { Injectable } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Metrics } from '../platform/health/metrics';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { InvariantsService } from './invariants.service';

const examineInvariants = declareJob('invariants.examine', { vi: 'Kiểm tra dữ liệu', en: 'Examines the data' });

@Injectable()
export class InvariantsJobs {
  private readonly broken: Gauge<'invariant'>;

  constructor(
    private readonly invariants: InvariantsService,
    metrics: Metrics,
  ) {
    this.broken = new Gauge({
      name: 'training_invariant_broken',
      help: 'How many things break an invariant, as of the last look',
      labelNames: ['invariant'],
      registers: [metrics.registry],
    });
  }

  @Handles(examineInvariants)
  async examine(): Promise<void> {
    for (const { invariant, ids } of await this.invariants.examine()) this.broken.set({ invariant }, ids.length);
  }
}
