import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { DepartureRequest, MoveRequest, ReturnRequest } from '../../people/moves.requests';
import { MovesService } from '../../people/moves.service';
import { type MoveOutcome, PersonMovesService } from './moves.service';
import { peopleMovers, rosterKeepers } from '../../people/people.policy';

@ApiTags('people')
@Controller('api/v1/people/:id')
export class MovesController {
  constructor(
    private readonly moves: PersonMovesService,
    private readonly people: MovesService,
  ) {}

  /** Moves a person to another unit; what was nominated and recorded stays with the unit of its day. */
  @Post('moves')
  @Access(peopleMovers)
  async move(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: MoveRequest): Promise<MoveOutcome> {
    return this.moves.move(actor, id, request);
  }

  /** What the same move would do; nothing is changed. */
  @Post('moves/preview')
  @HttpCode(200)
  @Access(peopleMovers)
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: MoveRequest,
  ): Promise<MoveOutcome> {
    return this.moves.tryOut(actor, id, request);
  }

  /** Marks a person as gone from the unit; a roster that names them later takes it back. */
  @Post('departure')
  @HttpCode(204)
  @Access(rosterKeepers)
  async depart(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: DepartureRequest): Promise<void> {
    await this.people.depart(actor, id, request);
  }

  /** Marks a person who was gone as back in the unit. Into another unit they are moved. */
  @Post('return')
  @HttpCode(204)
  @Access(rosterKeepers)
  async comeBack(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: ReturnRequest): Promise<void> {
    await this.people.comeBack(actor, id, request);
  }
}
