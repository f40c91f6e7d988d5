import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { NoticesService } from '../../platform/notices/notices.service';
import { PathId } from '../../platform/requests';
import { NoticesQueries, type NoticesPage } from './notices.queries';
import { NoticesRequest } from './notices.requests';

@ApiTags('reminders')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly notices: NoticesService,
    private readonly queries: NoticesQueries,
  ) {}

  /** My notices, newest first, and how many I have not read. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() filter: NoticesRequest): Promise<NoticesPage> {
    return this.queries.mine(actor, filter);
  }

  /** I have read all of them. */
  @Post('reading')
  @Access('signed_in')
  @HttpCode(200)
  async readAll(@CurrentActor() actor: Actor): Promise<{ read: number }> {
    return { read: await this.notices.readAll(actor) };
  }

  /** I have read this one; the answer says where it leads. */
  @Post(':id/reading')
  @Access('signed_in')
  @HttpCode(200)
  async read(@CurrentActor() actor: Actor, @PathId() id: string): Promise<{ link: string | null }> {
    return this.notices.read(actor, id);
  }
}
