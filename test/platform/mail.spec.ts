import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { createInterface } from 'node:readline';
import { Database } from '../../src/platform/database/database';
import { type Mail, Mailer } from '../../src/platform/mailer/mailer';
import { TestApp } from '../app';

/** A mail server that accepts everything and keeps what it was given. */
class Postbox {
  readonly messages: string[] = [];
  private readonly server: Server = createServer((socket) => {
    const answer = (line: string) => socket.write(`${line}\r\n`);
    let lines: string[] | null = null;
    answer('220 postbox');
    createInterface({ input: socket }).on('line', (line) => {
      if (lines && line !== '.') lines.push(line);
      else if (lines) {
        this.messages.push(lines.join('\n'));
        lines = null;
        answer('250 kept');
      } else if (line.startsWith('DATA')) {
        lines = [];
        answer('354 go on');
      } else answer('250 fine');
    });
  });

  async open(): Promise<string> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

describe('mail that leaves', () => {
  const postbox = new Postbox();
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await postbox.open() });
  });
  afterAll(async () => {
    await app.stop();
    postbox.close();
  });

  const calendar = (name: string) => ({
    name,
    type: 'text/calendar; charset=utf-8; method=REQUEST',
    content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  });

  async function delivered(attachments: Mail['attachments']): Promise<string> {
    const mail = { to: 'a@example.vn', accountId: null, subject: 'Lịch học', body: 'Kính gửi đồng chí', attachments };
    await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, [mail]));
    expect(await app.get(Mailer).deliver()).toBe(1);
    return postbox.messages.at(-1)!;
  }

  it('is plain text when nothing travels with it', async () => {
    const message = await delivered(undefined);
    expect(message).toContain('Content-Type: text/plain');
    expect(message).not.toContain('multipart');
  });

  it('carries one calendar as another way to read it, where mail programs act on it', async () => {
    const message = await delivered([calendar('buoi-1.ics')]);
    expect(message).toContain('multipart/alternative');
    expect(message).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
    expect(message).not.toContain('Content-Disposition');
  });

  it('carries several as files', async () => {
    const message = await delivered([calendar('buoi-1.ics'), calendar('buoi-2.ics')]);
    expect(message).toContain('multipart/mixed');
    expect(message.match(/Content-Disposition: attachment/g)).toHaveLength(2);
    expect(message).toContain('buoi-2.ics');
  });
});
