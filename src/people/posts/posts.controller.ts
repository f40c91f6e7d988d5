import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { IfMatch, Tagged } from '../../platform/etags';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { peopleReaders, unitsListedFor } from '../people.policy';
import { type ContradictionItem, ContradictionsQueries } from './contradictions.queries';
import { postKeepers } from './posts.policy';
import { type PostItem, PostsQueries } from './posts.queries';
import { ContradictionsQuery, PostRequest, PostsQuery, PostTrialRequest, UnknownTextsQuery } from './posts.requests';
import { type PostChanges, postFacts, PostsService } from './posts.service';
import { type UnknownTextItem, UnknownTextsQueries } from './unknown-texts.queries';

/** The catalogue of posts: how rosters write each, its rank, and whether it makes a key cadre. */
@ApiTags('posts')
@Controller('api/v1/posts')
@Tagged()
export class PostsController {
  constructor(
    private readonly queries: PostsQueries,
    private readonly unknown: UnknownTextsQueries,
    private readonly contradictions: ContradictionsQueries,
    private readonly service: PostsService,
  ) {}

  /** Highest rank first unless told. */
  @Get()
  @Access(peopleReaders)
  async list(@Query() query: PostsQuery): Promise<PageOf<PostItem>> {
    return this.queries.list(query);
  }

  /** What rosters say of a post and the catalogue does not know. */
  @Get('unknown-texts')
  @Access(postKeepers)
  async listUnknown(@Query() query: UnknownTextsQuery): Promise<PageOf<UnknownTextItem>> {
    return this.unknown.list(query);
  }

  /** Whose roster says another thing of being a key cadre than the post they hold. */
  @Get('contradictions')
  @Access(peopleReaders)
  async listContradictions(
    @CurrentActor() actor: Actor,
    @Query() { unitId, ...query }: ContradictionsQuery,
  ): Promise<PageOf<ContradictionItem>> {
    return this.contradictions.list({ ...query, unitIds: unitsListedFor(actor, unitId) });
  }

  @Get(':id')
  @Access(peopleReaders)
  async show(@PathId() id: string): Promise<PostItem> {
    return found(await this.queries.post(id));
  }

  /** Who would change if a post were so, or were not there; nothing is kept. */
  @Post('trials')
  @HttpCode(200)
  @Access(postKeepers)
  async tryOut(@CurrentActor() actor: Actor, @Body() { postId, post }: PostTrialRequest): Promise<PostChanges> {
    return this.service.tryOut(actor, postId ?? null, post ? postFacts(post) : null);
  }

  @Post()
  @Access(postKeepers)
  async add(@CurrentActor() actor: Actor, @Body() request: PostRequest): Promise<PostItem> {
    return this.show(await this.service.add(actor, postFacts(request)));
  }

  /** All of a post, its spellings too. */
  @Put(':id')
  @Access(postKeepers)
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() request: PostRequest,
    @IfMatch() version: number | null,
  ): Promise<PostItem> {
    await this.service.change(actor, id, postFacts(request), version);
    return this.show(id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Access(postKeepers)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.service.remove(actor, id);
  }
}
