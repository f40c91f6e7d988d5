import { Get, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../../platform/pages/page-request';
import { linkTo } from '../../platform/pages/links';
import { peopleReaders, unitsListedFor, unitsVisibleTo } from '../people.policy';
import { ContradictionsQueries } from './contradictions.queries';
import { postKeepers } from './posts.policy';
import { PostsQueries } from './posts.queries';
import { ContradictionsPageQuery, SettlingQuery, UnknownTextsPageQuery } from './posts.requests';
import { postWords } from './posts.words';
import { UnknownTextsQueries } from './unknown-texts.queries';
import { ContradictionList } from './views/contradiction-list';
import { UnknownTextList } from './views/unknown-text-list';
import { PostWorkbooksService } from './workbooks.service';
import { UnitChoices } from '../../organization/unit-choices.queries';

/** What rosters and the catalogue do not agree on, each with the way to settle it. */
@Pages('posts')
export class UnsettledPostsPages {
  constructor(
    private readonly unknown: UnknownTextsQueries,
    private readonly contradictions: ContradictionsQueries,
    private readonly posts: PostsQueries,
    private readonly unitChoices: UnitChoices,
    private readonly workbooks: PostWorkbooksService,
  ) {}

  @Get('unknown-texts')
  @Help(postWords, 'helpOfUnknown')
  @Access(postKeepers)
  async listUnknown(@Page() page: PageRequest, @Query() query: UnknownTextsPageQuery): Promise<string> {
    const { cursor, ...filter } = query;
    const texts = await this.unknown.list({ ...filter, after: cursor });
    const count = await this.unknown.count(filter);
    const posts = (await this.posts.names()).map(({ id, nameVi, nameEn }) => ({
      value: id,
      label: page.locale === 'vi' ? nameVi : nameEn,
    }));
    return page.render(postWords[page.locale].unknown, <UnknownTextList {...{ texts, count, query, posts }} />);
  }

  @Get('unknown-texts/workbook')
  @Access(postKeepers)
  async unknownWorkbook(@Page() page: PageRequest, @Query() query: UnknownTextsPageQuery): Promise<StreamableFile> {
    return download(await this.workbooks.ofUnknown(query, page.locale));
  }

  /** Leads to the form of the post chosen, or of a new one, with the text in it. */
  @Get('unknown-texts/settling')
  @Help(postWords, 'helpToSettle')
  @Access(postKeepers)
  async settle(@Page() page: PageRequest, @Query() { spelling, postId }: SettlingQuery): Promise<Redirect> {
    return page.go(linkTo(postId ? `/posts/${postId}` : '/posts/new', { spelling }));
  }

  @Get('contradictions')
  @Help(postWords, 'helpOfContradictions')
  @Access(peopleReaders)
  async listContradictions(@Page() page: PageRequest, @Query() query: ContradictionsPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, unitId, ...given } = query;
    const filter = { ...given, unitIds: unitsListedFor(actor, unitId) };
    const people = await this.contradictions.list({ ...filter, after: cursor });
    const count = await this.contradictions.count(filter);
    const units = await this.unitChoices.among(unitsVisibleTo(actor), locale, { of: 'all', chosen: unitId });
    return page.render(
      postWords[locale].contradictions,
      <ContradictionList {...{ people, count, query, units, actor }} />,
    );
  }

  @Get('contradictions/workbook')
  @Access(peopleReaders)
  async contradictionsWorkbook(
    @Page() page: PageRequest,
    @Query() query: ContradictionsPageQuery,
  ): Promise<StreamableFile> {
    return download(await this.workbooks.ofContradictions(page.actor, query, page.locale));
  }
}
