import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import { secretPlace } from '../../platform/mailer/mail-secrets';
import { type MailWriter, MailWriters, type WaitingMail, type WrittenAnew } from '../../platform/mailer/mail-writers';
import { type Mail, Mailer } from '../../platform/mailer/mailer';
import { type FormOfAddress, spokenTo } from '../../platform/messages/address';
import type { Locale } from '../../platform/messages/words';
import { PlatformSettings } from '../../platform/settings';
import { isInvited } from './is-invited';
import { linkMailWords } from './links.words';
import { OneTimeLinksService } from './one-time-links.service';
import { linkAddress, type LinkPurpose } from './purposes';

interface Addressee {
  readonly linkId: string;
  readonly purpose: LinkPurpose;
  readonly accountId: string;
  readonly to: string;
  readonly name: string;
  readonly locale: Locale;
  readonly formOfAddress: FormOfAddress;
}

/** One-time links by mail. The outbox holds the words; the link is made as the mail leaves, and again each time it is tried. */
@Injectable()
export class LinkMailsService implements MailWriter, OnModuleInit {
  readonly name = 'account_links';

  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinksService,
    private readonly mailer: Mailer,
    private readonly writers: MailWriters,
    private readonly settings: PlatformSettings,
  ) {}

  onModuleInit(): void {
    this.writers.add(this);
  }

  /** Sends each of these accounts a link; earlier ones for the same open nothing from now on. */
  async send(tx: Tx, purpose: LinkPurpose, accountIds: readonly string[], askedBy: string | null): Promise<void> {
    const asked = await this.links.ask(tx, purpose, accountIds, askedBy);
    const addressees = await this.addressees(tx, [...asked.values()]);
    await this.mailer.write(
      tx,
      addressees.map((addressee) => this.mailOf(addressee)),
    );
  }

  /**
   * For whoever gets a role: what they, or who printed it, hold already would open more than was asked for. A code on paper
   * opens nothing from now on, and who did not come yet is invited anew. Who was not invited, or not any more, is not by this.
   * @returns whether there was an invitation
   */
  async outdate(tx: Tx, accountId: string, askedBy: string | null): Promise<boolean> {
    await this.links.revoke(tx, [accountId], 'code');
    const [invited] = await tx.rows<unknown>(
      `SELECT FROM accounts a WHERE a.id = $1 AND a.accepted_at IS NULL AND ${isInvited('a.id')}`,
      [accountId],
    );
    if (invited) await this.send(tx, 'invitation', [accountId], askedBy);
    return invited !== undefined;
  }

  async writeAnew(tx: Tx, mails: readonly WaitingMail[]): Promise<ReadonlyMap<string, WrittenAnew>> {
    const addressees = await this.addressees(
      tx,
      mails.flatMap(({ about }) => about ?? []),
    );
    return new Map(
      mails.map(({ id, about }): [string, WrittenAnew] => {
        const addressee = addressees.find(({ linkId }) => linkId === about);
        return [id, addressee ? this.mailOf(addressee) : 'not_needed'];
      }),
    );
  }

  async secrets(tx: Tx, mails: readonly Pick<WaitingMail, 'id' | 'about'>[]): Promise<ReadonlyMap<string, string>> {
    const linkIds = mails.flatMap(({ about }) => about ?? []);
    const tokens = await this.links.make(tx, linkIds);
    const purposes = new Map((await this.addressees(tx, linkIds)).map(({ linkId, purpose }) => [linkId, purpose]));
    return new Map(
      mails.flatMap(({ id, about }) => {
        const [token, purpose] = [tokens.get(about ?? ''), purposes.get(about ?? '')];
        return token && purpose ? [[id, linkAddress(this.settings.publicUrl, purpose, token)] as const] : [];
      }),
    );
  }

  private mailOf({ linkId, purpose, accountId, to, name, locale, formOfAddress }: Addressee): Mail {
    const { subject, body } = spokenTo(linkMailWords[locale][purpose], formOfAddress);
    return {
      to,
      accountId,
      subject,
      body: body(name, to, secretPlace[locale]),
      writer: this.name,
      about: linkId,
    };
  }

  /** Whose links are still wanted. */
  private async addressees(tx: Tx, linkIds: readonly string[]): Promise<Addressee[]> {
    return this.database.read<Addressee>(
      `SELECT l.id AS link_id, l.purpose, a.id AS account_id, a.email AS "to", a.name, a.locale, address_of(p.standing) AS form_of_address
       FROM account_links l JOIN accounts a ON a.id = l.account_id LEFT JOIN persons p ON p.id = a.person_id
       WHERE l.id = ANY ($1::uuid[]) AND l.used_at IS NULL AND l.revoked_at IS NULL AND a.disabled_at IS NULL`,
      [linkIds],
      tx,
    );
  }
}
