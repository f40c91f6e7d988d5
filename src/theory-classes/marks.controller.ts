import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { maySeeEnrollment } from '../enrollments/enrollments.policy';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import { type PageOf, PageQuery } from '../platform/paging';
import { found, NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { ExamPermissionsService } from './exam-permissions.service';
import { type MarkLine, MarksQueries, type MarksRow } from './marks.queries';
import { type MarksEntered, MarksService } from './marks.service';
import { barLifters, markers, mayEnterMarks } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import { ExamPermissionRequest, GridRequest, MarksRequest, WithdrawalRequest } from './theory-classes.requests';

@ApiTags('theory classes')
@Controller('api/v1')
export class MarksController {
  constructor(
    private readonly service: MarksService,
    private readonly permissions: ExamPermissionsService,
    private readonly classes: TheoryClassesQueries,
    private readonly queries: MarksQueries,
  ) {}

  /** The people of a theory class with their marks, what bars them from an examination, their average and grade. */
  @Get('classes/:id/marks')
  @Access(markers)
  async ofClass(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: PageQuery,
  ): Promise<PageOf<MarksRow>> {
    if (!mayEnterMarks(actor, classId)) throw new NotFound();
    return this.queries.marks(classId, { ...query });
  }

  /** Enters or corrects marks of many people: all of them, or none; those about yourself are left to others. `reason` is needed when one that was there changes. */
  @Put('classes/:id/marks')
  @Takes({ kilobytes: 4096 })
  @Access(markers)
  async enterMany(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() { entries, reason }: GridRequest,
  ): Promise<MarksEntered> {
    if (!mayEnterMarks(actor, classId)) throw new NotFound();
    const marks = entries.map(({ mark = null, attempt = 1, ...entry }) => ({ ...entry, attempt, mark }));
    return this.service.enterAll(actor, classId, marks, { reason: reason ?? null });
  }

  /** All marks of one person in a class. */
  @Get('enrollments/:id/marks')
  @Access('signed_in')
  async marks(@CurrentActor() actor: Actor, @PathId() enrollmentId: string): Promise<MarksRow> {
    const { classId } = await this.seenEnrollment(actor, enrollmentId);
    const { items } = await this.queries.marks(classId, { enrollmentId });
    const [row] = items;
    if (!row) throw new NotFound();
    return row;
  }

  /** Each mark of one person as it was entered, corrected or taken back, the newest first: nothing is overwritten. */
  @Get('enrollments/:id/mark-lines')
  @Access('signed_in')
  async lines(@CurrentActor() actor: Actor, @PathId() enrollmentId: string): Promise<PageOf<MarkLine>> {
    await this.seenEnrollment(actor, enrollmentId);
    return { items: await this.queries.lines(enrollmentId), next: null };
  }

  /** Enters or corrects marks of one person: all of them, or none. `reason` is needed when one that was there changes. */
  @Put('enrollments/:id/marks')
  @Access(markers)
  async enterMarks(
    @CurrentActor() actor: Actor,
    @PathId() enrollmentId: string,
    @Body() { marks, reason }: MarksRequest,
  ): Promise<MarksRow> {
    const entries = marks.map(({ mark = null, ...entry }) => ({ ...entry, mark }));
    await this.service.enter(actor, enrollmentId, entries, reason ?? null);
    return this.marks(actor, enrollmentId);
  }

  /** Lets a person sit examinations that absence bars them from, by a decision of the authority. */
  @Post('enrollments/:id/exam-permissions')
  @Access(barLifters)
  async permit(
    @CurrentActor() actor: Actor,
    @PathId() enrollmentId: string,
    @Body() decision: ExamPermissionRequest,
  ): Promise<MarksRow> {
    await this.permissions.record(actor, enrollmentId, decision);
    return this.marks(actor, enrollmentId);
  }

  /** Takes such a decision back while no mark rests on it. */
  @Post('exam-permissions/:id/withdrawal')
  @Access(barLifters)
  @HttpCode(204)
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: WithdrawalRequest,
  ): Promise<void> {
    await this.permissions.withdraw(actor, id, reason);
  }

  private async seenEnrollment(actor: Actor, id: string): Promise<{ readonly classId: string }> {
    return found(await this.classes.enrollment(id), (enrollment) => maySeeEnrollment(actor, enrollment));
  }
}
