import { Body, Controller, Delete, Get, Param, Put } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { type FirstStep, firstStepNames, type StepItem } from './first-steps';
import { beginners } from './first-steps.policy';
import { FirstStepsQueries } from './first-steps.queries';
import { StepAnswerRequest, StepPipe } from './first-steps.requests';
import { FirstStepsService } from './first-steps.service';

/** From an empty service to its first class. */
@ApiTags('operations')
@Controller('api/v1/first-steps')
@Access(beginners)
export class FirstStepsController {
  constructor(
    private readonly service: FirstStepsService,
    private readonly steps: FirstStepsQueries,
  ) {}

  /** Each step with the page where it is done; whether it is done is found in the data. */
  @Get()
  async list(): Promise<PageOf<StepItem>> {
    return { items: await this.steps.list(), next: null };
  }

  /** Says that rules were looked at, or that the office does without a step. */
  @Put(':step/answer')
  @ApiParam({ name: 'step', enum: firstStepNames })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('step', StepPipe) step: FirstStep,
    @Body() { answer }: StepAnswerRequest,
  ): Promise<PageOf<StepItem>> {
    await this.service.answer(actor, step, answer);
    return this.list();
  }

  /** Takes back what was said of a step. */
  @Delete(':step/answer')
  @ApiParam({ name: 'step', enum: firstStepNames })
  async takeUp(@CurrentActor() actor: Actor, @Param('step', StepPipe) step: FirstStep): Promise<PageOf<StepItem>> {
    await this.service.answer(actor, step, null);
    return this.list();
  }
}
