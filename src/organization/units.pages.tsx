import { Body, Get, Param, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { IdPipe, readRequest } from '../platform/requests';
import { mayKeepUnit, mayMergeUnits, treeKeepers } from './organization.policy';
import { OrganizationQueries } from './organization.queries';
import { RenameUnitRequest } from './organization.requests';
import { OrganizationService } from './organization.service';
import { unitWords } from './units.words';
import { UnitPage, UnitsPage } from './views/units';

@Pages('units')
@Access(treeKeepers)
export class UnitsPages {
  constructor(
    private readonly service: OrganizationService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  async list(@Page() page: PageRequest): Promise<string> {
    const units = await this.organization.units();
    const mayMerge = mayMergeUnits(page.actor);
    return page.render(unitWords[page.locale].title, <UnitsPage units={units} mayMerge={mayMerge} />);
  }

  @Get(':id')
  async show(@Page() page: PageRequest, @Param('id', IdPipe) id: string): Promise<string> {
    return this.unit(page, id);
  }

  @Post(':id/names')
  @Refused<UnitsPages>((on, refusal, page, id) => on.unit(page, id, page.typed, refusal))
  async rename(@Page() page: PageRequest, @Param('id', IdPipe) id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.rename(page.actor, id, readRequest(RenameUnitRequest, body));
    return page.done(`/units/${id}`, unitWords[page.locale].renamed);
  }

  private async unit(page: PageRequest, id: string, values: FormValues = {}, refusal: Refusal | null = null) {
    const unit = found(await this.organization.unit(id), () => mayKeepUnit(page.actor, id));
    const names = await this.organization.names(id);
    const view = <UnitPage unit={unit} names={names} values={values} refusal={refusal} />;
    return page.render(page.locale === 'vi' ? unit.nameVi : unit.nameEn, view, refusal);
  }
}
