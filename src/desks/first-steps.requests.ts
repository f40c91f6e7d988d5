import { Injectable, type PipeTransform } from '@nestjs/common';
import { found } from '../platform/problems/refusals';
import { OneOf } from '../platform/request-fields';
import { type FirstStep, firstStepNames, stepAnswers, type StepAnswer } from './first-steps';

export class StepAnswerRequest {
  @OneOf(stepAnswers)
  readonly answer: StepAnswer;
}

/** A form says with the same button that a step is taken up again. */
export class StepAnswerFormRequest {
  @OneOf([...stepAnswers, 'taken_up'])
  readonly answer: StepAnswer | 'taken_up';
}

/** The step in an address. @throws NotFound */
@Injectable()
export class StepPipe implements PipeTransform<string, FirstStep> {
  transform(value: string): FirstStep {
    return found(firstStepNames.find((step) => step === value));
  }
}
