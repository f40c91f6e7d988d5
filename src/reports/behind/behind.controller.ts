import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { scorecardReaders } from '../reports.policy';
import { NumberListQuery, NumberQuery } from './behind.requests';
import { BehindService, type FactsPage } from './behind.service';

@ApiTags('reports')
@Controller('api/v1/reports/behind')
@Access(scorecardReaders)
export class BehindController {
  constructor(private readonly behind: BehindService) {}

  /** The nominations, learners, half-days, seats or classes that one number of the reports counts; `count` is that number. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { after, limit, ...asked }: NumberListQuery): Promise<FactsPage> {
    return this.behind.list(actor, asked, { after, limit });
  }

  /** The same as an Excel file. */
  @Get('workbook')
  async workbook(@CurrentActor() actor: Actor, @Query() asked: NumberQuery): Promise<StreamableFile> {
    return download(await this.behind.workbook(actor, asked));
  }
}
