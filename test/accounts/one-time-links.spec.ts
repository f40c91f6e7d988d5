import { type Letter, Mailbox } from '../../bench/mailbox';
import { LinkMailsService } from '../../src/accounts/links/link-mails.service';
import { OneTimeLinksService } from '../../src/accounts/links/one-time-links.service';
import { linkPurposes, type LinkPurpose } from '../../src/accounts/links/purposes';
import { Database } from '../../src/platform/database/database';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { MailSecrets } from '../../src/platform/mailer/mail-secrets';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { linkIn, newestLink, tablesHolding, textOf } from './letters';

describe('a one-time link', () => {
  let refusal: string | null = null;
  const refused: Letter[] = [];
  const mailbox = new Mailbox({
    before: (letter) => {
      if (!refusal) return;
      refused.push(letter);
      throw new Error(refusal === 'quoting' ? `550 unwanted: ${linkIn(letter).path}` : refusal);
    },
  });
  let app: TestApp;
  let a: Builders;
  let account: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    a = new Builders(app);
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });
  beforeEach(async () => {
    refusal = null;
    refused.length = 0;
    mailbox.letters.length = 0;
    app.clock.moveTo(startOfSpecs);
    account = await a.account();
    await a.change('accounts', { id: account.id }, { acceptedAt: null });
  });

  const inTransaction: Database['inTransaction'] = (work) => app.get(Database).inTransaction(work);
  const links = () => app.get(OneTimeLinksService);
  const deliver = () => app.get(MailDeliveries).deliver();
  const later = (minutes: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000));
  const send = (purpose: LinkPurpose = 'invitation', to = account) =>
    inTransaction((tx) => app.get(LinkMailsService).send(tx, purpose, [to.id], null));
  const use = (token: string, purpose: LinkPurpose = 'invitation') =>
    inTransaction((tx) => links().use(tx, purpose, token));

  /** What opens the link of a mail that left. */
  async function sent(purpose: LinkPurpose = 'invitation', to = account): Promise<string> {
    await send(purpose, to);
    expect(await deliver()).toBe(1);
    const { token } = newestLink(mailbox)!;
    app.log.mustNotSay(token);
    return token;
  }

  it.each(linkPurposes)('%s: stands in the mail that left and nowhere in the database', async (purpose) => {
    const token = await sent(purpose);
    expect(await tablesHolding(app, token)).toEqual([]);
    expect(await tablesHolding(app, account.email)).toContain('public.mail_messages');
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    const [message] = await app.sql<{ id: string }>(
      'SELECT id FROM mail_messages WHERE to_address = $1',
      account.email,
    );
    const { text } = await app.as(admin).get(`/messages/${message!.id}`);
    expect(text).toContain('[liên kết dùng một lần, chỉ có trong thư đã gửi]');
    expect(text).not.toContain(token);
    expect(textOf(mailbox.letters[0]!)).not.toContain('chỉ có trong thư');
  });

  it('is looked at as often as one likes, and used once', async () => {
    const token = await sent();
    const holder = { accountId: account.id, name: account.email, email: account.email };
    expect(await links().look('invitation', token)).toEqual(holder);
    expect(await links().look('invitation', token)).toEqual(holder);
    expect(await use(token)).toBe(account.id);
    await expect(links().look('invitation', token)).rejects.toMatchObject({ facts: { end: 'used' } });
  });

  it('is for what it was asked for, and for no account that is locked', async () => {
    const token = await sent('sign_in');
    await expect(use(token, 'password')).rejects.toMatchObject({ facts: { end: 'unknown' } });
    await account.isLocked(app.clock.now());
    await expect(use(token, 'sign_in')).rejects.toMatchObject({ code: 'link_not_open' });
  });

  it.each([
    ['invitation', 7 * 24 * 60],
    ['password', 60],
    ['sign_in', 15],
  ] as const)('%s: lives %i minutes from when its mail left', async (purpose, minutes) => {
    await send(purpose);
    later(600);
    await deliver();
    const { token } = linkIn(mailbox.letters[0]!);
    later(minutes - 1);
    expect((await links().look(purpose, token)).accountId).toBe(account.id);
    later(1);
    await expect(use(token, purpose)).rejects.toMatchObject({ facts: { end: 'ended' } });
  });

  it('of a mail tried again is another, and the earlier one opens nothing', async () => {
    refusal = '451 come back later';
    await send();
    expect(await deliver()).toBe(0);
    const early = linkIn(refused[0]!).token;
    expect((await links().look('invitation', early)).accountId).toBe(account.id);
    refusal = null;
    later(2);
    expect(await deliver()).toBe(1);
    const { token } = linkIn(mailbox.letters[0]!);
    await expect(use(early)).rejects.toMatchObject({ facts: { end: 'unknown' } });
    expect(await use(token)).toBe(account.id);
  });

  it('is not kept where the mail server quotes it', async () => {
    refusal = 'quoting';
    await send();
    await deliver();
    const { token } = linkIn(refused[0]!);
    expect(await tablesHolding(app, 'unwanted')).toEqual(
      expect.arrayContaining(['public.mail_messages', 'public.bad_mail_addresses']),
    );
    expect(await tablesHolding(app, token)).toEqual([]);
  });

  it('asked for again takes the place of the one before, whose mail does not leave any more', async () => {
    const first = await sent();
    await send();
    await send();
    expect(await deliver()).toBe(1);
    await expect(use(first)).rejects.toMatchObject({ facts: { end: 'revoked' } });
    expect(await use(newestLink(mailbox)!.token)).toBe(account.id);
  });

  it('taken back opens nothing, and its mail does not leave', async () => {
    const token = await sent();
    await inTransaction((tx) => links().revoke(tx, [account.id], 'invitation'));
    await expect(use(token)).rejects.toMatchObject({ facts: { end: 'revoked' } });
    await send();
    await inTransaction((tx) => links().revoke(tx, [account.id]));
    expect(await deliver()).toBe(0);
  });

  it('is made by one worker alone, and its mail left to others when that one dies', async () => {
    await send();
    const [{ id }] = (await app.sql<{ id: string }>(
      'SELECT id FROM mail_messages WHERE to_address = $1',
      account.email,
    )) as [{ id: string }];
    const lent = await Promise.all([1, 2, 3].map(() => app.get(MailSecrets).lend([id])));
    expect(lent.map(({ secrets }) => secrets.size).toSorted()).toEqual([0, 0, 1]);
    expect(await deliver()).toBe(0);
    later(5);
    expect(await deliver()).toBe(1);
    expect(await use(linkIn(mailbox.letters[0]!).token)).toBe(account.id);
  });

  describe('that twenty use at once', () => {
    const race = async (token: string) => {
      const used = await Promise.allSettled(Array.from({ length: 20 }, () => use(token)));
      return used.filter(({ status }) => status === 'fulfilled').length;
    };

    it('works once', async () => {
      expect(await race(await sent())).toBe(1);
    });

    it('works for all of them where nothing is noted of its use', async () => {
      const token = await sent();
      await app.sql(`CREATE FUNCTION forget_the_use() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN NEW.used_at = NULL; RETURN NEW; END $$`);
      await app.sql(
        `CREATE TRIGGER forget_the_use BEFORE UPDATE ON account_links FOR EACH ROW EXECUTE FUNCTION forget_the_use()`,
      );
      expect(await race(token)).toBe(20);
      await app.sql(`DROP TRIGGER forget_the_use ON account_links`);
    });
  });

  it('asked for by twenty at once is one', async () => {
    await Promise.all(Array.from({ length: 20 }, () => send()));
    const open = await app.sql(
      'SELECT FROM account_links WHERE account_id = $1 AND used_at IS NULL AND revoked_at IS NULL',
      account.id,
    );
    expect(open).toHaveLength(1);
  });
});
