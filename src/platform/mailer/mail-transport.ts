import type { OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { KeptMail } from './mailer';
import { htmlOf } from './views/mail-text';

/** How a message leaves; without a mail server messages are kept and readable on a page of the service. */
export abstract class MailTransport {
  abstract readonly delivers: boolean;
  /** @throws RefusedForGood when it is of no use to try again, anything else when it is */
  abstract send(mail: KeptMail): Promise<void>;
}

/** The mail server knows this address or this message, and says no: asking again would bring the same answer. */
export class RefusedForGood extends Error {}

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
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
  }

  async send({ messageId, to, subject, body, unsubscribe, attachments = [] }: KeptMail): Promise<void> {
    // Mail programs act on a calendar by themselves only where it is another way to read the message, and on one only.
    const isOneCalendar = attachments.length === 1 && /^text\/calendar\b/.test(attachments[0]!.type);
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
      await this.smtp.sendMail({ messageId, from, to, subject, ...text, headers, ...carried });
    } catch (error) {
      throw isForGood(error) ? new RefusedForGood(String(error)) : error;
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

/** A 5xx to the recipient or the message; one to signing in or to the sender is a fault of the settings, which somebody mends. */
function isForGood(error: unknown): boolean {
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && ['RCPT TO', 'DATA'].includes(command);
}
