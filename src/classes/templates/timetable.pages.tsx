import { Get, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { NotFound } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassTemplatesQueries } from './templates.queries';
import { TemplateTimetableQuery } from './templates.requests';
import { templateWords } from './templates.words';
import { ClassesQueries } from '../classes.queries';
import { LecturersQueries } from '../places/lecturers.queries';
import { lecturerChoices, roomChoices } from '../places/choices';
import { RoomsQueries } from '../places/rooms.queries';
import { TemplateTimetable } from './views/timetable';

/** The second step of planning a class from a template. */
@Pages('classes/:id/template-timetable')
@Access(classPlanners)
export class TemplateTimetablePages {
  constructor(
    private readonly templates: ClassTemplatesQueries,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
    private readonly lecturers: LecturersQueries,
  ) {}

  @Get()
  @Help(templateWords, 'helpOfTimetable')
  async show(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { templateId }: TemplateTimetableQuery,
  ): Promise<string> {
    const [item, template] = await Promise.all([this.classes.class(id), this.templates.template(templateId)]);
    if (!item || !template) throw new NotFound();
    const [rooms, lecturers] = await Promise.all([
      roomChoices(this.rooms, page.locale),
      lecturerChoices(this.lecturers),
    ]);
    return page.render(
      templateWords[page.locale].timetable,
      <TemplateTimetable {...{ template, item, rooms, lecturers }} />,
    );
  }
}
