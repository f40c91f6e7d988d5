import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { type FormValues, textAt } from '../../platform/pages/form-scope';
import { readRecordForm, recordForm } from '../../platform/pages/records/record-form';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { peopleReaders } from '../people.policy';
import { mayKeepPosts, postKeepers } from './posts.policy';
import { type PostItem, PostsQueries } from './posts.queries';
import { NewPostQuery, PostRequest, PostsPageQuery } from './posts.requests';
import { type PostFacts, postFacts, PostsService } from './posts.service';
import { postWords } from './posts.words';
import { PostForm, type TriedPost } from './views/post-form';
import { PostList } from './views/post-list';
import { PostWorkbooksService } from './workbooks.service';

/** The catalogue; whoever saves a post has seen who changes by it. */
@Pages('posts')
export class PostsPages {
  constructor(
    private readonly queries: PostsQueries,
    private readonly service: PostsService,
    private readonly workbooks: PostWorkbooksService,
  ) {}

  @Get()
  @Help(postWords, 'help')
  @Access(peopleReaders)
  async list(@Page() page: PageRequest, @Query() query: PostsPageQuery): Promise<string> {
    const { cursor, ...filter } = query;
    const posts = await this.queries.list({ ...filter, after: cursor });
    const mayKeep = mayKeepPosts(page.actor);
    return page.render(postWords[page.locale].title, <PostList {...{ posts, query, mayKeep }} />);
  }

  @Get('workbook')
  @Access(peopleReaders)
  async workbook(@Page() page: PageRequest, @Query() query: PostsPageQuery): Promise<StreamableFile> {
    return download(await this.workbooks.ofPosts(query, page.locale));
  }

  @Get('new')
  @Help(postWords, 'helpToAdd')
  @Access(postKeepers)
  async new(@Page() page: PageRequest, @Query() { spelling = '' }: NewPostQuery): Promise<string> {
    return this.formPage(page, null, { typed: { nameVi: spelling } });
  }

  @Post()
  @Access(postKeepers)
  @Refused<PostsPages>((on, refusal, page) => on.formPage(page, null, { typed: page.typed, refusal }))
  async add(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect | string> {
    const facts = readPost(body);
    if (!isSeen(page.typed, facts)) return this.tried(page, null, facts);
    return this.saved(page, await this.service.add(page.actor, facts));
  }

  @Get(':id')
  @Help(postWords, 'helpOfOne')
  @Access(peopleReaders)
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() { spelling }: NewPostQuery): Promise<string> {
    return this.formPage(page, await this.post(id), { spelling });
  }

  @Post(':id')
  @Access(postKeepers)
  @Refused<PostsPages>(async (on, refusal, page, id) =>
    on.formPage(page, await on.post(id), { typed: page.typed, refusal }),
  )
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect | string> {
    const facts = readPost(body);
    const post = await this.post(id);
    if (!isSeen(page.typed, facts)) return this.tried(page, post, facts);
    await this.service.change(page.actor, id, facts, readRecordForm(body).version);
    return this.saved(page, id);
  }

  @Post(':id/removal')
  @Access(postKeepers)
  async remove(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.service.remove(page.actor, id);
    return page.done('/posts', postWords[page.locale].removed);
  }

  private async tried(page: PageRequest, post: PostItem | null, facts: PostFacts): Promise<string> {
    const changes = await this.service.tryOut(page.actor, post?.id ?? null, facts);
    return this.formPage(page, post, { typed: page.typed, tried: { changes, seen: fingerprint(facts) } });
  }

  private async saved(page: PageRequest, id: string): Promise<Redirect> {
    return page.done('/posts', postWords[page.locale].savedWith((await this.post(id)).people));
  }

  private formPage(
    page: PageRequest,
    post: PostItem | null,
    { typed = null, tried = null, refusal = null, spelling }: Shown,
  ): string {
    const say = postWords[page.locale];
    const mayKeep = mayKeepPosts(page.actor);
    const form = post ? recordForm(valuesOf(post), typed, refusal) : { values: typed ?? {}, errors: refusal?.fields };
    const values = spelling === undefined ? form.values : withSpelling(form.values, spelling);
    return page.render(
      post ? post.nameVi : say.add,
      <PostForm {...{ post, tried, refusal, mayKeep }} form={{ ...form, values }} />,
      refusal ?? undefined,
    );
  }

  private async post(id: string | undefined): Promise<PostItem> {
    return found(await this.queries.post(id!));
  }
}

interface Shown {
  readonly typed?: FormValues | null;
  /** Who changes by it, once it was asked. */
  readonly tried?: TriedPost | null;
  readonly refusal?: Refusal | null;
  /** One that is to be added. */
  readonly spelling?: string | undefined;
}

/** A form sends spellings in one text, a line each. */
function readPost(body: unknown): PostFacts {
  const { nameVi, nameEn, rank, makesKeyCadre, citationVi, citationEn, verified, spellings } = body as FormValues;
  const lines = String(spellings ?? '')
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter(Boolean);
  const sent = { nameVi, nameEn, rank, makesKeyCadre, citationVi, citationEn, verified };
  return postFacts(readRequest(PostRequest, { ...sent, ...(lines.length > 0 && { spellings: lines }) }));
}

const fingerprint = (facts: PostFacts): string => JSON.stringify(facts);

const isSeen = (typed: FormValues, facts: PostFacts): boolean => textAt(typed, 'seen') === fingerprint(facts);

function valuesOf(post: PostItem) {
  const { nameVi, nameEn, rank, makesKeyCadre, citation, verified, spellings, version } = post;
  return {
    ...{ version, nameVi, nameEn, rank, citationVi: citation.vi, citationEn: citation.en },
    makesKeyCadre: String(makesKeyCadre),
    verified: String(verified),
    spellings: spellings.filter((one) => one !== nameVi).join('\n'),
  };
}

const withSpelling = (values: FormValues, added: string): FormValues => ({
  ...values,
  spellings: [textAt(values, 'spellings'), added].filter(Boolean).join('\n'),
});
