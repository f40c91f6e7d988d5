import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { mayRunClass } from '../classes/classes.policy';
import { ClassesQueries } from '../classes/classes.queries';
import { Access } from '../platform/access/access';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe, readRequest } from '../platform/requests';
import { assertSeesRoster, mayHandInEssay, mayMarkEssays, mayReadEssay } from './enrollments.policy';
import { EnrollmentsQueries, type EssayItem } from './enrollments.queries';
import { EssayMarkRequest, EssayRequest, SheetPageQuery } from './enrollments.requests';
import { EssaysService } from './essays.service';
import { essayWords } from './essays.words';
import { showMark } from './show-mark';
import { Essay, type EssayView } from './views/essay';
import { Essays } from './views/essays';

const rowsOfPage = 100;

@Pages()
export class EssaysPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly essays: EssaysService,
  ) {}

  /** The whole class for those who run it; everybody else is led to the own essay. */
  @Get('classes/:id/essays')
  @Access('signed_in')
  async essaysOfClass(
    @Page() page: PageRequest,
    @Param('id', IdPipe) id: string,
    @Query() { cursor }: SheetPageQuery,
  ): Promise<string | Redirect> {
    const { actor } = page;
    if (!mayRunClass(actor, id)) return this.ownEssay(page, id);
    const item = await this.classes.class(id);
    assertSeesRoster(actor, item);
    const [roster, units, nextToMark] = await Promise.all([
      this.enrollments.roster({ classId: id, unitIds: null, limit: rowsOfPage, after: cursor }),
      this.enrollments.rosterUnits(id, null),
      this.enrollments.nextEssayToMark(id),
    ]);
    return page.render(
      `${essayWords[page.locale].essays} ${item.code}`,
      <Essays
        item={item}
        actor={actor}
        roster={roster}
        units={units}
        nextToMark={mayMarkEssays(actor) ? nextToMark : null}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  @Get('enrollments/:id/essay')
  @Access('signed_in')
  async essay(@Page() page: PageRequest, @Param('id', IdPipe) id: string): Promise<string> {
    return this.essayPage(page, id, null);
  }

  @Post('enrollments/:id/essay')
  @Access('signed_in')
  async handIn(
    @Page() page: PageRequest,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        await this.essays.handIn(page.actor, id, readRequest(EssayRequest, body).body);
        return page.done(`/enrollments/${id}/essay`, essayWords[page.locale].handedIn);
      },
      (refusal) => this.essayPage(page, id, { form: 'essay', typed: page.typed, refusal }),
    );
  }

  @Post('enrollments/:id/essay-mark')
  @Access('training_officer')
  async mark(
    @Page() page: PageRequest,
    @Param('id', IdPipe) id: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const { mark } = readRequest(EssayMarkRequest, body);
        await this.essays.mark(page.actor, id, mark);
        return this.afterMarking(page, await this.readable(page, id), mark);
      },
      (refusal) => this.essayPage(page, id, { form: 'mark', typed: page.typed, refusal }),
    );
  }

  private async ownEssay(page: PageRequest, classId: string): Promise<Redirect> {
    const { personId } = page.actor;
    const enrollment = personId ? await this.enrollments.ofPersonInClass(personId, classId) : null;
    if (!enrollment) throw new NotFound();
    return page.go(`/enrollments/${enrollment.id}/essay`);
  }

  private async afterMarking(page: PageRequest, { classId, fullName }: EssayItem, mark: number): Promise<Redirect> {
    const say = essayWords[page.locale];
    const marked = say.marked(fullName, showMark(mark, page.locale));
    const next = await this.enrollments.nextEssayToMark(classId);
    return next
      ? page.done(`/enrollments/${next}/essay`, marked)
      : page.done(`/classes/${classId}/essays`, `${marked} ${say.allMarked}`);
  }

  private async readable(page: PageRequest, id: string): Promise<EssayItem> {
    const essay = await this.enrollments.essay(id);
    if (!essay || !mayReadEssay(page.actor, essay)) throw new NotFound();
    return essay;
  }

  private async essayPage(page: PageRequest, id: string, refused: EssayView['refused']): Promise<string> {
    const essay = await this.readable(page, id);
    const { actor } = page;
    const isOwn = actor.personId === essay.personId;
    const say = essayWords[page.locale];
    return page.render(
      isOwn ? say.myEssay : say.essayOf(essay.fullName),
      <Essay
        essay={essay}
        isOwn={isOwn}
        mayHandIn={mayHandInEssay(actor, essay, essay.handedInAt !== null) && essay.mark === null}
        mayMark={mayMarkEssays(actor)}
        back={
          mayRunClass(actor, essay.classId)
            ? { href: `/classes/${essay.classId}/essays`, label: say.backToEssays }
            : undefined
        }
        refused={refused}
      />,
      refused?.refusal ?? null,
    );
  }
}
