import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../../classes/classes.queries';
import { SeatSettingsRequest } from '../../classes/classes.requests';
import { SeatSharesQueries, type SeatShare } from './shares.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { Takes } from '../../platform/limits/largest-body';
import { PathId } from '../../platform/requests';
import { nominationFollowers, nominators } from '../nominations.policy';
import { FairSharesService, type SuggestedShare } from './fair-shares.service';
import { type ReservesMoved, reservesMoved, SeatMovesQueries } from './moves.queries';
import { SeatMovesService } from './moves.service';
import { SeatSettingsService } from './settings.service';
import type { SeatMove } from './moves';
import { seatKeepers } from './seats.policy';
import {
  allocation,
  AllocationRequest,
  CapacityRequest,
  giveBack,
  loan,
  readSeatSettings,
  release,
  resize,
  SeatsLoanRequest,
  SeatsReleaseRequest,
  SeatsReturnRequest,
} from './seats.requests';

interface MoveTold extends ReservesMoved {
  readonly items: readonly SeatShare[];
  /** Whether it was only tried out. */
  readonly dryRun: boolean;
  readonly fingerprint: string;
}

/** Every move may be tried out first with `dryRun`; with the fingerprint of that trial in `expects` exactly it is done, or nothing. */
@ApiTags('seats')
@Controller('api/v1/classes/:id/seats')
export class SeatsController {
  constructor(
    private readonly moves: SeatMovesService,
    private readonly settings: SeatSettingsService,
    private readonly fairShares: FairSharesService,
    private readonly shareQueries: SeatSharesQueries,
    private readonly queries: SeatMovesQueries,
    private readonly classes: ClassesQueries,
  ) {}

  /** Who holds how many seats: units, then the pool; they add up to the capacity. */
  @Get()
  @Access(nominationFollowers)
  async shares(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<{ items: SeatShare[] }> {
    await this.classes.seen(actor, classId);
    return { items: await this.shareQueries.of(classId) };
  }

  /** A fair share by largest remainder over eligible cadres; nothing is stored. */
  @Post('suggestion')
  @Access(seatKeepers)
  @HttpCode(200)
  async suggest(@PathId() classId: string): Promise<{ shares: SuggestedShare[] }> {
    return { shares: await this.fairShares.suggest(classId) };
  }

  /** Sets how many seats each named unit has. */
  @Post('allocations')
  @Takes({ kilobytes: 192 })
  @Access(seatKeepers)
  @HttpCode(200)
  async allocate(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: AllocationRequest,
  ): Promise<MoveTold> {
    return this.make(actor, classId, allocation(request), request);
  }

  /** A unit gives free seats back to the pool. */
  @Post('returns')
  @Access(nominators)
  @HttpCode(200)
  async giveBack(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: SeatsReturnRequest,
  ): Promise<MoveTold> {
    return this.make(actor, classId, giveBack(request), request);
  }

  /** Free seats of one unit go to another. */
  @Post('loans')
  @Access(seatKeepers)
  @HttpCode(200)
  async lend(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: SeatsLoanRequest,
  ): Promise<MoveTold> {
    return this.make(actor, classId, loan(request), request);
  }

  /** Every unit's free seats go to the pool. */
  @Post('releases')
  @Access(seatKeepers)
  @HttpCode(200)
  async release(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: SeatsReleaseRequest,
  ): Promise<MoveTold> {
    return this.make(actor, classId, release(), request);
  }

  /** Raised: reserves move up at once. Lowered below the holders: refused, naming them. */
  @Post('capacity')
  @Access(seatKeepers)
  @HttpCode(200)
  async resize(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: CapacityRequest,
  ): Promise<MoveTold> {
    return this.make(actor, classId, resize(request), request);
  }

  /** How seats move without a further decision; what is left out stays. Whoever a change lets in moves up at once. */
  @Patch('settings')
  @Access(seatKeepers)
  @ApiBody({ type: SeatSettingsRequest })
  async changeSettings(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() sent: object,
  ): Promise<{ items: SeatShare[] }> {
    await this.settings.change(actor, classId, readSeatSettings(sent ?? {}));
    return this.shares(actor, classId);
  }

  private async make(
    actor: Actor,
    classId: string,
    move: SeatMove,
    { dryRun = false, ...terms }: SeatsReleaseRequest,
  ): Promise<MoveTold> {
    const outcome = dryRun
      ? await this.moves.tryOut(actor, classId, move)
      : await this.moves.make(actor, classId, move, terms);
    const { shares: items, fingerprint } = outcome;
    return { items, ...reservesMoved(actor, await this.queries.reservesOf(outcome)), dryRun, fingerprint };
  }
}
