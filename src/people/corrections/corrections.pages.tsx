import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found, NotFound } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { formFactWords, shownForm } from '../by-hand/person-form';
import { rosterKeepers, rosterReaders, rosterUnitsVisibleTo } from '../people.policy';
import { readCorrectionForm } from '../people.requests';
import { PeopleService } from '../people.service';
import { peopleWords } from '../people.words';
import { isFactOfForm } from './asked-fact';
import { correctionsShown, mayAnswerCorrection, maySeeCorrection } from './corrections.policy';
import { CorrectionsQueries } from './corrections.queries';
import {
  AskedFactQuery,
  CorrectionAskedRequest,
  CorrectionDeclinedRequest,
  CorrectionPageQuery,
} from './corrections.requests';
import { CorrectionsService } from './corrections.service';
import { correctionWords } from './corrections.words';
import { CorrectionExportsService } from './exports.service';
import { AskCorrection, ChooseFact } from './views/ask-correction';
import { CorrectionList } from './views/correction-list';
import { CorrectAsAsked, CorrectionPage } from './views/correction-page';
import { isNowhere } from '../../platform/access/reach';
import { UnitChoices } from '../../organization/unit-choices.queries';

@Pages('correction-requests')
@Access('signed_in')
export class CorrectionsPages {
  constructor(
    private readonly corrections: CorrectionsService,
    private readonly queries: CorrectionsQueries,
    private readonly exports: CorrectionExportsService,
    private readonly people: PeopleService,
    private readonly unitChoices: UnitChoices,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(correctionWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: CorrectionPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, waitsFor, ...given } = query;
    const filter = { ...given, ...correctionsShown(actor, waitsFor) };
    const requests = await this.queries.list({ ...filter, after: cursor });
    const count = await this.queries.count(filter);
    const visible = rosterUnitsVisibleTo(actor);
    const units = await this.unitChoices.among(visible, locale, { of: 'all', chosen: query.unitId });
    return page.render(
      correctionWords[locale].title,
      <CorrectionList
        {...{ requests, count, query }}
        units={units}
        isReader={!isNowhere(visible)}
        isPerson={actor.personId !== null}
      />,
    );
  }

  @Get('workbook')
  @Access(rosterReaders)
  async workbook(@Page() page: PageRequest, @Query() query: CorrectionPageQuery): Promise<StreamableFile> {
    return download(await this.exports.workbook(page.actor, query, page.locale));
  }

  @Get('new')
  @Help(correctionWords, 'helpToReport')
  async begin(@Page() page: PageRequest, @Query() { fact }: AskedFactQuery): Promise<string> {
    return this.askPage(page, fact, null);
  }

  @Post()
  @Refused<CorrectionsPages>((on, refusal, page) => on.askPage(page, String(page.typed['fact']), refusal))
  async ask(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    await this.corrections.ask(page.actor, readRequest(CorrectionAskedRequest, body));
    return page.done(`/people/${page.actor.personId}`, correctionWords[page.locale].sent);
  }

  @Get(':id')
  @Help(correctionWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.requestPage(page, id, null);
  }

  @Get(':id/correction')
  @Help(correctionWords, 'helpToCorrect')
  @Access(rosterKeepers)
  async beginCorrection(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.correctionPage(page, id, null);
  }

  @Post(':id/correction')
  @Access(rosterKeepers)
  @Refused<CorrectionsPages>((on, refusal, page, id) => on.correctionPage(page, id!, refusal))
  async correct(@Page() page: PageRequest, @PathId() id: string, @Body() body: object | null): Promise<Redirect> {
    const { version, ...correction } = readCorrectionForm(body ?? {});
    await this.corrections.correct(page.actor, id, correction, version);
    return page.done('/correction-requests?state=open', correctionWords[page.locale].corrected);
  }

  @Post(':id/rejection')
  @Access(rosterKeepers)
  @Refused<CorrectionsPages>((on, refusal, page, id) => on.requestPage(page, id!, refusal))
  async decline(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.corrections.decline(page.actor, id, readRequest(CorrectionDeclinedRequest, body).answer);
    return page.done('/correction-requests?state=open', correctionWords[page.locale].declined);
  }

  private async askPage(page: PageRequest, fact: string | undefined, refusal: Refusal | null): Promise<string> {
    const { actor, locale, typed } = page;
    if (actor.personId === null) throw new NotFound();
    const person = await this.people.read(actor, actor.personId);
    const today = this.clock.today();
    const isChosen = fact !== undefined && isFactOfForm(fact);
    const visible = { unitIds: [], personId: person.id };
    const { items: open } = await this.queries.list({ state: 'open', visible });
    return page.render(
      correctionWords[locale].report,
      isChosen ? (
        <AskCorrection {...{ person, fact, typed, refusal, today }} />
      ) : (
        <ChooseFact {...{ person, open, refusal, today }} />
      ),
      refusal,
    );
  }

  private async requestPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const request = found(await this.queries.request(id), (request) => maySeeCorrection(page.actor, request));
    return page.render(
      correctionWords[page.locale].of(request.fullName),
      <CorrectionPage
        {...{ request, refusal, typed: page.typed }}
        mayAnswer={mayAnswerCorrection(page.actor, request)}
      />,
      refusal,
    );
  }

  private async correctionPage(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const { actor, locale, typed } = page;
    const request = await this.corrections.answerable(actor, id);
    const { fact, asked } = request;
    const person = await this.people.read(actor, request.personId);
    const reason = correctionWords[locale].reasonOfRequest(formFactWords(locale, fact).label);
    const form = shownForm(person, refusal ? typed : { [fact]: asked, reason }, refusal);
    return page.render(
      peopleWords[locale].correct,
      <CorrectAsAsked {...{ request, person, form, refusal, today: this.clock.today() }} />,
      refusal,
    );
  }
}
