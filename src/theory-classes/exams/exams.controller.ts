import { Body, Controller, Get, HttpCode, Post, Put, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { callerLocale } from '../../platform/messages/caller-locale';
import type { PageOf } from '../../platform/paging';
import { Takes } from '../../platform/limits/largest-body';
import { found, NotFound } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import type { MarksEntered } from '../marks.service';
import { AdmissionQueries, type AdmissionRow } from './admission.queries';
import { CandidatesService } from './candidates.service';
import { ExamListWorkbook } from './exam-list.workbook';
import { ExamMarksService } from './exam-marks.service';
import { examPlanners, examRecorders, mayRecordExams } from './exams.policy';
import { type Candidate, type ExamItem, ExamsQueries } from './exams.queries';
import {
  CandidatePermissionRequest,
  CandidatesRequest,
  ExamCancellationRequest,
  ExamChangeRequest,
  ExamListQuery,
  ExamMarksRequest,
  ExamRequest,
  MinutesRequest,
} from './exams.requests';
import { ExamsService } from './exams.service';
import { MinutesService } from './minutes.service';

@ApiTags('examinations')
@Controller('api/v1')
export class ExamsController {
  constructor(
    private readonly service: ExamsService,
    private readonly candidatesService: CandidatesService,
    private readonly minutes: MinutesService,
    private readonly marks: ExamMarksService,
    private readonly queries: ExamsQueries,
    private readonly admissionQueries: AdmissionQueries,
    private readonly classes: ClassesQueries,
    private readonly workbook: ExamListWorkbook,
  ) {}

  /** The examinations of a class, the cancelled ones too. */
  @Get('classes/:id/exams')
  @Access(examRecorders)
  async ofClass(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: ExamListQuery,
  ): Promise<PageOf<ExamItem>> {
    if (!mayRecordExams(actor, classId)) throw new NotFound();
    return this.queries.list(classId, query);
  }

  /** The same list as a workbook in the caller's language. */
  @Get('classes/:id/exams/workbook')
  @Access(examRecorders)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async exportList(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() query: ExamListQuery,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const item = found(await this.classes.class(id), () => mayRecordExams(actor, id));
    return download(await this.workbook.of(actor, item, query, callerLocale(request)));
  }

  /** Arranges an examination and draws up its list of all who are admitted. Room, invigilators and people have to be free. */
  @Post('classes/:id/exams')
  @Access(examPlanners)
  async plan(@CurrentActor() actor: Actor, @PathId() classId: string, @Body() wanted: ExamRequest): Promise<ExamItem> {
    const id = await this.service.plan(actor, classId, wanted);
    return (await this.queries.exam(id))!;
  }

  /** One examination; for who runs its class, sits it or keeps watch. */
  @Get('exams/:id')
  @Access('signed_in')
  async exam(@CurrentActor() actor: Actor, @PathId() id: string): Promise<ExamItem> {
    return this.queries.seen(actor, id);
  }

  /** Another time, other rooms or invigilators: all of it as told. Everybody concerned is told of another time or room. */
  @Put('exams/:id')
  @Access(examPlanners)
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() wanted: ExamChangeRequest,
  ): Promise<ExamItem> {
    await this.service.change(actor, id, wanted);
    return (await this.queries.exam(id))!;
  }

  /** Cancels it; everybody concerned is told the reason. */
  @Post('exams/:id/cancellation')
  @Access(examPlanners)
  @HttpCode(204)
  async cancel(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ExamCancellationRequest,
  ): Promise<void> {
    await this.service.cancel(actor, id, reason);
  }

  /** Who is to sit it and who is not, with the reason; people of other classes of the course as guests. */
  @Get('exams/:id/admission')
  @Access(examRecorders)
  async admission(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<AdmissionRow>> {
    return { items: await this.admissionQueries.of(await this.run(actor, id)), next: null };
  }

  /** Who sits it, by their numbers, with how they came out of it. */
  @Get('exams/:id/candidates')
  @Access(examRecorders)
  async candidates(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PageOf<Candidate>> {
    await this.run(actor, id);
    return { items: await this.queries.candidates(id), next: null };
  }

  /** Makes these people the list, with numbers and rooms in the order of names; until its minutes are taken. */
  @Put('exams/:id/candidates')
  @Access(examPlanners)
  async list(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { enrollmentIds }: CandidatesRequest,
  ): Promise<PageOf<Candidate>> {
    await this.candidatesService.list(actor, id, enrollmentIds);
    return { items: await this.queries.candidates(id), next: null };
  }

  /** Lets somebody sit it in spite of absence, by a decision of the authority, and puts them on the list. */
  @Post('exams/:id/candidates/:enrollmentId/permission')
  @Access(examPlanners)
  async permit(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('enrollmentId') enrollmentId: string,
    @Body() decision: CandidatePermissionRequest,
  ): Promise<PageOf<Candidate>> {
    await this.candidatesService.permit(actor, id, enrollmentId, decision);
    return { items: await this.queries.candidates(id), next: null };
  }

  /** Takes the minutes: who sat it, who was absent, violations, papers. Correcting them needs a `reason`. */
  @Put('exams/:id/minutes')
  @Takes({ kilobytes: 512 })
  @Access(examRecorders)
  async takeMinutes(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() minutes: MinutesRequest,
  ): Promise<ExamItem> {
    await this.run(actor, id);
    await this.minutes.record(actor, id, minutes);
    return (await this.queries.exam(id))!;
  }

  /** Enters or corrects the marks of those who sat it, tied to it; a guest's counts in their own class. */
  @Put('exams/:id/marks')
  @Takes({ kilobytes: 512 })
  @Access(examRecorders)
  async enterMarks(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { entries, reason }: ExamMarksRequest,
  ): Promise<MarksEntered> {
    await this.run(actor, id);
    const marks = entries.map(({ enrollmentId, mark = null }) => ({ enrollmentId, mark }));
    return this.marks.enter(actor, id, marks, reason ?? null);
  }

  private async run(actor: Actor, id: string): Promise<ExamItem> {
    return found(await this.queries.exam(id), ({ classId }) => mayRecordExams(actor, classId));
  }
}
