import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classRunners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { PathId } from '../../platform/requests';
import { CheckInHallsService } from './halls.service';
import { CheckInRequest, HallQuery, HallRequest } from './check-ins.requests';
import { CheckInsService } from './check-ins.service';
import type { CheckedIn } from './passings.service';

interface HallShown {
  readonly id: string;
  readonly halfDayId: string;
  readonly siteId: string | null;
  readonly closedAt: Date | null;
}

@ApiTags('attendance')
@Controller('api/v1')
export class CheckInsController {
  constructor(
    private readonly halls: CheckInHallsService,
    private readonly checkIns: CheckInsService,
  ) {}

  /** Opens a hall of the half-day, or opens it again: from now on its code is taken. */
  @Post('half-days/:id/check-in-halls')
  @Access(classRunners)
  async open(
    @CurrentActor() actor: Actor,
    @PathId() halfDayId: string,
    @Body() { siteId }: HallRequest,
  ): Promise<HallShown> {
    return this.shown(actor, await this.halls.open(actor, halfDayId, siteId ?? null));
  }

  /** The address the QR holds now; ask again before it has run out. */
  @Get('check-in-halls/:id/code')
  @Access(classRunners)
  async code(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { direction = 'in' }: HallQuery,
  ): Promise<{ address: string }> {
    return { address: this.halls.addressNow(await this.halls.mine(actor, id), direction) };
  }

  @Post('check-in-halls/:id/closing')
  @Access(classRunners)
  @HttpCode(200)
  async close(@CurrentActor() actor: Actor, @PathId() id: string): Promise<HallShown> {
    await this.halls.close(actor, id);
    return this.shown(actor, id);
  }

  /** Checks the caller in or out by the code in the hall, also by one scanned while there was no network. */
  @Post('check-ins')
  @Access('signed_in')
  @HttpCode(200)
  async checkIn(
    @CurrentActor() actor: Actor,
    @Body() { token, device, scannedAt }: CheckInRequest,
  ): Promise<CheckedIn> {
    const told = scannedAt === undefined ? null : new Date(scannedAt);
    return this.checkIns.checkIn(actor, await this.checkIns.scan(actor, token, device, told), device);
  }

  private async shown(actor: Actor, hallId: string): Promise<HallShown> {
    const { id, halfDayId, siteId, closedAt } = await this.halls.mine(actor, hallId);
    return { id, halfDayId, siteId, closedAt };
  }
}
