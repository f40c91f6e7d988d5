import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { type FoundGroup, SearchQueries } from './search.queries';
import { SearchRequest } from './search.requests';

@ApiTags('search')
@Controller('api/v1/search')
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  /** People, classes, nominations, letters, certificates, units and accounts the caller may see, the first few of each kind. */
  @Get()
  @Access('signed_in')
  async find(@CurrentActor() actor: Actor, @Query() { q, kind }: SearchRequest): Promise<PageOf<FoundGroup>> {
    return { items: await this.queries.find(actor, q, kind), next: null };
  }
}
