import { Body, Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Takes } from '../platform/limits/largest-body';
import { type PageOf, PageQuery } from '../platform/paging';
import { PathId } from '../platform/requests';
import { readForm } from '../platform/uploads';
import {
  largestReportMegabytes,
  MailReturnsService,
  type ReportedReturn,
} from '../platform/mailer/mail-returns.service';
import { mailKeepers, mayReadAllMail } from '../platform/mailer/mail.policy';
import { MailQueries } from './mail.queries';
import { NoteReturnRequest } from './mail.requests';
import { type MailState, mailState } from '../platform/mailer/mail-state';
import type { KeptMail } from '../platform/mailer/mailer';

/** A message without its text. */
interface MailItem {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly state: MailState;
  readonly writtenAt: Date;
  readonly leftAt: Date | null;
  readonly returnedAt: Date | null;
  /** What the mail server said last, or whoever noted that it came back. */
  readonly said: string | null;
}

const present = (mail: KeptMail): MailItem => ({
  id: mail.id,
  to: mail.to,
  subject: mail.subject,
  state: mailState(mail),
  writtenAt: mail.writtenAt,
  leftAt: mail.deliveredAt,
  returnedAt: mail.returnedAt,
  said: mail.lastError,
});

/** The messages the service wrote, and what became of them: written, left, came back. */
@ApiTags('messages')
@Controller('api/v1/messages')
export class MailController {
  constructor(
    private readonly mail: MailQueries,
    private readonly returns: MailReturnsService,
  ) {}

  /** Newest first: all for the office, each account its own. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<PageOf<MailItem>> {
    const { items, next } = await this.mail.list(mayReadAllMail(actor) ? null : actor.accountId, query);
    return { items: items.map(present), next };
  }

  /** Notes by hand that a message came back. */
  @Post(':id/return')
  @Access(mailKeepers)
  @HttpCode(204)
  async noteReturn(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: NoteReturnRequest,
  ): Promise<void> {
    await this.returns.noteByHand(actor, id, reason);
  }

  /** A report of failed delivery as it came (RFC 3464); answers what became of each recipient it names. */
  @Post('delivery-reports')
  @Access(mailKeepers)
  @Takes({ fileMegabytes: largestReportMegabytes })
  @HttpCode(200)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  async noteReport(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<{ items: ReportedReturn[] }> {
    const { file } = await readForm(request, largestReportMegabytes);
    return { items: await this.returns.noteReport(actor, file) };
  }

  /** The address of a message works after all. */
  @Post(':id/address-trust')
  @Access(mailKeepers)
  @HttpCode(204)
  async trustAddress(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.returns.trustAddress(actor, id);
  }
}
