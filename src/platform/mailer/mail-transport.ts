import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { KeptMail, Mail } from './mailer';
import { type SmtpFailure, type SmtpVerdict, verdictOf } from './smtp-replies';
import { bareMessageId } from './delivery-report';
import { htmlOf } from './views/mail-text';

/** How a message leaves; without a mail server messages are kept and readable on a page of the service. */
export abstract class MailTransport {
  abstract readonly delivers: boolean;
  /** @throws MailRefused */
  abstract send(mail: LeavingMail): Promise<void>;
}

export type LeavingMail = Mail & Pick<KeptMail, 'messageId'>;

/** The mail server said no, or nothing. */
export class MailRefused extends Error {
  constructor(
    readonly verdict: SmtpVerdict,
    said: string,
  ) {
    super(said);
  }
}

export class KeepingTransport extends MailTransport {
  readonly delivers = false;

  async send(): Promise<void> {
    // Kept messages are read where they are.
  }
}

export interface SmtpSettings {
  readonly url: string;
  readonly from: string;
  /** Connections to the mail server at a time. */
  readonly connections: number;
  /** How long is waited for a word of the server. */
  readonly seconds: number;
}

export class SmtpTransport extends MailTransport implements OnApplicationShutdown {
  readonly delivers = true;
  private readonly smtp;

  constructor(private readonly settings: SmtpSettings) {
    super();
    this.smtp = createTransport({
      url: settings.url,
      pool: true,
      maxConnections: settings.connections,
      // A message whose connection broke is ours to try again, after the server had time: sent again at once it would come twice.
      maxRequeues: 0,
      connectionTimeout: settings.seconds * 1_000,
      greetingTimeout: settings.seconds * 1_000,
      dnsTimeout: settings.seconds * 1_000,
      socketTimeout: settings.seconds * 1_000,
    });
  }

  async send({ messageId, to, subject, body, unsubscribe, attachments = [] }: LeavingMail): Promise<void> {
    // Mail programs act by themselves on a lone invitation that is another way to read the message; a file of many half-days is
    // for its reader to open.
    const isOneCalendar =
      attachments.length === 1 && /^text\/calendar\b.*method=(REQUEST|CANCEL)/.test(attachments[0]!.type);
    const parts = attachments.map(({ name, type, content }) => ({
      contentType: type,
      content,
      ...(isOneCalendar ? {} : { filename: name }),
    }));
    const carried = isOneCalendar ? { alternatives: parts } : { attachments: parts };
    const headers = { 'Auto-Submitted': 'auto-generated', ...(unsubscribe ? listHeaders(unsubscribe) : {}) };
    const { from } = this.settings;
    try {
      const text = { text: body, html: htmlOf(subject, body) };
      await this.smtp.sendMail({
        messageId,
        from,
        to,
        subject,
        ...text,
        headers,
        ...carried,
        dsn: reportOf(messageId),
      });
    } catch (error) {
      const failure = error as Error & SmtpFailure;
      throw new MailRefused(verdictOf(failure), failure.response || failure.message);
    }
  }

  onApplicationShutdown(): void {
    this.smtp.close();
  }
}

/** RFC 2369 and, for the one press of a button in the mail program, RFC 8058. */
const listHeaders = (address: string) => ({
  'List-Unsubscribe': `<${address}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/** Where the server can (RFC 3461), a report of failure names the message and returns its headers alone. */
const reportOf = (messageId: string) => ({
  id: bareMessageId(messageId),
  return: 'headers' as const,
  notify: 'failure' as const,
});
