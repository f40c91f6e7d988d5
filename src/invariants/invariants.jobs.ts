import { Injectable } from '@nestjs/common';
import { Metrics } from '../platform/health/metrics';
import { Handles } from '../platform/jobs/jobs';
import { ExaminationsService } from './examinations.service';
import { examineInvariants } from './invariants.job';

@Injectable()
export class InvariantsJobs {
  constructor(
    private readonly examinations: ExaminationsService,
    metrics: Metrics,
  ) {
    metrics.add({
      name: 'training_invariant_broken',
      help: 'How many things break an invariant, as of the last look',
      label: 'invariant',
      read: async () => (await this.examinations.kept()).map(({ invariant, broken }) => [invariant, broken]),
    });
  }

  @Handles(examineInvariants)
  async examine(): Promise<boolean> {
    return this.examinations.look();
  }
}
