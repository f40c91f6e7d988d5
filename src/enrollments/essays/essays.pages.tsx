import { hasEnded } from '../../classes/training-class.states';
import { Body, Get, Post, Query } from '@nestjs/common';
import { classRunners, mayRunClass } from '../../classes/classes.policy';
import { ClassesQueries } from '../../classes/classes.queries';
import { Access } from '../../platform/access/access';
import { isNowhere } from '../../platform/access/reach';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import { assertSeesRoster, mayHandInEssay, mayMarkEssay, mayReadEssay, rosterUnits } from '../enrollments.policy';
import { EnrollmentsQueries } from '../enrollments.queries';
import { mostEssayMegabytes, readEssayForm } from './form';
import { EssayTermsService } from './terms.service';
import { type EssayItem, EssaysQueries } from './essays.queries';
import {
  EssayAcceptanceRequest,
  EssayMarkRequest,
  EssayReturnRequest,
  EssaysPageQuery,
  EssayTermRequest,
} from './essays.requests';
import { EssaysService } from './essays.service';
import { essayWords } from './essays.words';
import { showMark } from '../show-mark';
import { Essay, type EssayView } from './views/essay';
import { Essays, type RefusedTerm } from './views/essays';

const rowsOfPage = 100;

@Pages()
export class EssaysPages {
  constructor(
    private readonly classes: ClassesQueries,
    private readonly enrollments: EnrollmentsQueries,
    private readonly queries: EssaysQueries,
    private readonly essays: EssaysService,
    private readonly terms: EssayTermsService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Who handed in, for those who see the roster; everybody else is led to the own essay. */
  @Get('classes/:id/essays')
  @Help(essayWords, 'helpOfClass')
  @Access('signed_in')
  async essaysOfClass(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() query: EssaysPageQuery,
  ): Promise<string | Redirect> {
    if (isNowhere(rosterUnits(page.actor, id))) return this.ownEssay(page, id);
    return this.listPage(page, id, query, null);
  }

  @Post('classes/:id/essays/term')
  @Access(classRunners)
  @Refused<EssaysPages>((on, refusal, page, id) => on.listPage(page, id, {}, { typed: page.typed, refusal }))
  async setTerm(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.terms.set(page.actor, id, new Date(readRequest(EssayTermRequest, body).dueAt));
    return page.done(`/classes/${id}/essays`, essayWords[page.locale].termSet);
  }

  @Get('enrollments/:id/essay')
  @Help(essayWords, 'help')
  @Access('signed_in')
  async essay(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.essayPage(page, id, null);
  }

  @Post('enrollments/:id/essay')
  @Takes({ kilobytes: 256, fileMegabytes: mostEssayMegabytes })
  @Access('signed_in')
  @Refused<EssaysPages>((on, refusal, page, id) =>
    on.essayPage(page, id, { form: 'essay', typed: page.typed, refusal }),
  )
  async handIn(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.essays.handIn(page.actor, id, await readEssayForm(page.raw, this.settings.essayFileMegabytes));
    return page.done(`/enrollments/${id}/essay`, essayWords[page.locale].handedIn);
  }

  @Post('enrollments/:id/essay-acceptance')
  @Access(classRunners)
  @Refused<EssaysPages>((on, refusal, page, id) => on.essayPage(page, id, { form: 'mark', typed: page.typed, refusal }))
  async accept(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const { mark, version } = readRequest(EssayAcceptanceRequest, body);
    await this.essays.accept(page.actor, id, { mark, version });
    return this.afterDeciding(page, id, (say, name) =>
      mark === undefined ? say.wasAccepted(name) : say.marked(name, showMark(mark, page.locale)),
    );
  }

  @Post('enrollments/:id/essay-return')
  @Access(classRunners)
  @Refused<EssaysPages>((on, refusal, page, id) =>
    on.essayPage(page, id, { form: 'return', typed: page.typed, refusal }),
  )
  async sendBack(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const { dueAt, ...returned } = readRequest(EssayReturnRequest, body);
    await this.essays.sendBack(page.actor, id, { ...returned, dueAt: new Date(dueAt) });
    return this.afterDeciding(page, id, (say, name) => say.wasSentBack(name));
  }

  @Post('enrollments/:id/essay-mark')
  @Access(classRunners)
  @Refused<EssaysPages>((on, refusal, page, id) => on.essayPage(page, id, { form: 'mark', typed: page.typed, refusal }))
  async mark(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const { mark, version } = readRequest(EssayMarkRequest, body);
    await this.essays.mark(page.actor, id, mark, version);
    return this.afterDeciding(page, id, (say, name) => say.marked(name, showMark(mark, page.locale)));
  }

  private async ownEssay(page: PageRequest, classId: string): Promise<Redirect> {
    const { personId } = page.actor;
    const enrollment = found(personId ? await this.enrollments.ofPersonInClass(personId, classId) : null);
    return page.go(`/enrollments/${enrollment.id}/essay`);
  }

  private async afterDeciding(
    page: PageRequest,
    id: string,
    sentence: (say: (typeof essayWords)['vi'], name: string) => string,
  ): Promise<Redirect> {
    const say = essayWords[page.locale];
    const { classId, fullName } = await this.readable(page, id);
    const said = sentence(say, fullName);
    const next = await this.queries.nextToDecide(classId);
    return next
      ? page.done(`/enrollments/${next}/essay`, said)
      : page.done(`/classes/${classId}/essays`, `${said} ${say.allMarked}`);
  }

  private async readable(page: PageRequest, id: string): Promise<EssayItem> {
    return found(await this.queries.essay(id), (essay) => mayReadEssay(page.actor, essay));
  }

  private async listPage(
    page: PageRequest,
    id: string,
    { cursor, ...query }: EssaysPageQuery,
    refused: RefusedTerm | null,
  ): Promise<string> {
    const { actor } = page;
    const item = await this.classes.class(id);
    assertSeesRoster(actor, item);
    const unitIds = rosterUnits(actor, id);
    const runs = mayRunClass(actor, id);
    const [list, units, dueAt, nextToDecide, own] = await Promise.all([
      this.queries.list({ classId: id, unitIds, ...query, limit: rowsOfPage, after: cursor }),
      this.queries.units(id, unitIds),
      this.queries.dueAt(id),
      runs ? this.queries.nextToDecide(id) : null,
      actor.personId ? this.enrollments.ofPersonInClass(actor.personId, id) : null,
    ]);
    return page.render(
      `${essayWords[page.locale].essays} ${item.code}`,
      <Essays
        item={item}
        actor={actor}
        list={list}
        units={units}
        dueAt={dueAt}
        query={query}
        maySetTerm={runs && !hasEnded(item.state)}
        mayRead={runs}
        nextToDecide={nextToDecide}
        ownEnrollmentId={own?.id ?? null}
        isFirstPage={cursor === undefined}
        refused={refused}
      />,
      refused?.refusal ?? null,
    );
  }

  private async essayPage(page: PageRequest, id: string, refused: EssayView['refused']): Promise<string> {
    const essay = await this.readable(page, id);
    const { actor } = page;
    const isOwn = actor.personId === essay.personId;
    const isOpen = !hasEnded(essay.classState) && essay.endedAt === null;
    const isReplaceable = essay.mark === null && essay.decision !== 'accepted';
    const say = essayWords[page.locale];
    return page.render(
      isOwn ? say.myEssay : say.essayOf(essay.fullName),
      <Essay
        essay={essay}
        isOwn={isOwn}
        mayHandIn={isOpen && isReplaceable && mayHandInEssay(actor, essay, essay.handedInAt !== null)}
        mayDecide={isOpen && mayMarkEssay(actor, essay)}
        maxMegabytes={this.settings.essayFileMegabytes}
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
