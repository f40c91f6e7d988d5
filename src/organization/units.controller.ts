import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import type { PageOf } from '../platform/paging';
import { found, NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { readWorkbook } from '../platform/sheets/workbook';
import { readUpload, TakesFile } from '../platform/uploads';
import { treeKeepers } from './organization.policy';
import { blocOf, OrganizationQueries, type UnitName, type UnitParent, type UnitToday } from './organization.queries';
import {
  MoveUnitRequest,
  NewUnitRequest,
  NewUnitsRequest,
  RenameUnitRequest,
  UnitAddressRequest,
  UnitReturnRequest,
  UnitSheetRequest,
} from './organization.requests';
import { OrganizationService } from './organization.service';
import { type ListedUnit, readUnitLines, unitLinesOf } from './unit-lines';
import { UnitTreeService } from './unit-tree.service';

@ApiTags('organization')
@Controller('api/v1/units')
export class UnitsController {
  constructor(
    private readonly organization: OrganizationQueries,
    private readonly service: OrganizationService,
    private readonly tree: UnitTreeService,
  ) {}

  /** The organisation tree as it is today. */
  @Get()
  @Access('signed_in')
  async list(): Promise<PageOf<UnitToday>> {
    return { items: await this.organization.units(), next: null };
  }

  /** Adds a unit below another; one outside the Group stands below the Bloc. */
  @Post()
  @Access(treeKeepers)
  async add(@CurrentActor() actor: Actor, @Body() request: NewUnitRequest): Promise<UnitToday> {
    return this.found(await this.tree.add(actor, request));
  }

  /** Adds all units of a list, or none; each names the one above it by its code. */
  @Post('batch')
  @Takes({ kilobytes: 512 })
  @Access(treeKeepers)
  async addList(@CurrentActor() actor: Actor, @Body() request: NewUnitsRequest): Promise<PageOf<UnitToday>> {
    await this.tree.addList(actor, listedIn(request));
    return this.list();
  }

  /** What the same list would add; nothing is stored. */
  @Post('batch/preview')
  @Takes({ kilobytes: 512 })
  @Access(treeKeepers)
  @HttpCode(200)
  async tryList(@CurrentActor() actor: Actor, @Body() request: NewUnitsRequest): Promise<PageOf<ListedUnit>> {
    const items = listedIn(request);
    await this.tree.tryList(actor, items);
    return { items, next: null };
  }

  /** The units of a sheet (.xlsx, .xls, .ods or .csv) as a list to send; tried out, and nothing is stored. Rows that name no unit above stand below `parentId`, or the Bloc. */
  @Post('sheet')
  @TakesFile({ parentId: 'optional' })
  @Access(treeKeepers)
  @HttpCode(200)
  async readSheet(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<PageOf<ListedUnit>> {
    const { file, fields } = await readUpload(request);
    const { parentId } = readRequest(UnitSheetRequest, fields);
    const units = await this.organization.units();
    const above = parentId ? units.find(({ id }) => id === parentId) : blocOf(units);
    const items = readUnitLines(unitLinesOf(await readWorkbook(file)), found(above).code);
    await this.tree.tryList(actor, items);
    return { items, next: null };
  }

  /** The units it stood, stands and will stand below, the newest first. */
  @Get(':id/parents')
  @Access('signed_in')
  async parents(@PathId() id: string): Promise<PageOf<UnitParent>> {
    await this.found(id);
    return { items: await this.organization.parents(id), next: null };
  }

  /** Below another unit from a day on, with all that is below it. */
  @Post(':id/moves')
  @Access(treeKeepers)
  async move(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: MoveUnitRequest,
  ): Promise<PageOf<UnitParent>> {
    await this.tree.move(actor, id, request);
    return this.parents(id);
  }

  @Put(':id/address')
  @Access(treeKeepers)
  async locate(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { address }: UnitAddressRequest,
  ): Promise<UnitToday> {
    await this.tree.locate(actor, id, address ?? null);
    return this.found(id);
  }

  /** A unit that left belongs to the Bloc again. */
  @Post(':id/return')
  @Access(treeKeepers)
  @HttpCode(200)
  async comeBack(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: UnitReturnRequest,
  ): Promise<UnitToday> {
    await this.tree.comeBack(actor, id, reason);
    return this.found(id);
  }

  /** The names a unit bore, bears and will bear, the newest first. */
  @Get(':id/names')
  @Access('signed_in')
  async names(@PathId() id: string): Promise<PageOf<UnitName>> {
    const items = await this.organization.names(id);
    if (items.length === 0) throw new NotFound();
    return { items, next: null };
  }

  /** A new name from a day on; what was written before keeps the old one. */
  @Post(':id/names')
  @Access(treeKeepers)
  async rename(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: RenameUnitRequest,
  ): Promise<PageOf<UnitName>> {
    await this.service.rename(actor, id, request);
    return this.names(id);
  }

  private async found(id: string): Promise<UnitToday> {
    return found(await this.organization.unit(id));
  }
}

const listedIn = ({ units }: NewUnitsRequest): ListedUnit[] =>
  units.map(({ kind = 'base', ...unit }) => ({ ...unit, kind }));
