import { Pool } from 'pg';
import { Mailbox } from '../../bench/mailbox';
import { arrangeReminders } from '../../bench/many-reminders';
import { rowsRead } from '../../bench/rows-read';
import { Database } from '../../src/platform/database/database';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';

const connections = 3;
const messages = 1_000;

describe('much mail at once', () => {
  const mailbox = new Mailbox();
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start({
      SMTP_URL: await mailbox.open(),
      DATABASE_POOL: String(connections),
      MAIL_PER_DOMAIN_PER_MINUTE: '0',
      MAIL_CONCURRENCY: '16',
      QUIET_HOURS: '03:00-03:00',
    });
    app.clock.moveTo(new Date());
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  it('leaves as quickly where PostgreSQL knows of none that waits', async () => {
    await app.sql(
      `INSERT INTO mail_messages (message_id, to_address, subject, body, written_at, delivered_at)
       SELECT 'before' || n, 'before' || n || '@example.vn', 'Nhắc', 'Nội dung', $1, $1 FROM generate_series(1, $2::int) n`,
      ...[app.clock.now(), 4 * messages],
    );
    const pool = new Pool({ connectionString: app.databaseUrl, max: 1 });
    await arrangeReminders(pool, messages).finally(() => pool.end());
    while ((await app.get(RemindersService).plan()).isMore);
    await app.get(RemindersService).send();
    const read = await rowsRead(app.get(Database), connections, () => app.get(MailDeliveries).deliver());
    expect(mailbox.letters).toHaveLength(messages);
    expect(read.find(({ table }) => table === 'mail_messages')!.rows).toBeLessThan(20 * messages);
  });
});
