import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { overriders } from '../completions.policy';
import { AmendmentRequest } from './amendments.requests';
import { type AmendmentOutcome, AmendmentsService } from './amendments.service';
import { type ResultInFull, ResultsInFullQueries } from './results-in-full.queries';

@ApiTags('completions')
@Controller('api/v1/completions/:id')
export class AmendmentsController {
  constructor(
    private readonly results: ResultsInFullQueries,
    private readonly amendments: AmendmentsService,
  ) {}

  /** The result of one person, and the decisions that changed it since the class was closed, the newest first. */
  @Get()
  @Access('signed_in')
  async completion(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ResultInFull> {
    return this.results.seenBy(actor, id);
  }

  /**
   * A decision changes a result after the class was closed: attendance found wrong, a mark that came later or was sat again,
   * a late essay, a conclusion of the authority. The result is judged anew, and what it leads to follows.
   */
  @Post('amendments')
  @Access(overriders)
  async amend(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: AmendmentRequest,
  ): Promise<{ id: string }> {
    return { id: await this.amendments.amend(actor, id, request) };
  }

  /** What the decision would change, without changing anything: the result before and after, and the certificates. */
  @Post('amendments/preview')
  @HttpCode(200)
  @Access(overriders)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: AmendmentRequest,
  ): Promise<AmendmentOutcome> {
    return this.amendments.tryOut(actor, id, request);
  }
}
