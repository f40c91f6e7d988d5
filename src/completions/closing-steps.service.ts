import { Injectable } from '@nestjs/common';
import { ClassesService } from '../classes/classes.service';
import { AwardSteps, type ClosingStep, type ClosingStepName } from './closing-steps';
import { ClosingsQueries } from './closings.queries';
import { CompletionsService } from './completions.service';
import { ResultNoticesService } from './result-notices.service';

/** Who does which step of a closing. */
@Injectable()
export class ClosingStepsService {
  private readonly steps: Readonly<Record<ClosingStepName, ClosingStep>>;

  constructor(
    classes: ClassesService,
    closings: ClosingsQueries,
    completions: CompletionsService,
    awards: AwardSteps,
    results: ResultNoticesService,
  ) {
    this.steps = {
      judge: completions.judging,
      number: awards.numbering,
      record: awards.recording,
      raise: awards.raising,
      close: {
        left: (_, { plan }) => Promise.resolve([plan.trainingClass.id]),
        next: async (tx, { actor, plan }) => {
          if (await closings.isClosed(tx, plan.trainingClass.id)) return 0;
          await classes.closeWith(tx, actor, plan.trainingClass.id);
          return 1;
        },
      },
      notify: results.telling,
    };
  }

  of(name: ClosingStepName): ClosingStep {
    return this.steps[name];
  }
}
