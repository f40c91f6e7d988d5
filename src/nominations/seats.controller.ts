import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SeatsQueries, type SeatShare } from '../classes/seats.queries';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { IdPipe } from '../platform/requests';
import {
  AllocationRequest,
  CapacityRequest,
  SeatsLoanRequest,
  SeatsReleaseRequest,
  SeatsReturnRequest,
} from './nominations.requests';
import { SeatMovesService, type UnitSeats } from './seat-moves.service';

@ApiTags('seats')
@Controller('api/v1/classes/:id/seats')
export class SeatsController {
  constructor(
    private readonly moves: SeatMovesService,
    private readonly seats: SeatsQueries,
  ) {}

  /** Who holds how many seats: units, then the pool; they add up to the capacity. */
  @Get()
  @Access('training_officer', 'group_officer', 'unit_secretary')
  async shares(@Param('id', IdPipe) classId: string): Promise<{ items: SeatShare[] }> {
    return { items: await this.seats.shares(classId) };
  }

  /** A fair share by largest remainder over eligible cadres; nothing is stored. */
  @Post('suggestion')
  @Access('training_officer')
  @HttpCode(200)
  async suggest(@Param('id', IdPipe) classId: string): Promise<{ shares: UnitSeats[] }> {
    return { shares: await this.moves.suggest(classId) };
  }

  /** Sets how many seats each named unit has. */
  @Post('allocations')
  @Access('training_officer')
  @HttpCode(200)
  async allocate(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Body() { shares, reason }: AllocationRequest,
  ): Promise<{ items: SeatShare[] }> {
    await this.moves.allocate(actor, classId, shares, reason ?? null);
    return this.shares(classId);
  }

  /** A unit gives free seats back to the pool. */
  @Post('returns')
  @Access('unit_secretary', 'training_officer')
  @HttpCode(200)
  async giveBack(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Body() { unitId, count, reason }: SeatsReturnRequest,
  ): Promise<{ items: SeatShare[] }> {
    await this.moves.giveBack(actor, classId, unitId, count, reason ?? null);
    return this.shares(classId);
  }

  /** Free seats of one unit go to another. */
  @Post('loans')
  @Access('training_officer')
  @HttpCode(200)
  async lend(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Body() { fromUnitId, toUnitId, count, reason }: SeatsLoanRequest,
  ): Promise<{ items: SeatShare[] }> {
    await this.moves.lend(actor, classId, fromUnitId, toUnitId, count, reason ?? null);
    return this.shares(classId);
  }

  /** Every unit's free seats go to the pool. */
  @Post('releases')
  @Access('training_officer')
  @HttpCode(200)
  async release(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Body() { reason }: SeatsReleaseRequest,
  ): Promise<{ items: SeatShare[] }> {
    await this.moves.release(actor, classId, reason ?? null);
    return this.shares(classId);
  }

  /** Raised: reserves move up at once. Lowered below the holders: refused. */
  @Post('capacity')
  @Access('training_officer')
  @HttpCode(200)
  async resize(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) classId: string,
    @Body() { capacity, reason }: CapacityRequest,
  ): Promise<{ items: SeatShare[] }> {
    await this.moves.resize(actor, classId, capacity, reason ?? null);
    return this.shares(classId);
  }
}
