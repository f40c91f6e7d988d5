import { Body, Get, Post, Query } from '@nestjs/common';
import { CoursesQueries } from '../courses/courses.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import type { Choice } from '../platform/pages/choices';
import type { FormValues } from '../platform/pages/form-scope';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import { linkTo } from '../platform/pages/links';
import type { Refusal } from '../platform/problems/refusal';
import { readRequest } from '../platform/requests';
import { ClassTemplatesQueries } from './templates/templates.queries';
import { classPlanners, mayManageClasses, mayReadPlan, maySeeDrafts } from './classes.policy';
import { ClassesQueries } from './classes.queries';
import { ClassListPageQuery, NewClassQuery, NewClassRequest } from './classes.requests';
import { ClassesService } from './classes.service';
import { classWords } from './classes.words';
import { courseChoices } from './course-choices';
import { roomChoices } from './places/choices';
import { PlanLineChoices } from './plan-line-choices';
import { RoomsQueries } from './places/rooms.queries';
import { NewClassForm } from './views/class-form';
import { ClassList } from './views/class-list';

@Pages('classes')
export class ClassesPages {
  constructor(
    private readonly service: ClassesService,
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
    private readonly rooms: RoomsQueries,
    private readonly templates: ClassTemplatesQueries,
    private readonly planLines: PlanLineChoices,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(classWords, 'help')
  @Access('signed_in')
  async list(@Page() page: PageRequest, @Query() query: ClassListPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, ...filter } = query;
    return page.render(
      classWords[locale].classes,
      <ClassList
        classes={await this.classes.list({ ...filter, actor, after: cursor })}
        query={query}
        courses={courseChoices(await this.courses.list(), locale)}
        years={await this.classes.years()}
        mayPlan={mayManageClasses(actor)}
        mayReadPlan={mayReadPlan(actor)}
        seesDrafts={maySeeDrafts(actor)}
      />,
    );
  }

  @Get('new')
  @Help(classWords, 'helpToPlan')
  @Access(classPlanners)
  async plan(@Page() page: PageRequest, @Query() { templateId, courseId, planLineId }: NewClassQuery): Promise<string> {
    const template = templateId === undefined ? null : await this.templates.template(templateId);
    const usual = { mode: 'part_time', poolOpen: true, freedToPool: false, courseId };
    const asked = template && { ...template, name: '', templateId: template.id };
    return this.newForm(page, { ...usual, ...asked, planLineId }, null);
  }

  @Post()
  @Access(classPlanners)
  @Refused<ClassesPages>((on, refusal, page) => on.newForm(page, page.typed, refusal))
  async create(@Page() page: PageRequest, @Body() body: { readonly templateId?: string } | null): Promise<Redirect> {
    const { templateId, ...sent } = body ?? {};
    const id = await this.service.create(page.actor, readRequest(NewClassRequest, sent));
    const next = templateId ? linkTo(`/classes/${id}/template-timetable`, { templateId }) : `/classes/${id}`;
    return page.done(next, classWords[page.locale].created);
  }

  private async newForm(page: PageRequest, values: FormValues, refusal: Refusal | null): Promise<string> {
    // A study session is scheduled on a page of its own, with its documents and sites.
    const courses = (await this.courses.onOffer(this.clock.today())).filter(({ kind }) => kind !== 'study_session');
    return page.render(
      classWords[page.locale].plan,
      <NewClassForm
        values={values}
        courses={courseChoices(courses, page.locale)}
        rooms={await roomChoices(this.rooms, page.locale)}
        templates={await this.templateChoices()}
        planLines={await this.planLines.list(page.locale)}
        refusal={refusal}
      />,
      refusal,
    );
  }

  private async templateChoices(): Promise<Choice[]> {
    const { items } = await this.templates.list({ limit: mostTemplates });
    return items.map(({ id, name }) => ({ value: id, label: name }));
  }
}

/** More than an office has. */
const mostTemplates = 500;
