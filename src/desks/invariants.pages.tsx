import { Get, Post } from '@nestjs/common';
import { ExaminationsService } from '../invariants/examinations.service';
import { examiners } from '../invariants/invariants.policy';
import { Access } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { PlatformSettings } from '../platform/settings';
import { invariantWords } from './invariants.words';
import { Invariants } from './views/invariants';

@Pages('invariants')
@Access(examiners)
export class InvariantsPages {
  constructor(
    private readonly examinations: ExaminationsService,
    private readonly settings: PlatformSettings,
  ) {}

  @Get()
  @Help(invariantWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    const findings = await this.examinations.kept();
    const underWay = await this.examinations.underWay();
    return page.render(
      invariantWords[page.locale].title,
      <Invariants findings={findings} underWay={underWay} nightlyAt={this.settings.examineAt} />,
    );
  }

  @Post('examinations')
  async examine(@Page() page: PageRequest): Promise<Redirect> {
    await this.examinations.request(page.actor);
    return page.done('/invariants', invariantWords[page.locale].asked);
  }
}
