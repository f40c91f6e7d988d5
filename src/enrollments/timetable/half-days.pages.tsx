import { Body, Get, Post } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { LecturersQueries } from '../../classes/places/lecturers.queries';
import { groupChoices, lecturerChoices, roomChoices } from '../../classes/places/choices';
import { RoomsQueries } from '../../classes/places/rooms.queries';
import { readHalfDayChange, readPlan } from '../../classes/timetable/timetable.requests';
import { type TimetablePreview, TimetablePreviewService } from '../../classes/timetable/preview.service';
import { timetableWords } from '../../classes/timetable/timetable.words';
import { TimetablePlan } from '../../classes/timetable/views/plan';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { AttendanceQueries } from '../attendance.queries';
import { HalfDayCancellationRequest } from '../enrollments.requests';
import { halfDayTitle } from '../half-day-title';
import { halfDayWords } from '../half-days.words';
import { TimetableChangesService } from './timetable-changes.service';
import type { ParallelChange } from '../../classes/parallels/parallel-changes';
import { HalfDayForm } from './views/half-day-form';

/** Where the office changes a timetable; the attendance of those enrolled changes with it. */
@Pages()
@Access(classPlanners)
export class HalfDaysPages {
  constructor(
    private readonly changes: TimetableChangesService,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
    private readonly lecturers: LecturersQueries,
    private readonly previews: TimetablePreviewService,
    private readonly attendance: AttendanceQueries,
  ) {}

  @Post('classes/:id/half-days')
  @Refused<HalfDaysPages>((on, refusal, page, id) => on.planPage(page, id, refusal))
  async add(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    const ids = await this.changes.add(page.actor, id, readPlan(body));
    return page.done(`/classes/${id}`, halfDayWords[page.locale].added(ids.length));
  }

  @Get('half-days/:id/edit')
  @Help(halfDayWords, 'help')
  async edit(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.editPage(page, id, null);
  }

  @Post('half-days/:id')
  @Refused<HalfDaysPages>((on, refusal, page, id) => on.editPage(page, id, { form: 'change', refusal }))
  async move(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    const along = await this.changes.move(page.actor, id, readHalfDayChange(body));
    const say = halfDayWords[page.locale];
    return page.done(
      await this.listOf(id),
      along.length > 0 ? say.changedAlong(along.map(({ classCode }) => classCode)) : say.changed,
    );
  }

  /** Shows what the change would do in the parallel classes, with a button that does it. */
  @Post('half-days/:id/preview')
  @Refused<HalfDaysPages>((on, refusal, page, id) => on.editPage(page, id, { form: 'change', refusal }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect | string> {
    return this.editPage(page, id, null, await this.changes.tryOut(page.actor, id, readHalfDayChange(body)));
  }

  @Post('half-days/:id/cancellation')
  @Refused<HalfDaysPages>((on, refusal, page, id) => on.editPage(page, id, { form: 'cancel', refusal }))
  async cancel(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { reason, marked, alsoInClassIds } = readRequest(HalfDayCancellationRequest, body);
    await this.changes.cancel(page.actor, id, reason, marked, alsoInClassIds);
    return page.done(await this.listOf(id), halfDayWords[page.locale].cancelled);
  }

  private async listOf(halfDayId: string): Promise<string> {
    const halfDay = await this.classes.halfDay(halfDayId);
    return `/classes/${halfDay!.classId}/attendance`;
  }

  private async planPage(page: PageRequest, classId: string, refusal: Refusal): Promise<string> {
    const item = found(await this.classes.class(classId));
    return page.render(
      timetableWords[page.locale].planTitle(item.name),
      <TimetablePlan
        item={item}
        rooms={await roomChoices(this.rooms, page.locale)}
        lecturers={await lecturerChoices(this.lecturers)}
        groups={await groupChoices(this.classes, item.id, page.locale)}
        values={page.typed}
        preview={await this.previewOf(page, classId)}
        refusal={refusal}
      />,
      refusal,
    );
  }

  /** What was previewed stands there again, so that reasons and ticks are not lost; a plan that cannot be read has none. */
  private async previewOf(page: PageRequest, classId: string): Promise<TimetablePreview | null> {
    if ('day' in page.typed) return null;
    try {
      return await this.previews.preview(page.actor, classId, readPlan(page.typed).wanted);
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  private async editPage(
    page: PageRequest,
    id: string,
    refused: { readonly form: 'change' | 'cancel'; readonly refusal: Refusal } | null,
    along: readonly ParallelChange[] | null = null,
  ): Promise<string> {
    const halfDay = found(await this.classes.halfDay(id));
    const inClass = found(await this.classes.class(halfDay.classId));
    const marked = await this.attendance.markedAt(id);
    return page.render(
      halfDayWords[page.locale].editOf(halfDayTitle(halfDay, page.locale)),
      <HalfDayForm
        halfDay={halfDay}
        isKnown={inClass.state !== 'draft'}
        marked={marked}
        leading={inClass.parallelTo}
        parallels={inClass.parallels}
        preview={along && { changes: along, typed: page.typed }}
        rooms={await roomChoices(this.rooms, page.locale)}
        lecturers={await lecturerChoices(this.lecturers)}
        groups={await groupChoices(this.classes, inClass.id, page.locale)}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal ?? null,
    );
  }
}
