import { Body, Get, HttpCode, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId } from '../../platform/requests';
import { classPlanners } from '../classes.policy';
import { ClassesQueries, type ClassItem } from '../classes.queries';
import { LecturersQueries } from '../places/lecturers.queries';
import { groupChoices, lecturerChoices, roomChoices } from '../places/choices';
import { RoomsQueries } from '../places/rooms.queries';
import { weekdaysBetween } from '../weekdays';
import { type TimetablePreview, TimetablePreviewService } from './preview.service';
import { readPattern } from './timetable.requests';
import { timetableWords } from './timetable.words';
import { TimetablePlan } from './views/plan';

/** Planning and previewing; what is previewed is added where the people enrolled are known. */
@Pages('classes/:id/timetable')
@Access(classPlanners)
export class TimetablePages {
  constructor(
    private readonly previews: TimetablePreviewService,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
    private readonly lecturers: LecturersQueries,
  ) {}

  @Get()
  @Help(timetableWords, 'help')
  async plan(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return this.planPage(page, item, usualPattern(item));
  }

  @Post()
  @HttpCode(200)
  @Refused<TimetablePages>(async (on, refusal, page, id) =>
    on.planPage(page, await on.classes.seen(page.actor, id), page.typed, { refusal }),
  )
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    const { pattern } = readPattern(body);
    const preview = await this.previews.preview(page.actor, id, { pattern });
    return this.planPage(page, item, page.typed, { preview });
  }

  private async planPage(
    page: PageRequest,
    item: ClassItem,
    values: FormValues,
    { preview = null, refusal = null }: { preview?: TimetablePreview | null; refusal?: Refusal | null } = {},
  ): Promise<string> {
    return page.render(
      timetableWords[page.locale].planTitle(item.name),
      <TimetablePlan
        item={item}
        rooms={await roomChoices(this.rooms, page.locale)}
        lecturers={await lecturerChoices(this.lecturers)}
        groups={await groupChoices(this.classes, item.id, page.locale)}
        values={values}
        preview={preview}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

/** A class of a few days is held on all of them; of longer ones, working people study at weekends, others all week. */
const usualPattern = ({ mode, opensOn, closesOn, roomId }: ClassItem): FormValues => ({
  weekdays: (weekdaysBetween(opensOn, closesOn) ?? (mode === 'part_time' ? [6, 7] : [1, 2, 3, 4, 5])).map(String),
  parts: ['morning', 'afternoon'],
  from: opensOn,
  to: closesOn,
  skipHolidays: true,
  roomId,
});
