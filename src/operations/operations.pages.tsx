import { Body, Get, Post } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../platform/pages/page-request';
import { PlatformSettings } from '../platform/settings';
import { Surroundings } from '../platform/surroundings/surroundings';
import { operators } from './operations.policy';
import { OperationsQueries } from './operations.queries';
import { deadLetterKinds, ReplayRequest } from './operations.requests';
import { OperationsService } from './operations.service';
import { operationsWords } from './operations.words';
import { Operations } from './views/operations';

const path = '/operations';
const shownOfEach = 20;

@Pages('operations')
@Access(operators)
export class OperationsPages {
  private readonly mailLeaves: boolean;

  constructor(
    private readonly operations: OperationsService,
    private readonly queries: OperationsQueries,
    private readonly pauses: MailPauses,
    private readonly surroundings: Surroundings,
    settings: PlatformSettings,
  ) {
    this.mailLeaves = settings.smtpUrl !== null;
  }

  @Get()
  @Help(operationsWords, 'help')
  async show(@Page() page: PageRequest): Promise<string> {
    const figures = await this.queries.figures();
    const pause = await this.pauses.current();
    const dead = await Promise.all(
      deadLetterKinds.map(async (kind) => {
        const list = await this.queries.deadLetters({ kind, limit: shownOfEach + 1 });
        return { kind, items: list.items.slice(0, shownOfEach), hasMore: list.items.length > shownOfEach };
      }),
    );
    return page.render(
      operationsWords[page.locale].title,
      <Operations
        unsaid={this.surroundings.unsaid()}
        figures={figures}
        dead={dead}
        pause={pause}
        mailLeaves={this.mailLeaves}
      />,
    );
  }

  @Post('replays')
  async replay(@Page() page: PageRequest, @Body() request: ReplayRequest): Promise<Redirect> {
    const count = await this.operations.replay(page.actor, request);
    return page.done(path, operationsWords[page.locale].replayedDone(count));
  }

  @Post('mail-test')
  async testMail(@Page() page: PageRequest): Promise<Redirect> {
    const id = await this.operations.testMail(page.actor);
    return page.done(`/messages/${id}`, operationsWords[page.locale].mailTested);
  }

  @Post('mail/resumption')
  async resumeMail(@Page() page: PageRequest): Promise<Redirect> {
    await this.operations.resumeMail(page.actor);
    return page.done(path, operationsWords[page.locale].mailResumed);
  }

  @Post('queue/pause')
  async pause(@Page() page: PageRequest): Promise<Redirect> {
    await this.operations.pause(page.actor);
    return page.done(path, operationsWords[page.locale].pausedDone, `${path}/queue/resumption`);
  }

  @Post('queue/resumption')
  async resume(@Page() page: PageRequest): Promise<Redirect> {
    await this.operations.resume(page.actor);
    return page.done(path, operationsWords[page.locale].resumedDone);
  }
}
