import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import type { PageOf } from '../platform/paging';
import { NotFound } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import type { NeedLine } from './coverage';
import { CoverageQuery, NeedsListQuery, NeedsQuery } from './coverage.requests';
import { type Coverage, CoverageService, type PersonNeeds } from './coverage.service';
import { scorecardReaders } from './reports.policy';

type Needs = Pick<PersonNeeds, 'needs'> & { readonly personId: string };

@ApiTags('reports')
@Controller('api/v1')
export class CoverageController {
  constructor(private readonly coverage: CoverageService) {}

  /** Key cadres by theory level and how many people lack what, per unit and in total. */
  @Get('reports/coverage')
  @Access(scorecardReaders)
  async counts(@CurrentActor() actor: Actor, @Query() query: CoverageQuery): Promise<Coverage> {
    return this.coverage.coverage(actor, query);
  }

  /** Who lacks what and by when. */
  @Get('reports/coverage/needs')
  @Access(scorecardReaders)
  async needs(
    @CurrentActor() actor: Actor,
    @Query() { after, limit, ...filter }: NeedsListQuery,
  ): Promise<PageOf<NeedLine>> {
    return this.coverage.needs(actor, filter, { after, limit });
  }

  /** The same as an Excel file. */
  @Get('reports/coverage/workbook')
  @Access(scorecardReaders)
  async workbook(@CurrentActor() actor: Actor, @Query() query: NeedsQuery): Promise<StreamableFile> {
    return download(await this.coverage.workbook(actor, query));
  }

  /** What is still missing for me, with the calls open now. */
  @Get('me/training-needs')
  @Access('signed_in')
  async mine(@CurrentActor() actor: Actor): Promise<Needs> {
    if (actor.personId === null) throw new NotFound();
    return this.needsOf(actor, actor.personId);
  }

  /** What is still missing for one person: those of the units the caller reaches, and oneself. */
  @Get('people/:id/training-needs')
  @Access('signed_in')
  async ofPerson(@CurrentActor() actor: Actor, @PathId() id: string): Promise<Needs> {
    return this.needsOf(actor, id);
  }

  private async needsOf(actor: Actor, personId: string): Promise<Needs> {
    const { needs } = await this.coverage.ofPerson(actor, personId);
    return { personId, needs };
  }
}
