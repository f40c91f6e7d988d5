import { Body, Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../classes/classes.queries';
import { maySeeEnrollment } from '../enrollments/enrollments.policy';
import { Access } from '../platform/access/access';
import { assertNotAboutOneself } from '../platform/access/oneself';
import type { Actor } from '../platform/access/actor';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { found, NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { Takes } from '../platform/limits/largest-body';
import { mostScanMegabytes } from '../scans/scan-kinds';
import { ScansService } from '../scans/scans.service';
import { ExamPermissionsService } from './exam-permissions.service';
import { MarksQueries } from './marks.queries';
import { MarksService } from './marks.service';
import { barLifters, hasMarksFor, markers, mayEnterMarks, mayLiftBars } from './theory-classes.policy';
import { TheoryClassesQueries } from './theory-classes.queries';
import { ExamPermissionRequest, MarkElsewhereRequest, WithdrawalRequest } from './theory-classes.requests';
import { theoryWords } from './theory-classes.words';
import type { RefusedPermission } from './views/exam-permissions';
import { BarredPeople } from './views/barred-people';
import { PersonMarks } from './views/person-marks';

/** Who may not sit which examination, the marks of one person, and the decisions that let people in. */
@Pages()
export class ExamPermissionsPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly theoryClasses: TheoryClassesQueries,
    private readonly marks: MarksQueries,
    private readonly permissions: ExamPermissionsService,
    private readonly service: MarksService,
    private readonly scans: ScansService,
  ) {}

  @Get('classes/:id/exam-bars')
  @Help(theoryWords, 'helpOfBarred')
  @Access(markers)
  async barred(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const item = found(await this.classes.class(id), (item) => hasMarksFor(page.actor, item));
    const [modules, { items }] = await Promise.all([
      this.theoryClasses.modules(id),
      this.marks.marks(id, { limit: null }),
    ]);
    const rows = items.filter(({ marks }) => marks.some(({ bar }) => bar !== null));
    return page.render(
      theoryWords[page.locale].barredOf(item.code),
      <BarredPeople item={item} modules={modules} rows={rows} />,
    );
  }

  @Get('enrollments/:id/marks')
  @Help(theoryWords, 'helpOfPerson')
  @Access('signed_in')
  async person(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.personPage(page, id, null);
  }

  @Post('enrollments/:id/exam-permissions')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(barLifters)
  @Refused<ExamPermissionsPages>((on, refusal, page, id) => on.personPage(page, id, { refusal, permissionId: null }))
  async permit(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const decision = readRequest(ExamPermissionRequest, fields);
    await this.permissions.record(page.actor, id, decision);
    const { decisionNumber: number, decidedOn: date } = decision;
    await this.scans.keepWith(page.actor, 'exam_permission', { enrollmentId: id, number, date }, scan);
    return page.done(`/enrollments/${id}/marks`, theoryWords[page.locale].permitted);
  }

  @Post('enrollments/:id/exam-permissions/:permissionId/withdrawal')
  @Access(barLifters)
  @Refused<ExamPermissionsPages>((on, refusal, page, id, permissionId) =>
    on.personPage(page, id, { refusal, permissionId }),
  )
  async withdraw(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('permissionId') permissionId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.permissions.withdraw(page.actor, permissionId, readRequest(WithdrawalRequest, body).reason);
    return page.done(`/enrollments/${id}/marks`, theoryWords[page.locale].permissionWithdrawn);
  }

  /** An examination that was sat with another class of the course counts here, and says where it was. */
  @Post('enrollments/:id/marks-elsewhere')
  @Access(markers)
  @Refused<ExamPermissionsPages>((on, refusal, page, id) =>
    on.personPage(page, id, { refusal, permissionId: null, isElsewhere: true }),
  )
  async enterElsewhere(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { satInModuleId, mark, attempt, reason = null } = readRequest(MarkElsewhereRequest, body);
    const { classId, personId } = await this.seen(page.actor, id);
    assertNotAboutOneself(page.actor, { personId });
    const { moduleId } = found((await this.marks.elsewhere(classId)).find((module) => module.id === satInModuleId));
    await this.service.enter(page.actor, id, [{ moduleId, mark, attempt, satInModuleId }], reason);
    return page.done(`/enrollments/${id}/marks`, theoryWords[page.locale].marksSaved(1));
  }

  private async personPage(page: PageRequest, id: string, refused: RefusedPermission['refused']): Promise<string> {
    const { classId } = await this.seen(page.actor, id);
    const [item, modules, elsewhere, rules, lines, { items }] = await Promise.all([
      this.classes.class(classId),
      this.theoryClasses.modules(classId),
      this.marks.elsewhere(classId),
      this.marks.courseRules(classId),
      this.marks.lines(id),
      this.marks.marks(classId, { enrollmentId: id }),
    ]);
    const [row] = items;
    if (!item || !item.hasMarks || !row) throw new NotFound();
    return page.render(
      theoryWords[page.locale].marksOfPerson(row.fullName),
      <PersonMarks
        item={item}
        row={row}
        modules={modules}
        rules={rules}
        lines={lines}
        elsewhere={elsewhere}
        mayEnter={mayEnterMarks(page.actor, classId)}
        isOwn={page.actor.is(row.personId)}
        mayLift={mayLiftBars(page.actor) && !page.actor.is(row.personId)}
        typed={refused ? page.typed : {}}
        refused={refused}
      />,
      refused?.refusal ?? null,
    );
  }

  private async seen(actor: Actor, enrollmentId: string) {
    return found(await this.theoryClasses.enrollment(enrollmentId), (enrollment) =>
      maySeeEnrollment(actor, enrollment),
    );
  }
}
