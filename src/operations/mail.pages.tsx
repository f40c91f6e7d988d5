import { Body, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/access/access';
import { Takes } from '../platform/limits/largest-body';
import { mayOperate } from './operations.policy';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect, Refused } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { PlatformSettings } from '../platform/settings';
import { readForm } from '../platform/uploads';
import { MailAddresses } from '../platform/mailer/mail-addresses';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { largestReportMegabytes, MailReturnsService } from '../platform/mailer/mail-returns.service';
import { mailKeepers, mayReadAllMail, mayReadMail } from '../platform/mailer/mail.policy';
import { MailQueries } from './mail.queries';
import { MailListQuery, NoteReturnRequest } from './mail.requests';
import { mailWords } from '../platform/mailer/mail.words';
import { Message } from './views/message';
import { Messages } from './views/messages';

/** The messages the service wrote: all for the office, each account its own. */
@Pages('messages')
@Access('signed_in')
export class MailPages {
  private readonly leaves: boolean;

  constructor(
    private readonly mail: MailQueries,
    private readonly returns: MailReturnsService,
    private readonly addresses: MailAddresses,
    private readonly pauses: MailPauses,
    settings: PlatformSettings,
  ) {
    this.leaves = settings.smtpUrl !== null;
  }

  @Get()
  @Help(mailWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: MailListQuery): Promise<string> {
    return this.listPage(page, query);
  }

  @Post('delivery-reports')
  @Access(mailKeepers)
  @Takes({ fileMegabytes: largestReportMegabytes })
  @Refused<MailPages>((on, refusal, page) => on.listPage(page, {}, refusal))
  async noteReport(@Page() page: PageRequest, @Req() request: FastifyRequest): Promise<Redirect> {
    const { file } = await readForm(request, largestReportMegabytes);
    const noted = await this.returns.noteReport(page.actor, file);
    const returned = noted.filter(({ result }) => result === 'returned').length;
    return page.done('/messages', mailWords[page.locale].reportNoted(returned, noted.length - returned));
  }

  @Get(':id')
  @Help(mailWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.messagePage(page, id);
  }

  @Post(':id/return')
  @Access(mailKeepers)
  @Refused<MailPages>((on, refusal, page, id) => on.messagePage(page, id, refusal))
  async noteReturn(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.returns.noteByHand(page.actor, id, readRequest(NoteReturnRequest, body).reason);
    return page.done(`/messages/${id}`, mailWords[page.locale].returnNoted);
  }

  @Post(':id/address-trust')
  @Access(mailKeepers)
  async trustAddress(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.returns.trustAddress(page.actor, id);
    return page.done(`/messages/${id}`, mailWords[page.locale].trusted);
  }

  private async listPage(
    page: PageRequest,
    { sort, cursor }: MailListQuery = {},
    refusal: Refusal | null = null,
  ): Promise<string> {
    const { actor, locale } = page;
    const readsAll = mayReadAllMail(actor);
    const list = await this.mail.list(readsAll ? null : actor.accountId, { sort, after: cursor });
    const pause = readsAll ? await this.pauses.current() : null;
    const operates = mayOperate(actor);
    const isFirstPage = cursor === undefined;
    return page.render(
      mailWords[locale].title,
      <Messages {...{ list, sort, readsAll, operates, leaves: this.leaves, pause, isFirstPage, refusal }} />,
      refusal,
    );
  }

  private async messagePage(page: PageRequest, id: string, refusal: Refusal | null = null): Promise<string> {
    const mail = found(await this.mail.message(id), (mail) => mayReadMail(page.actor, mail));
    const keeps = mayReadAllMail(page.actor);
    const [bad = null] = keeps ? await this.addresses.bad([mail.to]) : [];
    const values = refusal ? page.typed : {};
    return page.render(
      mail.subject,
      <Message {...{ mail, leaves: this.leaves, keeps, bad, values, refusal }} />,
      refusal,
    );
  }
}
