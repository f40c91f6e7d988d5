import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { type PageOf, PageQuery } from '../../platform/paging';
import { operators } from '../operations.policy';
import { type BackupItem, BackupsQueries, type BackupStanding } from './backups.queries';
import { BackupsService } from './backups.service';

/** Backups of the whole database. Their files stay on the machine: whoever holds one holds everything. */
@ApiTags('operations')
@Controller('api/v1/operations/backups')
@Access(operators)
export class BackupsController {
  constructor(
    private readonly backups: BackupsService,
    private readonly queries: BackupsQueries,
  ) {}

  /** Newest first, with the last that was restored and examined. */
  @Get()
  async list(@Query() query: PageQuery): Promise<PageOf<BackupItem> & BackupStanding> {
    const [list, standing] = await Promise.all([this.queries.list(query), this.queries.standing()]);
    return { ...list, ...standing };
  }

  /** Asks for a backup; the list tells how far it is. */
  @Post()
  async request(@CurrentActor() actor: Actor): Promise<{ id: string }> {
    return { id: await this.backups.request(actor) };
  }
}
