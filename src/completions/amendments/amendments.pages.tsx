import { Get, HttpCode, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Clock } from '../../platform/clock';
import { Takes } from '../../platform/limits/largest-body';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { InvalidInput } from '../../platform/problems/refusals';
import type { Refusal } from '../../platform/problems/refusal';
import { PathId, readRequest } from '../../platform/requests';
import { mostScanMegabytes } from '../../scans/scan-kinds';
import { ScansService } from '../../scans/scans.service';
import { overriders } from '../completions.policy';
import { completionWords } from '../completions.words';
import { AmendmentRequest } from './amendments.requests';
import { type AmendmentOutcome, AmendmentsService } from './amendments.service';
import { amendmentWords } from './amendments.words';
import { readAmendmentForm } from './form';
import { ResultsInFullQueries } from './results-in-full.queries';
import { ResultPage } from './views/result';

/** One person's result of a closed class, and the decision that changes it. */
@Pages('completions/:id')
export class AmendmentsPages {
  constructor(
    private readonly results: ResultsInFullQueries,
    private readonly amendments: AmendmentsService,
    private readonly clock: Clock,
    private readonly scans: ScansService,
  ) {}

  @Get()
  @Help(amendmentWords, 'helpOfResult')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.resultPage(page, id, null);
  }

  @Post('amendments')
  @Takes({ kilobytes: 256, fileMegabytes: mostScanMegabytes })
  @Access(overriders)
  @HttpCode(200)
  @Refused<AmendmentsPages>((on, refusal, page, id) => on.resultPage(page, id, refusal))
  async amend(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect | string> {
    const { fields, scan } = await this.scans.readForm(page.raw);
    const { body, placed } = readAmendmentForm(fields);
    try {
      const wanted = readRequest(AmendmentRequest, body);
      if (fields['do'] === 'try') {
        return await this.resultPage(page, id, null, await this.amendments.tryOut(page.actor, id, wanted));
      }
      const amendment = await this.amendments.amend(page.actor, id, wanted);
      await this.scans.keepWith(page.actor, 'completion_amendment', amendment, scan);
    } catch (refusal) {
      throw refusal instanceof InvalidInput ? new InvalidInput(placed(refusal.fields)) : refusal;
    }
    const { fullName, completed } = await this.results.seenBy(page.actor, id);
    const { completed: yes, notCompleted } = completionWords[page.locale];
    return page.done(`/completions/${id}`, amendmentWords[page.locale].done(fullName, completed ? yes : notCompleted));
  }

  private async resultPage(
    page: PageRequest,
    id: string,
    refusal: Refusal | null,
    outcome: AmendmentOutcome | null = null,
  ): Promise<string> {
    const result = await this.results.seenBy(page.actor, id);
    return page.render(
      amendmentWords[page.locale].title(result.fullName),
      <ResultPage
        result={result}
        actor={page.actor}
        today={this.clock.today()}
        typed={refusal || outcome ? page.typed : {}}
        outcome={outcome}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
