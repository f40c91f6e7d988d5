import { rowsRead } from '../../bench/rows-read';
import { Database } from '../../src/platform/database/database';
import { MailRenewal } from '../../src/platform/mailer/mail-renewal';
import { TestApp } from '../app';

const connections = 2;
const messages = 2_000;
const together = 500;

describe('much mail at once', () => {
  let app: TestApp;

  beforeAll(async () => (app = await TestApp.start({ DATABASE_POOL: String(connections) })));
  afterAll(() => app.stop());

  it('is found as quickly where PostgreSQL knows of none that waits', async () => {
    const write = (name: string, delivered: boolean) =>
      app.sql(
        `INSERT INTO mail_messages (message_id, to_address, subject, body, written_at, next_attempt_at, delivered_at)
         SELECT $1 || n, $1 || n || '@example.vn', 'Nhắc', 'Nội dung', $2, CASE WHEN $3 THEN NULL ELSE $2::timestamptz END, CASE WHEN $3 THEN $2::timestamptz END
         FROM generate_series(1, $4::int) n`,
        ...[name, app.clock.now(), delivered, messages],
      );
    await write('before', true);
    await app.sql('ANALYZE mail_messages');
    await write('now', false);
    let found = 0;
    const read = await rowsRead(app.get(Database), connections, async () => {
      found = (await app.get(MailRenewal).renew(together, [], [])).mails.length;
    });
    expect(found).toBe(together);
    expect(read.find(({ table }) => table === 'mail_messages')!.rows).toBeLessThan(10 * messages);
  });
});
