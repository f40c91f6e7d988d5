import { Body, Get, Param, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import type { FirstStep } from './first-steps';
import { beginners } from './first-steps.policy';
import { FirstStepsQueries } from './first-steps.queries';
import { StepAnswerFormRequest, StepPipe } from './first-steps.requests';
import { FirstStepsService } from './first-steps.service';
import { firstStepWords } from './first-steps.words';
import { FirstSteps } from './views/first-steps';

@Pages('first-steps')
@Access(beginners)
export class FirstStepsPages {
  constructor(
    private readonly service: FirstStepsService,
    private readonly steps: FirstStepsQueries,
  ) {}

  @Get()
  @Help(firstStepWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.list(page, null);
  }

  @Post(':step')
  @Refused<FirstStepsPages>((on, refusal, page) => on.list(page, refusal))
  async answer(
    @Page() page: PageRequest,
    @Param('step', StepPipe) step: FirstStep,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { answer } = readRequest(StepAnswerFormRequest, body);
    await this.service.answer(page.actor, step, answer === 'taken_up' ? null : answer);
    return page.done('/first-steps', firstStepWords[page.locale].noted);
  }

  private async list(page: PageRequest, refusal: Refusal | null): Promise<string> {
    const steps = await this.steps.list();
    const view = <FirstSteps actor={page.actor} steps={steps} refusal={refusal} />;
    return page.render(firstStepWords[page.locale].title, view, refusal);
  }
}
