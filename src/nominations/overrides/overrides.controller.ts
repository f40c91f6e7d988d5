import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import type { PageOf } from '../../platform/paging';
import { PathId } from '../../platform/requests';
import { deciders, nominationFollowers } from '../nominations.policy';
import { ReasonRequest } from '../nominations.requests';
import { type OverrideItem, OverridesQueries } from './overrides.queries';
import { OverrideRequest } from './overrides.requests';
import { OverridesService } from './overrides.service';

@ApiTags('overrides')
@Controller('api/v1')
export class OverridesController {
  constructor(
    private readonly overrides: OverridesService,
    private readonly queries: OverridesQueries,
  ) {}

  /** Decisions that let people into a class although a rule says no. */
  @Get('classes/:id/overrides')
  @Access(nominationFollowers)
  async list(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<PageOf<OverrideItem>> {
    return { items: await this.queries.ofClass(classId, unitsVisibleTo(actor)), next: null };
  }

  /** Records a decision of the competent authority. */
  @Post('classes/:id/overrides')
  @Access(deciders)
  async record(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() decided: OverrideRequest,
  ): Promise<OverrideItem> {
    const id = await this.overrides.record(actor, classId, decided);
    return this.shown(actor, classId, id);
  }

  /** Takes back what was recorded wrongly. */
  @Post('overrides/:id/revocation')
  @Access(deciders)
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReasonRequest,
  ): Promise<OverrideItem> {
    return this.shown(actor, await this.overrides.revoke(actor, id, reason), id);
  }

  private async shown(actor: Actor, classId: string, id: string): Promise<OverrideItem> {
    const items = await this.queries.ofClass(classId, unitsVisibleTo(actor));
    return items.find((item) => item.id === id)!;
  }
}
