import { Body, Get, Post, Query } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries';
import { Access } from '../../platform/access/access';
import { versionIn } from '../../platform/etags';
import type { FormValues } from '../../platform/pages/form-scope';
import { readRecordForm, recordForm } from '../../platform/pages/records/record-form';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found, NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassTemplatesQueries } from './templates.queries';
import {
  NewTemplateQuery,
  readNewTemplate,
  readTemplateForm,
  TemplateListPageQuery,
  TemplateRemovalRequest,
} from './templates.requests';
import { ClassTemplatesService } from './templates.service';
import { templateWords } from './templates.words';
import { courseChoices } from '../course-choices';
import { roomChoices } from '../places/choices';
import { RoomsQueries } from '../places/rooms.queries';
import { EditTemplateForm, NewTemplateForm } from './views/form';
import { TemplateList } from './views/list';

@Pages('class-templates')
@Access(classPlanners)
export class ClassTemplatesPages {
  constructor(
    private readonly service: ClassTemplatesService,
    private readonly templates: ClassTemplatesQueries,
    private readonly courses: CoursesQueries,
    private readonly rooms: RoomsQueries,
  ) {}

  @Get()
  @Help(templateWords, 'help')
  async list(@Page() page: PageRequest, @Query() { courseId, sort, cursor }: TemplateListPageQuery): Promise<string> {
    return page.render(
      templateWords[page.locale].templates,
      <TemplateList
        templates={await this.templates.list({ courseId, sort, after: cursor })}
        courses={(await this.choices(page)).courses}
        courseId={courseId}
        sort={sort}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  /** An empty form, or one filled in as a class is. */
  @Get('new')
  @Help(templateWords, 'helpToMake')
  async begin(@Page() page: PageRequest, @Query() { classId }: NewTemplateQuery): Promise<string> {
    const taken = classId === undefined ? null : await this.templates.asInClass(classId);
    if (classId !== undefined && taken === null) throw new NotFound();
    const empty = { mode: 'part_time', poolOpen: true, freedToPool: false };
    return this.newForm(page, { ...(taken ?? empty) }, taken?.name ?? null, null);
  }

  @Post()
  @Refused<ClassTemplatesPages>((on, refusal, page) => on.newForm(page, page.typed, null, refusal))
  async add(@Page() page: PageRequest, @Body() body: object | null): Promise<Redirect> {
    await this.service.add(page.actor, readNewTemplate(body ?? {}));
    return page.done('/class-templates', templateWords[page.locale].made);
  }

  @Get(':id')
  @Help(templateWords, 'helpToEdit')
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.editForm(page, id, null, null);
  }

  @Post(':id')
  @Refused<ClassTemplatesPages>((on, refusal, page, id) => on.editForm(page, id!, page.typed, refusal))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    await this.service.change(page.actor, id, readTemplateForm(sent), version);
    return page.done('/class-templates', templateWords[page.locale].made);
  }

  @Post(':id/removal')
  @Refused<ClassTemplatesPages>((on, refusal, page, id) => on.editForm(page, id!, null, refusal))
  async remove(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version } = readRequest(TemplateRemovalRequest, body);
    await this.service.remove(page.actor, id, versionIn(version));
    return page.done('/class-templates', templateWords[page.locale].removed);
  }

  private async newForm(
    page: PageRequest,
    values: FormValues,
    className: string | null,
    refusal: Refusal | null,
  ): Promise<string> {
    return page.render(
      templateWords[page.locale].make,
      <NewTemplateForm {...await this.choices(page)} className={className} values={values} refusal={refusal} />,
      refusal,
    );
  }

  private async editForm(
    page: PageRequest,
    id: string,
    typed: FormValues | null,
    refusal: Refusal | null,
  ): Promise<string> {
    const item = found(await this.templates.template(id));
    return page.render(
      templateWords[page.locale].edit,
      <EditTemplateForm
        {...await this.choices(page)}
        {...{ item, refusal }}
        form={recordForm({ ...item }, typed, refusal)}
      />,
      refusal,
    );
  }

  private async choices({ locale }: PageRequest) {
    const courses = (await this.courses.list()).filter(({ kind }) => kind !== 'study_session');
    return { courses: courseChoices(courses, locale), rooms: await roomChoices(this.rooms, locale) };
  }
}
