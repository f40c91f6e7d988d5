import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { treeKeepers } from './organization.policy';
import { OrganizationQueries, type UnitName, type UnitToday } from './organization.queries';
import { RenameUnitRequest } from './organization.requests';
import { OrganizationService } from './organization.service';

@ApiTags('organization')
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly organization: OrganizationQueries,
    private readonly service: OrganizationService,
  ) {}

  /** The organisation tree as it is today. */
  @Get()
  @Access('signed_in')
  async list(): Promise<PageOf<UnitToday>> {
    return { items: await this.organization.units(), next: null };
  }

  /** The names a unit bore, bears and will bear, the newest first. */
  @Get(':id/names')
  @Access('signed_in')
  async names(@Param('id', IdPipe) id: string): Promise<PageOf<UnitName>> {
    const items = await this.organization.names(id);
    if (items.length === 0) throw new NotFound();
    return { items, next: null };
  }

  /** A new name from a day on; what was written before keeps the old one. */
  @Post(':id/names')
  @Access(treeKeepers)
  async rename(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() request: RenameUnitRequest,
  ): Promise<PageOf<UnitName>> {
    await this.service.rename(actor, id, request);
    return this.names(id);
  }
}
