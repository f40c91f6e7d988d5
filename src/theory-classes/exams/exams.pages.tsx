import { Body, Get, Post, Query } from '@nestjs/common';
import { type ClassItem, ClassesQueries } from '../../classes/classes.queries';
import { lecturerChoices, roomChoices } from '../../classes/places/choices';
import { LecturersQueries } from '../../classes/places/lecturers.queries';
import { RoomsQueries } from '../../classes/places/rooms.queries';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { TheoryClassesQueries } from '../theory-classes.queries';
import { AdmissionQueries } from './admission.queries';
import { CandidatesService } from './candidates.service';
import { errorsInExamForm, readExamForm, storedExam } from './exam-form';
import { ExamListWorkbook } from './exam-list.workbook';
import { examTitle } from './exam-title';
import { examPlanners, examRecorders, mayPlanExams, mayRecordExams } from './exams.policy';
import { type ExamItem, ExamsQueries } from './exams.queries';
import {
  CandidatePermissionRequest,
  CandidatesRequest,
  ExamCancellationRequest,
  ExamChangeRequest,
  ExamListPageQuery,
  ExamPageQuery,
  ExamRequest,
} from './exams.requests';
import { ExamsService } from './exams.service';
import { examWords } from './exams.words';
import { CandidateForm } from './views/candidate-form';
import { ExamForm } from './views/exam-form';
import { ExamList } from './views/exam-list';
import { ExamPage, type RefusedOnExam } from './views/exam-page';
import { OwnExam } from './views/own-exam';

/** When and where examinations are, and who sits them. */
@Pages()
export class ExamsPages {
  constructor(
    private readonly exams: ExamsService,
    private readonly candidates: CandidatesService,
    private readonly queries: ExamsQueries,
    private readonly admission: AdmissionQueries,
    private readonly theoryClasses: TheoryClassesQueries,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
    private readonly lecturers: LecturersQueries,
    private readonly workbook: ExamListWorkbook,
  ) {}

  @Get('classes/:id/exams')
  @Help(examWords, 'help')
  @Access(examRecorders)
  async list(@Page() page: PageRequest, @PathId() id: string, @Query() query: ExamListPageQuery): Promise<string> {
    const item = await this.examined(page, id);
    const { cursor, ...filter } = query;
    return page.render(
      examWords[page.locale].examsOf(item.code),
      <ExamList
        item={item}
        actor={page.actor}
        exams={await this.queries.list(id, { ...filter, after: cursor })}
        modules={await this.theoryClasses.modules(id)}
        query={query}
        mayPlan={mayPlanExams(page.actor)}
      />,
    );
  }

  @Get('classes/:id/exams/workbook')
  @Access(examRecorders)
  async exportList(@Page() page: PageRequest, @PathId() id: string, @Query() query: ExamListPageQuery) {
    return download(await this.workbook.of(page.actor, await this.examined(page, id), query, page.locale));
  }

  @Get('classes/:id/exams/new')
  @Help(examWords, 'helpToPlan')
  @Access(examPlanners)
  async planForm(@Page() page: PageRequest, @PathId() id: string, @Query() query: unknown): Promise<string> {
    return this.newForm(page, id, { ...readRequest(ExamPageQuery, query) }, null);
  }

  @Post('classes/:id/exams')
  @Access(examPlanners)
  @Refused<ExamsPages>((on, refusal, page, id) => on.newForm(page, id, page.typed, refusal))
  async plan(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    const wanted = readRequest(ExamRequest, readExamForm(body as Record<string, unknown>));
    const examId = await this.exams.plan(page.actor, id, wanted);
    const { candidates } = (await this.queries.exam(examId))!;
    return page.done(`/exams/${examId}`, examWords[page.locale].planned(candidates));
  }

  @Get('exams/:id')
  @Help(examWords, 'helpOfOne')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.examPage(page, id, null);
  }

  @Get('exams/:id/edit')
  @Help(examWords, 'helpToEdit')
  @Access(examPlanners)
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const exam = found(await this.queries.exam(id));
    return this.changeForm(page, exam, storedExam(exam), null);
  }

  @Post('exams/:id')
  @Access(examPlanners)
  @Refused<ExamsPages>(async (on, refusal, page, id) =>
    on.changeForm(page, found(await on.queries.exam(id)), page.typed, refusal),
  )
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    const wanted = readRequest(ExamChangeRequest, readExamForm(body as Record<string, unknown>));
    await this.exams.change(page.actor, id, wanted);
    return page.done(`/exams/${id}`, examWords[page.locale].changed);
  }

  @Post('exams/:id/cancellation')
  @Access(examPlanners)
  @Refused<ExamsPages>((on, refusal, page, id) => on.examPage(page, id, { refusal, enrollmentId: null }))
  async cancel(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.exams.cancel(page.actor, id, readRequest(ExamCancellationRequest, body).reason);
    return page.done(`/exams/${id}`, examWords[page.locale].cancelledDone);
  }

  @Get('exams/:id/candidates')
  @Help(examWords, 'helpOfCandidates')
  @Access(examPlanners)
  async candidateForm(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.listForm(page, id, null);
  }

  @Post('exams/:id/candidates')
  @Access(examPlanners)
  @Refused<ExamsPages>((on, refusal, page, id) => on.listForm(page, id, refusal))
  async saveList(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    // No box ticked sends nothing, and means nobody.
    const { enrollmentIds } = readRequest(CandidatesRequest, { enrollmentIds: [], ...body });
    const people = await this.candidates.list(page.actor, id, enrollmentIds);
    return page.done(`/exams/${id}`, examWords[page.locale].listed(people));
  }

  @Post('exams/:id/candidates/:enrollmentId/permission')
  @Access(examPlanners)
  @Refused<ExamsPages>((on, refusal, page, id, enrollmentId) =>
    on.examPage(page, id, { refusal, enrollmentId: enrollmentId! }),
  )
  async permit(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('enrollmentId') enrollmentId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.candidates.permit(page.actor, id, enrollmentId, readRequest(CandidatePermissionRequest, body));
    return page.done(`/exams/${id}`, examWords[page.locale].permitted);
  }

  private async examined({ actor }: PageRequest, id: string): Promise<ClassItem> {
    return found(
      await this.classes.class(id),
      ({ courseKind }) => courseKind !== 'study_session' && mayRecordExams(actor, id),
    );
  }

  private async examPage(page: PageRequest, id: string, refused: RefusedOnExam | null): Promise<string> {
    const { actor, locale } = page;
    const exam = await this.queries.seen(actor, id);
    const candidates = await this.queries.candidates(id);
    const title = examTitle(exam, locale);
    if (!mayRecordExams(actor, exam.classId))
      return page.render(
        title,
        <OwnExam exam={exam} own={candidates.find(({ personId }) => actor.is(personId)) ?? null} />,
      );
    // Once it was held, or will not be, nobody is let in any more.
    const rows = exam.minutesAt === null && exam.cancelledAt === null ? await this.admission.of(exam) : [];
    return page.render(
      title,
      <ExamPage
        exam={exam}
        actor={actor}
        candidates={candidates}
        barred={rows.filter(({ isGuest, admission }) => !isGuest && admission === 'barred')}
        mayPlan={mayPlanExams(actor)}
        typed={page.typed}
        refused={refused}
      />,
      refused?.refusal ?? null,
    );
  }

  private async newForm(
    page: PageRequest,
    classId: string,
    values: Readonly<Record<string, unknown>>,
    refusal: Refusal | null,
  ): Promise<string> {
    const item = found(await this.classes.class(classId), ({ courseKind }) => courseKind !== 'study_session');
    return page.render(
      examWords[page.locale].planTitle(item.code),
      <ExamForm
        {...await this.choices(page, classId)}
        action={`/classes/${classId}/exams`}
        back={`/classes/${classId}/exams`}
        title={examWords[page.locale].planTitle(item.code)}
        isNew
        values={values}
        refusal={refusal && { sentence: refusal.sentence, fields: errorsInExamForm(refusal.fields, page.typed) }}
      />,
      refusal,
    );
  }

  private async changeForm(
    page: PageRequest,
    exam: ExamItem,
    values: Readonly<Record<string, unknown>>,
    refusal: Refusal | null,
  ): Promise<string> {
    const title = examWords[page.locale].changeTitle(examTitle(exam, page.locale));
    return page.render(
      title,
      <ExamForm
        {...await this.choices(page, exam.classId)}
        action={`/exams/${exam.id}`}
        back={`/exams/${exam.id}`}
        title={title}
        isNew={false}
        values={values}
        refusal={refusal && { sentence: refusal.sentence, fields: errorsInExamForm(refusal.fields, page.typed) }}
      />,
      refusal,
    );
  }

  private async choices(page: PageRequest, classId: string) {
    const [halfDays, modules, rooms, lecturers] = await Promise.all([
      this.classes.halfDays(classId),
      this.theoryClasses.modules(classId),
      roomChoices(this.rooms, page.locale),
      lecturerChoices(this.lecturers),
    ]);
    return { halfDays: halfDays.filter(({ cancelledAt }) => cancelledAt === null), modules, rooms, lecturers };
  }

  private async listForm(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const exam = found(await this.queries.exam(id));
    const title = examWords[page.locale].candidatesOf(examTitle(exam, page.locale));
    return page.render(
      title,
      <CandidateForm
        exam={exam}
        title={title}
        rows={await this.admission.of(exam)}
        typed={refusal ? page.typed : null}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
