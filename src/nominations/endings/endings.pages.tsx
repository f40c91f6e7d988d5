import { Body, Get, Post } from '@nestjs/common';
import { mayKeepUnit, treeKeepers } from '../../organization/organization.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { UnitEndingsQueries } from './endings.queries';
import { UnitEndRequest } from './endings.requests';
import { UnitEndingsService } from './endings.service';
import { endingWords } from './endings.words';
import { UnitEndPage } from './views/unit-end';

@Pages('units/:id/end')
@Access(treeKeepers)
export class UnitEndingsPages {
  constructor(
    private readonly service: UnitEndingsService,
    private readonly endings: UnitEndingsQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<UnitEndingsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async end(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.end(page.actor, id, readRequest(UnitEndRequest, body));
    return page.done(`/units/${id}`, endingWords[page.locale].ended);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const unit = found(await this.organization.unit(id), () => mayKeepUnit(page.actor, id));
    const inTheWay = await this.endings.inTheWay(id);
    return page.render(
      endingWords[page.locale].title,
      <UnitEndPage unit={unit} inTheWay={inTheWay} values={refusal ? page.typed : {}} refusal={refusal} />,
      refusal,
    );
  }
}
