import { Get, Post } from '@nestjs/common';
import { learnerMovers, maySeeEnrollment } from '../../enrollments/enrollments.policy';
import { LearningQueries } from '../../enrollments/learning.queries';
import { Access } from '../../platform/access/access';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { mayNominateFor, nominationFollowers } from '../nominations.policy';
import { DeferralsQueries } from './deferrals.queries';
import { DeferralRequest } from './deferrals.requests';
import { DeferralsService } from './deferrals.service';
import { deferralWords } from './deferrals.words';
import { DeferralForm } from './views/deferral';
import { Deferrals } from './views/deferrals';

@Pages()
export class DeferralsPages {
  constructor(
    private readonly deferrals: DeferralsService,
    private readonly queries: DeferralsQueries,
    private readonly learning: LearningQueries,
    private readonly scans: ScansService,
  ) {}

  @Get('deferrals')
  @Help(deferralWords, 'helpOfList')
  @Access(nominationFollowers)
  async list(@Page() page: PageRequest): Promise<string> {
    const { actor, locale } = page;
    const waiting = await this.queries.waiting(actor.unitsOf(nominationFollowers));
    return page.render(
      deferralWords[locale].list,
      <Deferrals deferrals={waiting} mayNominateFor={(unitId) => mayNominateFor(actor, unitId)} />,
    );
  }

  @Get('enrollments/:id/deferral')
  @Help(deferralWords, 'help')
  @Access(learnerMovers)
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.form(page, id, null);
  }

  @Post('enrollments/:id/deferral')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(learnerMovers)
  @Refused<DeferralsPages>((on, refusal, page, id) => on.form(page, id, refusal))
  async defer(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    await this.deferrals.defer(page.actor, id, readRequest(DeferralRequest, fields));
    await this.scans.keepWith(page.actor, 'deferral', id, scan);
    return page.done(`/enrollments/${id}`, deferralWords[page.locale].deferred);
  }

  private async form(page: PageRequest, id: string, refusal: Refusal | null): Promise<string> {
    const learning = found(await this.learning.ofEnrollment(id), (one) => maySeeEnrollment(page.actor, one));
    return page.render(
      deferralWords[page.locale].title(learning.fullName),
      <DeferralForm learning={learning} typed={page.typed} refusal={refusal} />,
      refusal,
    );
  }
}
