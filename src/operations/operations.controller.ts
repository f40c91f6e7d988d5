import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { operators } from './operations.policy';
import { type DeadLetter, type OperationsFigures, OperationsQueries } from './operations.queries';
import { DeadLettersRequest, ReplayRequest } from './operations.requests';
import { OperationsService } from './operations.service';

/** The queue and what it works off, for those who keep the service running. */
@ApiTags('operations')
@Controller('api/v1/operations')
@Access(operators)
export class OperationsController {
  constructor(
    private readonly operations: OperationsService,
    private readonly queries: OperationsQueries,
  ) {}

  @Get()
  async show(): Promise<OperationsFigures> {
    return this.queries.figures();
  }

  /** What was given up, newest first. */
  @Get('dead-letters')
  async deadLetters(@Query() filter: DeadLettersRequest): Promise<PageOf<DeadLetter>> {
    return this.queries.deadLetters(filter);
  }

  /** Tries again what was given up: one, or all of a kind. */
  @Post('replays')
  @HttpCode(200)
  async replay(@CurrentActor() actor: Actor, @Body() request: ReplayRequest): Promise<{ count: number }> {
    return { count: await this.operations.replay(actor, request) };
  }

  /** Writes a message to the caller's own address; `GET /messages/:id` says what became of it. */
  @Post('mail-test')
  async testMail(@CurrentActor() actor: Actor): Promise<{ id: string }> {
    return { id: await this.operations.testMail(actor) };
  }

  /** Tries the mail server before the pause of mail is over. */
  @Post('mail/resumption')
  @HttpCode(204)
  async resumeMail(@CurrentActor() actor: Actor): Promise<void> {
    await this.operations.resumeMail(actor);
  }

  @Post('queue/pause')
  @HttpCode(204)
  async pause(@CurrentActor() actor: Actor): Promise<void> {
    await this.operations.pause(actor);
  }

  @Post('queue/resumption')
  @HttpCode(204)
  async resume(@CurrentActor() actor: Actor): Promise<void> {
    await this.operations.resume(actor);
  }
}
