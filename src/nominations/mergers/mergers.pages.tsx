import { Body, Get, Post } from '@nestjs/common';
import { unitMergers } from '../../organization/organization.policy';
import { OrganizationQueries } from '../../organization/organization.queries';
import { unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';
import { Access } from '../../platform/access/access';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { UnitMergerRequest } from './mergers.requests';
import { type UnitMergerOutcome, UnitMergersService } from './mergers.service';
import { mergerWords } from './mergers.words';
import { UnitMergerPage } from './views/merger';

interface Shown {
  readonly values?: FormValues;
  readonly refusal?: Refusal;
  readonly outcome?: UnitMergerOutcome;
}

@Pages('unit-mergers')
@Access(unitMergers)
export class UnitMergersPages {
  constructor(
    private readonly mergers: UnitMergersService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(mergerWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    return this.form(page);
  }

  /** Shows what the merger would do, with a button that does it. */
  @Post('preview')
  @Refused<UnitMergersPages>((on, refusal, page) => on.form(page, { refusal, values: page.typed }))
  async preview(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect | string> {
    const outcome = await this.mergers.tryOut(page.actor, readRequest(UnitMergerRequest, body));
    return this.form(page, { outcome, values: page.typed });
  }

  @Post()
  @Refused<UnitMergersPages>((on, refusal, page) => on.form(page, { refusal, values: page.typed }))
  async merge(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { intoUnitId } = await this.mergers.merge(page.actor, readRequest(UnitMergerRequest, body));
    return page.done(`/units/${intoUnitId}`, mergerWords[page.locale].merged);
  }

  private async form(page: PageRequest, shown: Shown = {}): Promise<string> {
    const units = unitsToChoose(unitsNamed(await this.organization.baseUnits(), page.locale), 'base');
    return page.render(mergerWords[page.locale].title, <UnitMergerPage units={units} {...shown} />, shown.refusal);
  }
}
