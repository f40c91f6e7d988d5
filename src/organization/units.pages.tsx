import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { mayKeepUnit, mayMergeUnits, treeKeepers } from './organization.policy';
import { OrganizationQueries } from './organization.queries';
import { MoveUnitRequest, RenameUnitRequest, UnitAddressRequest, UnitReturnRequest } from './organization.requests';
import { OrganizationService } from './organization.service';
import { UnitTreeService } from './unit-tree.service';
import { unitWords } from './units.words';
import { type UnitForm, UnitPage } from './views/unit';
import { UnitsPage } from './views/units';

@Pages('units')
@Access(treeKeepers)
export class UnitsPages {
  constructor(
    private readonly service: OrganizationService,
    private readonly tree: UnitTreeService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(unitWords, 'help')
  async list(@Page() page: PageRequest): Promise<string> {
    const units = await this.organization.units();
    const mayMerge = mayMergeUnits(page.actor);
    return page.render(unitWords[page.locale].title, <UnitsPage units={units} mayMerge={mayMerge} />);
  }

  @Get(':id')
  @Help(unitWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.unit(page, id);
  }

  @Post(':id/names')
  @Refused<UnitsPages>((on, refusal, page, id) => on.unit(page, id, { form: 'names', refusal }))
  async rename(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.rename(page.actor, id, readRequest(RenameUnitRequest, body));
    return page.done(`/units/${id}`, unitWords[page.locale].renamed);
  }

  @Post(':id/moves')
  @Refused<UnitsPages>((on, refusal, page, id) => on.unit(page, id, { form: 'moves', refusal }))
  async move(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.tree.move(page.actor, id, readRequest(MoveUnitRequest, body));
    return page.done(`/units/${id}`, unitWords[page.locale].moved);
  }

  @Post(':id/address')
  @Refused<UnitsPages>((on, refusal, page, id) => on.unit(page, id, { form: 'address', refusal }))
  async locate(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.tree.locate(page.actor, id, readRequest(UnitAddressRequest, body).address ?? null);
    return page.done(`/units/${id}`, unitWords[page.locale].addressSaved);
  }

  @Post(':id/return')
  @Refused<UnitsPages>((on, refusal, page, id) => on.unit(page, id, { form: 'return', refusal }))
  async comeBack(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.tree.comeBack(page.actor, id, readRequest(UnitReturnRequest, body).reason);
    return page.done(`/units/${id}`, unitWords[page.locale].cameBack);
  }

  private async unit(page: PageRequest, id: string, refused: { form: UnitForm; refusal: Refusal } | null = null) {
    const unit = found(await this.organization.unit(id), () => mayKeepUnit(page.actor, id));
    const [names, parents, units] = await Promise.all([
      this.organization.names(id),
      this.organization.parents(id),
      this.organization.units(),
    ]);
    const above = units.filter((other) => other.isLive && other.id !== id);
    const mayGiveSeats = mayMergeUnits(page.actor);
    const shown = { unit, names, parents, above, mayGiveSeats, refused: refused && { ...refused, values: page.typed } };
    return page.render(page.locale === 'vi' ? unit.nameVi : unit.nameEn, <UnitPage {...shown} />, refused?.refusal);
  }
}
