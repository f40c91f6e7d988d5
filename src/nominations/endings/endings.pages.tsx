import { Body, Get, Post } from '@nestjs/common';
import { mayKeepUnit, treeKeepers } from '../../organization/organization.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { linkTo } from '../../platform/pages/links';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { nominators } from '../nominations.policy';
import { type OpenStudy, StudiesOfUnits } from '../studies-of-units';
import { type StandingInTheWay, UnitEndingsQueries } from './endings.queries';
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
    private readonly studies: StudiesOfUnits,
  ) {}

  @Get()
  @Help(endingWords, 'help')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post()
  @Refused<UnitEndingsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async end(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const staying = await this.service.end(page.actor, id, readRequest(UnitEndRequest, body));
    const say = endingWords[page.locale];
    // Who keeps the tree without sending people has no list of them.
    if (staying === 0 || !page.actor.reachesBloc(nominators)) return page.done(`/units/${id}`, say.ended);
    return page.done(linkTo('/leavers', { unitId: id }), say.endedWithLearners(staying));
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const unit = found(await this.organization.unit(id), () => mayKeepUnit(page.actor, id));
    const [inTheWay, studies] = await Promise.all([this.endings.inTheWay(id), this.studies.calledTo(id)]);
    return page.render(
      endingWords[page.locale].title,
      <UnitEndPage
        unit={unit}
        inTheWay={withoutStudies(inTheWay, studies)}
        studies={studies}
        values={refusal ? page.typed : {}}
        refusal={refusal}
      />,
      refusal,
    );
  }
}

/** A study is named once, with what becomes of it. */
const withoutStudies = (inTheWay: StandingInTheWay, studies: readonly OpenStudy[]): StandingInTheWay => ({
  ...inTheWay,
  classes: inTheWay.classes.filter(({ classId }) => !studies.some((study) => study.classId === classId)),
});
