import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { DuplicatesQueries } from './duplicates.queries';
import { DuplicatesService } from './duplicates.service';
import { duplicatesVisibleTo, personMergers } from './mergers.policy';
import { MergersQueries } from './mergers.queries';
import { DuplicatesPageQuery, MergerReversalRequest, MergersPageQuery, PersonMergerRequest } from './mergers.requests';
import { PersonMergersService } from './mergers.service';
import { comparisonWords, duplicateWords, mergerWords } from './mergers.words';
import { ComparisonPage } from './views/comparison';
import { DuplicateList } from './views/duplicate-list';
import { MergerList, MergerPage } from './views/mergers';
import { UnitChoices } from '../../organization/unit-choices.queries';

@Pages('people')
@Access(personMergers)
export class PersonMergersPages {
  constructor(
    private readonly duplicates: DuplicatesQueries,
    private readonly comparisons: DuplicatesService,
    private readonly mergers: PersonMergersService,
    private readonly queries: MergersQueries,
    private readonly unitChoices: UnitChoices,
  ) {}

  @Get('duplicates')
  @Help(duplicateWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: DuplicatesPageQuery): Promise<string> {
    const { cursor, ...given } = query;
    const filter = { ...given, unitIds: duplicatesVisibleTo(page.actor) };
    const pairs = await this.duplicates.list({ ...filter, after: cursor });
    const count = await this.duplicates.count(filter);
    const units = await this.unitChoices.among(filter.unitIds, page.locale, { of: 'all', chosen: query.unitId });
    return page.render(duplicateWords[page.locale].title, <DuplicateList {...{ pairs, count, query, units }} />);
  }

  @Get('duplicates/workbook')
  async workbook(@Page() page: PageRequest, @Query() query: DuplicatesPageQuery): Promise<StreamableFile> {
    return download(await this.comparisons.workbook(page.actor, query, page.locale));
  }

  @Get('mergers')
  @Help(mergerWords, 'help')
  async listMergers(@Page() page: PageRequest, @Query() { cursor, sort }: MergersPageQuery): Promise<string> {
    const mergers = await this.queries.list({ sort, after: cursor, unitIds: duplicatesVisibleTo(page.actor) });
    return page.render(
      mergerWords[page.locale].title,
      <MergerList mergers={mergers} sort={sort} isFirstPage={cursor === undefined} />,
    );
  }

  @Get('mergers/:id')
  @Help(mergerWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.mergerPage(page, id);
  }

  @Post('mergers/:id/reversal')
  @Refused<PersonMergersPages>((on, refusal, page, id) => on.mergerPage(page, id!, refusal))
  async undo(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.mergers.undo(page.actor, id, readRequest(MergerReversalRequest, body).reason);
    return page.done(`/people/mergers/${id}`, mergerWords[page.locale].undid);
  }

  @Get(':id/duplicates/:otherId')
  @Help(comparisonWords, 'help')
  async compare(@Page() page: PageRequest, @PathId() id: string, @PathId('otherId') otherId: string): Promise<string> {
    return this.comparisonPage(page, id, otherId);
  }

  @Post(':id/duplicates/:otherId/merger')
  @Refused<PersonMergersPages>((on, refusal, page, id, otherId) => on.comparisonPage(page, id!, otherId!, refusal))
  async merge(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('otherId') otherId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const merger = await this.mergers.merge(
      page.actor,
      id,
      readRequest(PersonMergerRequest, { ...(body as object), otherId }),
    );
    return page.done(`/people/mergers/${merger}`, comparisonWords[page.locale].merged);
  }

  @Post(':id/duplicates/:otherId/distinction')
  @Refused<PersonMergersPages>((on, refusal, page, id, otherId) => on.comparisonPage(page, id!, otherId!, refusal))
  async tellApart(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('otherId') otherId: string,
  ): Promise<Redirect> {
    await this.comparisons.tellApart(page.actor, id, otherId);
    return page.done('/people/duplicates', comparisonWords[page.locale].saidApart);
  }

  @Post(':id/duplicates/:otherId/distinction/withdrawal')
  @Refused<PersonMergersPages>((on, refusal, page, id, otherId) => on.comparisonPage(page, id!, otherId!, refusal))
  async withdrawDistinction(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('otherId') otherId: string,
  ): Promise<Redirect> {
    await this.comparisons.withdrawDistinction(page.actor, id, otherId);
    return page.done(`/people/${id}/duplicates/${otherId}`, comparisonWords[page.locale].withdrawn);
  }

  private async comparisonPage(
    page: PageRequest,
    id: string,
    otherId: string,
    refusal: Refusal | null = null,
  ): Promise<string> {
    const comparison = await this.comparisons.compare(page.actor, id, otherId);
    const refused = refusal && { refusal, values: page.typed };
    return page.render(comparisonWords[page.locale].title, <ComparisonPage {...{ comparison, refused }} />, refusal);
  }

  private async mergerPage(page: PageRequest, id: string, refusal: Refusal | null = null): Promise<string> {
    const merger = found(await this.queries.merger(id, duplicatesVisibleTo(page.actor)));
    const hindrances = merger.undoneAt === null ? await this.mergers.inTheWayOfUndoing(id) : [];
    const refused = refusal && { refusal, values: page.typed };
    return page.render(mergerWords[page.locale].one, <MergerPage {...{ merger, hindrances, refused }} />, refusal);
  }
}
