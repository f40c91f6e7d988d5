import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { classRunners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { OtherDevicesService } from './other-devices.service';
import { RefusedScansService, type Settled } from './refused-scans.service';
import { type OtherDevice, type RefusedScan, ScansToSettleQueries } from './to-settle.queries';
import {
  ChosenBody,
  ChosenWithReasonBody,
  DismissalBody,
  OtherDevicesQuery,
  RefusedScansQuery,
} from './to-settle.requests';

@ApiTags('attendance')
@Controller('api/v1')
@Access(classRunners)
export class ScansToSettleController {
  constructor(
    private readonly scans: RefusedScansService,
    private readonly devices: OtherDevicesService,
    private readonly queries: ScansToSettleQueries,
  ) {}

  /** Scans of the classes one runs that were refused: who, when and why; the latest first. */
  @Get('refused-scans')
  async refusedScans(@CurrentActor() actor: Actor, @Query() query: RefusedScansQuery): Promise<PageOf<RefusedScan>> {
    return this.queries.refusedScans(actor, query);
  }

  /** Takes people as present from the moment they scanned; one about yourself is left to others. */
  @Post('refused-scans/acceptance')
  @HttpCode(200)
  async take(@CurrentActor() actor: Actor, @Body() { ids, reason }: ChosenWithReasonBody): Promise<Settled> {
    return this.scans.take(actor, ids, reason);
  }

  @Post('refused-scans/dismissal')
  @HttpCode(200)
  async dismiss(@CurrentActor() actor: Actor, @Body() { ids, reason }: DismissalBody): Promise<Settled> {
    return this.scans.dismiss(actor, ids, reason ?? null);
  }

  /** Who checked in by another device than before, in the classes one runs; the latest first. */
  @Get('other-devices')
  async otherDevices(@CurrentActor() actor: Actor, @Query() query: OtherDevicesQuery): Promise<PageOf<OtherDevice>> {
    return this.queries.otherDevices(actor, query);
  }

  /** It was them: the device is theirs from now on. One about yourself is left to others. */
  @Post('other-devices/acceptance')
  @HttpCode(200)
  async accept(@CurrentActor() actor: Actor, @Body() { ids }: ChosenBody): Promise<Settled> {
    return this.devices.accept(actor, ids);
  }

  /** It was not: what was scanned by it is taken back. */
  @Post('other-devices/refusal')
  @HttpCode(200)
  async refuse(@CurrentActor() actor: Actor, @Body() { ids, reason }: ChosenWithReasonBody): Promise<Settled> {
    return this.devices.refuse(actor, ids, reason);
  }
}
