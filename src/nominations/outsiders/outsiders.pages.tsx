import { Get, Post } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access } from '../../platform/access/access';
import { Takes } from '../../platform/limits/largest-body';
import { Clock } from '../../platform/clock';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { reviewers } from '../nominations.policy';
import { NominationsQueries } from '../nominations.queries';
import { OutsiderRequest } from './outsiders.requests';
import { OutsidersService } from './outsiders.service';
import { outsiderWords } from './outsiders.words';
import { OutsiderForm } from './views/outsider-form';

@Pages('classes/:id/outsiders')
@Access(reviewers)
export class OutsidersPages {
  constructor(
    private readonly outsiders: OutsidersService,
    private readonly classes: ClassesQueries,
    private readonly organization: OrganizationQueries,
    private readonly nominations: NominationsQueries,
    private readonly scans: ScansService,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Help(outsiderWords, 'help')
  async begin(@Page() page: PageRequest, @PathId() classId: string): Promise<string> {
    return this.form(page, classId, { theoryLevel: 'none' }, null);
  }

  @Post()
  @Takes({ fileMegabytes: mostScanMegabytes })
  @Refused<OutsidersPages>((on, refusal, page, classId) => on.form(page, classId, page.typed, refusal))
  async enter(@Page() page: PageRequest, @PathId() classId: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const id = await this.outsiders.enter(page.actor, classId, readRequest(OutsiderRequest, fields));
    const { letter } = (await this.nominations.nomination(id))!;
    await this.scans.keepWith(page.actor, 'unit_letter', letter!.id, scan);
    return page.done(`/nominations/${id}`, outsiderWords[page.locale].added);
  }

  private async form(page: PageRequest, classId: string, values: FormValues, refusal: Refusal | null): Promise<string> {
    const item = await this.classes.seen(page.actor, classId);
    const bodies = (await this.organization.units()).filter(({ kind }) => kind === 'outside');
    return page.render(
      outsiderWords[page.locale].title,
      <OutsiderForm
        item={item}
        bodies={bodies.map(({ nameVi }) => nameVi)}
        values={values}
        refusal={refusal}
        today={this.clock.today()}
      />,
      refusal,
    );
  }
}
