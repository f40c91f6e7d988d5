import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { readRecordForm, recordForm } from '../platform/pages/records/record-form';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { courseKeepers } from './courses.policy';
import { CoursesQueries } from './courses.queries';
import { CourseRetirementRequest, CourseReturnRequest, CourseFactsRequest, NewCourseRequest } from './courses.requests';
import { CoursesService } from './courses.service';
import { courseFormWords } from './course-form.words';
import { CourseForm, NewCourseForm } from './views/course-form';

/** Where courses are added, changed and retired. */
@Pages('courses')
@Access(courseKeepers)
export class CourseFormPages {
  constructor(
    private readonly service: CoursesService,
    private readonly courses: CoursesQueries,
  ) {}

  @Post('catalogue')
  async establishCatalogue(@Page() page: PageRequest): Promise<Redirect> {
    await this.service.establishCatalogue(page.actor);
    return page.done('/courses', courseFormWords[page.locale].established);
  }

  @Get('new')
  @Help(courseFormWords, 'helpToAdd')
  begin(@Page() page: PageRequest): string {
    return this.newForm(page, { kind: 'short', approvalSteps: ['bloc'], award: 'certificate' }, null);
  }

  @Post()
  @Refused<CourseFormPages>((on, refusal, page) => on.newForm(page, page.typed, refusal))
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { raisesTo, ...course } = readRequest(NewCourseRequest, body);
    const id = await this.service.create(page.actor, { ...course, raisesTo: raisesTo ?? null });
    return page.done(`/courses/${id}`, courseFormWords[page.locale].added);
  }

  @Get(':id/edit')
  @Help(courseFormWords, 'helpToEdit')
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post(':id')
  @Refused<CourseFormPages>((on, refusal, page, id) => on.form(page, id, { form: 'change', refusal }))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    const { raisesTo, ...changes } = readRequest(CourseFactsRequest, sent);
    await this.service.change(page.actor, id, { ...changes, raisesTo: raisesTo ?? null }, version);
    return page.done(`/courses/${id}`, courseFormWords[page.locale].changed);
  }

  @Post(':id/retirement')
  @Refused<CourseFormPages>((on, refusal, page, id) => on.form(page, id, { form: 'retirement', refusal }))
  async retire(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.retire(page.actor, id, readRequest(CourseRetirementRequest, body));
    return page.done(`/courses/${id}`, courseFormWords[page.locale].retired);
  }

  @Post(':id/return')
  @Refused<CourseFormPages>((on, refusal, page, id) => on.form(page, id, { form: 'return', refusal }))
  async bringBack(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.bringBack(page.actor, id, readRequest(CourseReturnRequest, body).reason);
    return page.done(`/courses/${id}`, courseFormWords[page.locale].returned);
  }

  private newForm(page: PageRequest, values: FormValues, refusal: Refusal | null): string {
    return page.render(courseFormWords[page.locale].add, <NewCourseForm values={values} refusal={refusal} />, refusal);
  }

  private async form(
    page: PageRequest,
    id: string,
    refused: { form: 'change' | 'retirement' | 'return'; refusal: Refusal } | null,
  ): Promise<string> {
    const course = found(await this.courses.course(id));
    const isChange = refused?.form === 'change';
    return page.render(
      courseFormWords[page.locale].edit,
      <CourseForm
        course={course}
        form={recordForm({ ...course }, isChange ? page.typed : null, isChange ? refused.refusal : null)}
        refused={refused && { ...refused, values: page.typed }}
      />,
      refused?.refusal,
    );
  }
}
