import { Body, Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { classRunners } from '../../classes/classes.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { ReadingRequest } from '../../platform/imports/reading.requests';
import { PathId } from '../../platform/requests';
import { readUpload, TakesFile } from '../../platform/uploads';
import { AttendanceImportsService, type ImportShown } from './imports.service';
import { ImportApplicationRequest, WorkbookQuery } from './imports.requests';

@ApiTags('attendance')
@Controller('api/v1')
@Access(classRunners)
export class AttendanceImportsController {
  constructor(private readonly imports: AttendanceImportsService) {}

  /** The roster with a column for each half-day, or for one with who went out; to be filled in and sent back. */
  @Get('classes/:id/attendance-workbook')
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() { halfDayId }: WorkbookQuery,
  ): Promise<StreamableFile> {
    return download(await this.imports.workbook(actor, classId, halfDayId ?? null));
  }

  /** Dry run of a filled file (.xlsx, .xls, .ods, .csv): every row with its verdict; nobody is marked. */
  @Post('classes/:id/attendance-imports')
  @TakesFile()
  async preview(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Req() request: FastifyRequest,
  ): Promise<ImportShown> {
    const { file } = await readUpload(request);
    return this.imports.shown(actor, await this.imports.preview(actor, classId, file));
  }

  /** Reads the file of a dry run once more, with other tables or with what is hidden in it: a dry run of its own. */
  @Post('attendance-imports/:id/readings')
  async readAgain(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() choice: ReadingRequest,
  ): Promise<ImportShown> {
    return this.imports.shown(actor, await this.imports.readAgain(actor, id, choice));
  }

  /** The file against the attendance as it stands now. */
  @Get('attendance-imports/:id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ImportShown> {
    return this.imports.shown(actor, id);
  }

  /** Records what the dry run of this fingerprint showed, or refuses. Rows that are blocked are left out. */
  @Post('attendance-imports/:id/application')
  @HttpCode(200)
  async apply(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() application: ImportApplicationRequest,
  ): Promise<ImportShown> {
    await this.imports.apply(actor, id, application);
    return this.imports.shown(actor, id);
  }
}
