import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { localeFrom } from '../../platform/messages/words';
import { PathId } from '../../platform/requests';
import { ListFormsService } from './forms.service';
import { ListWorkbooksService } from './workbooks.service';
import { nominationFollowers, nominators, unitNominatedFor } from '../nominations.policy';
import { UnitQuery } from '../nominations.requests';

@ApiTags('list imports')
@ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
@Controller('api/v1')
export class ListFilesController {
  constructor(
    private readonly workbooks: ListWorkbooksService,
    private readonly forms: ListFormsService,
  ) {}

  /** The file as it was sent, with the verdict, the reason and the place now beside every person, in the caller's language. */
  @Get('list-imports/:id/workbook')
  @Access(nominationFollowers)
  async workbook(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const wanted = request.headers['accept-language'];
    return download(await this.workbooks.withVerdicts(actor, id, wanted ? localeFrom(wanted) : actor.locale));
  }

  /** A danh sách trích ngang for the class with the unit's eligible people filled in, the most needful first. */
  @Get('classes/:id/list-form')
  @Access(nominators)
  async form(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() { unitId }: UnitQuery,
  ): Promise<StreamableFile> {
    return download(await this.forms.prefilled(actor, classId, unitNominatedFor(actor, unitId)));
  }
}
