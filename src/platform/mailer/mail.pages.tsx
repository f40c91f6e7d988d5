import { Get, Param, Query } from '@nestjs/common';
import { Access } from '../access/access';
import { mayOperate } from '../operations/operations.policy';
import { Page, PageRequest, Pages } from '../pages/page-request';
import { NotFound } from '../problems/refusals';
import { IdPipe } from '../requests';
import { PlatformSettings } from '../settings';
import { mayReadAllMail, mayReadMail } from './mail.policy';
import { MailQueries } from './mail.queries';
import { mailWords } from './mail.words';
import { Message, Messages } from './views/messages';

/** The messages the service wrote: all for the office, each account its own. */
@Pages('messages')
@Access('signed_in')
export class MailPages {
  private readonly leaves: boolean;

  constructor(
    private readonly mail: MailQueries,
    settings: PlatformSettings,
  ) {
    this.leaves = settings.smtpUrl !== null;
  }

  @Get()
  async list(@Page() page: PageRequest, @Query('cursor') cursor?: string): Promise<string> {
    const { actor, locale } = page;
    const readsAll = mayReadAllMail(actor);
    const list = await this.mail.list(readsAll ? null : actor.accountId, { after: cursor });
    return page.render(
      mailWords[locale].title,
      <Messages
        list={list}
        readsAll={readsAll}
        operates={mayOperate(actor)}
        leaves={this.leaves}
        isFirstPage={cursor === undefined}
      />,
    );
  }

  @Get(':id')
  async show(@Page() page: PageRequest, @Param('id', IdPipe) id: string): Promise<string> {
    const mail = await this.mail.message(id);
    if (!mail || !mayReadMail(page.actor, mail)) throw new NotFound();
    return page.render(mail.subject, <Message mail={mail} leaves={this.leaves} />);
  }
}
