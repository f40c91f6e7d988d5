import { Body, Get, Post, Query } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { unitsVisibleTo } from '../../people/people.policy';
import { Access } from '../../platform/access/access';
import { Takes } from '../../platform/limits/largest-body';
import { textAt } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect, Refused } from '../../platform/pages/page-request';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { isHeldBack } from '../candidates';
import { CandidatesQueries } from '../candidates.queries';
import { baseUnits } from '../nominating-units';
import { deciders, mayEndorseOrReview, nominationFollowers } from '../nominations.policy';
import { ReasonRequest } from '../nominations.requests';
import { OverridesQueries } from './overrides.queries';
import { OverrideFormRequest, OverridesPageQuery } from './overrides.requests';
import { OverridesService } from './overrides.service';
import { overrideWords } from './overrides.words';
import { Overrides, type RefusedOverride } from './views/overrides';

@Pages('classes/:id/overrides')
export class OverridesPages {
  constructor(
    private readonly overrides: OverridesService,
    private readonly queries: OverridesQueries,
    private readonly candidates: CandidatesQueries,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(overrideWords, 'help')
  @Access(nominationFollowers)
  async list(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @Query() query: OverridesPageQuery,
  ): Promise<string> {
    return this.listPage(page, classId, query);
  }

  @Post()
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(deciders)
  @Refused<OverridesPages>((on, refusal, page, classId) =>
    on.listPage(page, classId, { unitId: textAt(page.typed, 'unitId') || undefined }, { overrideId: null, refusal }),
  )
  async record(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const id = await this.overrides.record(page.actor, classId, readRequest(OverrideFormRequest, fields));
    await this.scans.keepWith(page.actor, 'admission_override', id, scan);
    return page.done(`/classes/${classId}/overrides`, overrideWords[page.locale].recorded);
  }

  @Post(':overrideId/revocation')
  @Access(deciders)
  @Refused<OverridesPages>((on, refusal, page, classId, overrideId) =>
    on.listPage(page, classId, {}, { overrideId, refusal }),
  )
  async revoke(
    @Page() page: PageRequest,
    @PathId() classId: string,
    @PathId('overrideId') overrideId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.overrides.revoke(page.actor, overrideId, readRequest(ReasonRequest, body).reason);
    return page.done(`/classes/${classId}/overrides`, overrideWords[page.locale].revoked);
  }

  private async listPage(
    page: PageRequest,
    classId: string,
    { unitId, personId }: OverridesPageQuery,
    refused: Pick<RefusedOverride, 'overrideId' | 'refusal'> | null = null,
  ): Promise<string> {
    const { actor, locale } = page;
    const item = await this.classes.seen(actor, classId);
    const units = (await baseUnits(this.organization, locale)).filter(({ id }) => mayEndorseOrReview(actor, id));
    const unit = units.find(({ id }) => id === unitId) ?? null;
    const people = unit ? await this.candidates.of(classId, unit.id, 'everybody') : [];
    return page.render(
      overrideWords[locale].ofClass(item.name),
      <Overrides
        item={item}
        actor={actor}
        overrides={await this.queries.ofClass(classId, unitsVisibleTo(actor))}
        units={units}
        unit={unit}
        people={people.filter(isHeldBack)}
        personId={personId ?? null}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal ?? null,
    );
  }
}
