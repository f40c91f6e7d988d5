import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { classRunners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { Takes } from '../../platform/limits/largest-body';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { assertSeesRoster, mayReadEssay, rosterReaders, rosterUnits } from '../enrollments.policy';
import { mostEssayMegabytes, readEssayForm } from './form';
import { EssayTermsService } from './terms.service';
import { type EssayItem, type EssayListItem, type EssaysOfUnit, EssaysQueries } from './essays.queries';
import {
  EssayAcceptanceRequest,
  EssayMarkRequest,
  EssayReturnRequest,
  EssaysQuery,
  EssayTermRequest,
} from './essays.requests';
import { EssaysService } from './essays.service';

type EssaysAnswer = PageOf<EssayListItem> & { readonly dueAt: Date | null; readonly units: readonly EssaysOfUnit[] };

@ApiTags('essays')
@Controller('api/v1')
export class EssaysController {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly queries: EssaysQueries,
    private readonly essays: EssaysService,
    private readonly terms: EssayTermsService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Who handed in, late or not at all, with counts per unit; units see their own people, and nothing of what was written. */
  @Get('classes/:id/essays')
  @Access(rosterReaders)
  async list(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: EssaysQuery,
  ): Promise<EssaysAnswer> {
    assertSeesRoster(actor, await this.classes.class(classId));
    const unitIds = rosterUnits(actor, classId);
    const [page, dueAt, units] = await Promise.all([
      this.queries.list({ classId, unitIds, ...query }),
      this.queries.dueAt(classId),
      this.queries.units(classId, unitIds),
    ]);
    return { ...page, dueAt, units };
  }

  /** Says until when the essays of a class are due; those handed in before stay punctual or late as they were. */
  @Put('classes/:id/essay-term')
  @Access(classRunners)
  async setTerm(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { dueAt }: EssayTermRequest,
  ): Promise<{ classId: string; dueAt: string }> {
    await this.terms.set(actor, classId, new Date(dueAt));
    return { classId, dueAt };
  }

  /** The essay of an enrollment with its versions: for its writer and for whoever runs the class. */
  @Get('enrollments/:id/essay')
  @Access('signed_in')
  async essay(@CurrentActor() actor: Actor, @PathId() id: string): Promise<EssayItem> {
    return found(await this.queries.essay(id), (essay) => mayReadEssay(actor, essay));
  }

  /** Hands an essay in as text, as a PDF or Word file, or both; again until it is accepted. */
  @Post('enrollments/:id/essay')
  @Takes({ kilobytes: 256, fileMegabytes: mostEssayMegabytes })
  @Access('signed_in')
  @ApiConsumes('multipart/form-data', 'application/json')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        body: { type: 'string', maxLength: 40_000 },
        keepsFile: { type: 'boolean' },
        file: { type: 'string', format: 'binary' },
      },
    },
  })
  async handIn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Req() request: FastifyRequest,
  ): Promise<{ enrollmentId: string }> {
    await this.essays.handIn(actor, id, await readEssayForm(request, this.settings.essayFileMegabytes));
    return { enrollmentId: id };
  }

  /** A file of any version, to be saved; never to be shown in place. */
  @Get('enrollments/:id/essay-files/:fileId')
  @Access('signed_in')
  @ApiProduces('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  async file(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('fileId') fileId: string,
  ): Promise<StreamableFile> {
    return download(await this.essays.file(actor, id, fileId));
  }

  /** Accepts an essay, with a mark where the class gives marks. */
  @Post('enrollments/:id/essay-acceptance')
  @Access(classRunners)
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() acceptance: EssayAcceptanceRequest,
  ): Promise<{ enrollmentId: string }> {
    await this.essays.accept(actor, id, acceptance);
    return { enrollmentId: id };
  }

  /** Sends an essay back with what is to be mended and a new term. */
  @Post('enrollments/:id/essay-return')
  @Access(classRunners)
  @HttpCode(200)
  async sendBack(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { dueAt, ...returned }: EssayReturnRequest,
  ): Promise<{ enrollmentId: string }> {
    await this.essays.sendBack(actor, id, { ...returned, dueAt: new Date(dueAt) });
    return { enrollmentId: id };
  }

  /** Marks an essay on the 10-point scale, which accepts it, or corrects its mark. */
  @Put('enrollments/:id/essay-mark')
  @Access(classRunners)
  async mark(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { mark, version }: EssayMarkRequest,
  ): Promise<{ enrollmentId: string; mark: number }> {
    await this.essays.mark(actor, id, mark, version);
    return { enrollmentId: id, mark };
  }
}
