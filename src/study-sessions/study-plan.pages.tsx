import { Body, Get, Post } from '@nestjs/common';
import { OrganizationQueries } from '../organization/organization.queries';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { Id } from '../platform/request-fields';
import { PathId, readRequest } from '../platform/requests';
import { StudyOverviews } from './study-overviews';
import { studyArrangers } from './study-sessions.policy';
import { ChangeSiteRequest, DocumentRequest, NewSiteRequest, SiteOfUnitRequest } from './study-sessions.requests';
import { StudySessionsService } from './study-sessions.service';
import { studyWords } from './study-sessions.words';
import { type PlanForm, type RefusedPlanForm, StudyPlan } from './views/study-plan';

class ChangeSiteForm extends ChangeSiteRequest {
  @Id()
  readonly siteId: string;
}

class CallUnitForm extends SiteOfUnitRequest {
  @Id()
  readonly unitId: string;
}

/** Where the office puts a study together; the same may be done through the API in one request. */
@Pages('classes/:id/study')
export class StudyPlanPages {
  constructor(
    private readonly studies: StudySessionsService,
    private readonly overviews: StudyOverviews,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get('plan')
  @Help(studyWords, 'helpToPlan')
  @Access(studyArrangers)
  async showPlan(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.planPage(page, id, null);
  }

  @Post('documents')
  @Access(studyArrangers)
  async addDocument(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown) {
    return this.attemptPlan(page, id, 'document', studyWords[page.locale].documentAdded, async () => {
      await this.studies.addDocument(page.actor, id, readRequest(DocumentRequest, body).title);
    });
  }

  @Post('sites')
  @Access(studyArrangers)
  async addSite(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown) {
    return this.attemptPlan(page, id, 'site', studyWords[page.locale].siteAdded, async () => {
      const { central = false, ...site } = readRequest(NewSiteRequest, body);
      await this.studies.addSite(page.actor, id, { ...site, central });
    });
  }

  @Post('sites/changes')
  @Access(studyArrangers)
  async changeSite(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown) {
    return this.attemptPlan(page, id, 'site-change', studyWords[page.locale].siteChanged, async () => {
      const { siteId, ...changes } = readRequest(ChangeSiteForm, body);
      await this.studies.changeSite(page.actor, id, siteId, changes);
    });
  }

  @Post('units')
  @Access(studyArrangers)
  async callUnit(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown) {
    return this.attemptPlan(page, id, 'unit', studyWords[page.locale].unitCalled, async () => {
      await this.studies.callUnit(page.actor, id, readRequest(CallUnitForm, body));
    });
  }

  private async attemptPlan(
    page: PageRequest,
    classId: string,
    form: PlanForm,
    said: string,
    work: () => Promise<void>,
  ): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        await work();
        return page.done(`/classes/${classId}/study/plan`, said);
      },
      (refusal) => this.planPage(page, classId, { id: form, refusal, typed: page.typed }),
    );
  }

  private async planPage(page: PageRequest, classId: string, refused: RefusedPlanForm | null): Promise<string> {
    const [overview, units] = await Promise.all([this.overviews.of(page.actor, classId), this.organization.units()]);
    return page.render(
      studyWords[page.locale].plan,
      <StudyPlan overview={overview} units={units} refused={refused} />,
      refused?.refusal,
    );
  }
}
