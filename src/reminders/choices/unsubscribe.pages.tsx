import { Get, Param, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { found } from '../../platform/problems/refusals';
import { ReminderChoicesQueries } from './choices.queries';
import { ReminderChoicesService } from './choices.service';
import { choiceWords } from './choices.words';
import { UnsubscribeAddresses } from '../unsubscribe-addresses';
import { Unsubscribe } from './views/choices';

/**
 * Where a mail's `List-Unsubscribe` leads: reading changes nothing, a POST without any other word stops the mail
 * (RFC 8058), because mailbox providers send it for their readers.
 */
@Pages('unsubscribe/:token')
@Access('public')
export class UnsubscribePages {
  constructor(
    private readonly choices: ReminderChoicesService,
    private readonly queries: ReminderChoicesQueries,
    private readonly addresses: UnsubscribeAddresses,
  ) {}

  @Get()
  @Help(choiceWords, 'helpToStop')
  async show(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    return this.choicePage(page, token);
  }

  @Post()
  async stop(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    await this.choices.chooseMail(token, false);
    return this.choicePage(page, token);
  }

  @Post('undoing')
  async resume(@Page() page: PageRequest, @Param('token') token: string): Promise<string> {
    await this.choices.chooseMail(token, true);
    return this.choicePage(page, token);
  }

  private async choicePage(page: PageRequest, token: string): Promise<string> {
    const chooser = found(await this.addresses.chooserOf(token));
    const [{ mail }, duties] = await Promise.all([this.queries.choice(chooser), this.queries.duties()]);
    const say = choiceWords[page.locale];
    return page.render(
      mail ? say.stopTitle : say.stoppedTitle,
      <Unsubscribe token={token} getsMail={mail} duties={duties} />,
    );
  }
}
