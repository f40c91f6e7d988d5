import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { localeFrom } from '../../platform/messages/words';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { nominationFollowers } from '../nominations.policy';
import { type LetterItem, LettersQueries } from './letters.queries';
import { LettersQuery } from './letters.requests';
import { LetterWorkbooks } from './workbooks.service';

@ApiTags('nominations')
@Controller('api/v1/classes/:id/letters')
export class LettersController {
  constructor(
    private readonly queries: LettersQueries,
    private readonly classes: ClassesQueries,
    private readonly workbooks: LetterWorkbooks,
  ) {}

  /** Letters of units and of the Group that name people for a class, with how many of them the caller sees, and whether a scan is kept. */
  @Get()
  @Access(nominationFollowers)
  async list(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: LettersQuery,
  ): Promise<PageOf<LetterItem>> {
    await this.classes.seen(actor, classId);
    return this.queries.ofClass(classId, actor.unitsOf(nominationFollowers), query);
  }

  /** The list as a workbook in the caller's language. */
  @Get('workbook')
  @Access(nominationFollowers)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: LettersQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const wanted = request.headers['accept-language'];
    const locale = wanted ? localeFrom(wanted) : actor.locale;
    return download(await this.workbooks.of(actor, classId, query, locale));
  }
}
