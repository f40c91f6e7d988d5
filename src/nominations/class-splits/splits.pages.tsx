import { Body, Get, Post, Query } from '@nestjs/common';
import { classPlanners } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { lecturerChoices, roomChoices } from '../../classes/places/choices';
import { LecturersQueries } from '../../classes/places/lecturers.queries';
import { RoomsQueries } from '../../classes/places/rooms.queries';
import { Access } from '../../platform/access/access';
import { Takes } from '../../platform/limits/largest-body';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId } from '../../platform/requests';
import { PlacesQueries } from '../passages/places.queries';
import { readSplit, reshapedBy } from './split.form';
import { SplitPageQuery } from './splits.requests';
import { ClassSplitsService, type SplitOutcome } from './splits.service';
import { splitWords } from './splits.words';
import { SplitPage } from './views/split';

interface Shown {
  readonly values: FormValues;
  readonly refusal?: Refusal;
  readonly outcome?: SplitOutcome;
  readonly cameFrom?: string | undefined;
}

@Pages('classes/:id/split')
@Access(classPlanners)
export class ClassSplitsPages {
  constructor(
    private readonly splits: ClassSplitsService,
    private readonly places: PlacesQueries,
    private readonly classes: ClassesQueries,
    private readonly rooms: RoomsQueries,
    private readonly lecturers: LecturersQueries,
  ) {}

  @Get()
  @Help(splitWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() asked: SplitPageQuery): Promise<string> {
    const { division = 'evenly', count = 1, cameFrom } = asked;
    return this.form(page, id, { values: { division, count: String(count) }, cameFrom });
  }

  /** Shows who would go and what comes along, with a button that does it; or the form for another number of classes, or another way to divide. */
  @Post('preview')
  @Takes({ kilobytes: 192 })
  @Refused<ClassSplitsPages>((on, refusal, page, id) => on.form(page, id, { refusal, values: page.typed }))
  async preview(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const reshaped = reshapedBy(page.typed);
    if (reshaped) return this.form(page, id, reshaped);
    const outcome = await this.splits.tryOut(page.actor, id, readSplit(body));
    return this.form(page, id, { outcome, values: page.typed });
  }

  @Post()
  @Takes({ kilobytes: 192 })
  @Refused<ClassSplitsPages>((on, refusal, page, id) => on.form(page, id, { refusal, values: page.typed }))
  async split(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { parts } = await this.splits.split(page.actor, id, readSplit(body));
    const people = parts.reduce((sum, part) => sum + part.people.length, 0);
    const codes = parts.map(({ code }) => code).join(', ');
    return page.done(
      `/classes/${parts.length === 1 ? parts[0]!.classId : id}`,
      splitWords[page.locale].done(people, codes),
    );
  }

  private async form(page: PageRequest, id: string, shown: Shown): Promise<string> {
    const item = await this.classes.seen(page.actor, id);
    return page.render(
      splitWords[page.locale].title(item.name),
      <SplitPage
        item={item}
        places={await this.places.of(id)}
        rooms={await roomChoices(this.rooms, page.locale)}
        lecturers={await lecturerChoices(this.lecturers)}
        {...shown}
      />,
      shown.refusal,
    );
  }
}
