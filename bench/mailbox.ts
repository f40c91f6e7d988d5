import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export interface Letter {
  readonly messageId: string;
  readonly to: string;
  /** What the sender calls itself. */
  readonly sender: string;
  readonly raw: string;
}

/** How the mailbox treats a letter: before it is kept, and after it said so. */
export interface Manners {
  /** Throwing refuses it: an SMTP code first, e.g. `550 no such user`. What it promises is waited for. */
  readonly before?: (letter: Letter) => void | Promise<void>;
  /** When the answer "accepted" is on its way. */
  readonly after?: (letter: Letter) => void;
}

/** A real mail server on this machine that keeps what it accepts. */
export class Mailbox {
  readonly letters: Letter[] = [];
  private readonly server: SMTPServer;

  constructor(private readonly manners: Manners = {}) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      closeTimeout: 200,
      onData: (stream, session, done) => {
        text(stream).then(
          (raw) => void this.receive(raw, session, done),
          (error: unknown) => done(error as Error),
        );
      },
    });
    // A sender that was killed cuts its connection; that is no news.
    this.server.on('error', () => undefined);
  }

  async open(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async receive(raw: string, session: SMTPServerSession, done: (error?: Error | null) => void): Promise<void> {
    const { rcptTo } = session.envelope;
    const letter = {
      messageId: /^Message-ID:\s*(\S+)/im.exec(raw)?.[1] ?? '',
      to: rcptTo[0]?.address ?? '',
      sender: String(session.hostNameAppearsAs),
      raw,
    };
    try {
      await this.manners.before?.(letter);
    } catch (error) {
      const { message } = error as Error;
      return done(Object.assign(new Error(message.slice(4)), { responseCode: Number(message.slice(0, 3)) }));
    }
    this.letters.push(letter);
    done();
    this.manners.after?.(letter);
  }
}
