import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, showMoment } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { PdfThread } from '../../platform/pdf/pdf-thread';
import { found, NotAllowed } from '../../platform/problems/refusals';
import { asCopied, Randomness } from '../../platform/randomness';
import { PlatformSettings } from '../../platform/settings';
import type { Upload } from '../../platform/uploads';
import { Account } from '../account.entity';
import { AccountNews } from '../account-news.service';
import { mayPrintCode, maySeeAccount } from '../accounts.policy';
import { accountActions } from '../accounts.words';
import { holdsRole, lockFromRoles } from '../holds-role';
import { type LinkHolder, OneTimeLinksService } from '../links/one-time-links.service';
import { lifeMinutes } from '../links/purposes';
import { hashPassword, nobodysHash, passwordFits } from '../passwords';
import { slipMargins } from '../slip-layout';
import { codeSlip } from './code-slip';
import { forgottenNews } from './forgotten.words';

/** Two groups of four signs: a person types them, and 10¹² of them are there to guess among. */
const groups = 2;

export interface PasswordCode {
  readonly code: string;
  readonly endsAt: Date;
}

/** Codes on paper for who forgot a password and reads no mail: made as they are printed, told once, good for a working day. */
@Injectable()
export class PasswordCodesService {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinksService,
    private readonly news: AccountNews,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly pdf: PdfThread,
    private readonly settings: PlatformSettings,
  ) {}

  /** @throws NotFound | NotAllowed | AccountNotAccepted | AccountLocked */
  async print(actor: Actor, accountId: string): Promise<Upload> {
    const drawn = await this.draw();
    const slip = await this.database.inTransaction(async (tx) => {
      const place = await this.placeOf(tx, actor, accountId);
      const account = await tx.findOneByOrFail(Account, { id: accountId });
      account.assertCame();
      return { ...account, ...place, ...(await this.giveWith(tx, actor, account, drawn)) };
    });
    const content = await this.pdf.print({
      title: 'Phiếu mã đặt lại mật khẩu',
      numbered: false,
      margins: slipMargins,
      content: [codeSlip(slip, `${this.settings.publicUrl}/password-resets`)],
    });
    return { name: 'phieu-ma.pdf', content };
  }

  async draw(): Promise<{ readonly code: string; readonly hash: string }> {
    const code = this.randomness.paperCode(groups).toUpperCase();
    return { code, hash: await hashPassword(asCopied(code)) };
  }

  /** An earlier code, or link for a forgotten password, goes on until its end; an earlier code opens nothing. */
  async giveWith(
    tx: Tx,
    actor: Actor,
    account: Account,
    { code, hash }: { readonly code: string; readonly hash: string },
    reason: string | null = null,
  ): Promise<PasswordCode> {
    const { id, personId } = account;
    const asked = await this.links.ask(tx, 'code', [id], actor.accountId);
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + lifeMinutes.code * 60_000);
    await tx.execute(`UPDATE account_links SET token_hash = $2, made_at = $3, ends_at = $4 WHERE id = $1`, [
      asked.get(id),
      hash,
      now,
      endsAt,
    ]);
    const subject = { type: 'account', id };
    await this.journal.write(tx, actor, { action: accountActions.password_code_made, subject, personId, reason });
    await this.news.tell(tx, account, forgottenNews.codeMade(showMoment(endsAt)));
    return { code, endsAt };
  }

  /** Whose code it is; null when nothing fits. An address without one takes as long. */
  async look(email: string, code: string): Promise<(LinkHolder & { readonly linkId: string }) | null> {
    const [kept] = await this.database.read<LinkHolder & { linkId: string; tokenHash: string }>(
      `SELECT l.id AS link_id, l.token_hash, a.id AS account_id, a.name, a.email
       FROM account_links l JOIN accounts a ON a.id = l.account_id WHERE a.email = $1 AND a.disabled_at IS NULL AND ${isOpenCode('$2')}`,
      [email, this.clock.now()],
    );
    const fits = await passwordFits(kept?.tokenHash ?? (await nobodysHash), asCopied(code));
    return kept && fits ? kept : null;
  }

  /** @returns whether it was there to use */
  async use(tx: Tx, linkId: string): Promise<boolean> {
    const used = await tx.execute(`UPDATE account_links l SET used_at = $2 WHERE id = $1 AND ${isOpenCode('$2')}`, [
      linkId,
      this.clock.now(),
    ]);
    return used > 0;
  }

  /** Locked until the end. @throws NotFound | NotAllowed */
  private async placeOf(tx: Tx, actor: Actor, accountId: string): Promise<{ readonly unitName: string | null }> {
    await lockFromRoles(tx, [accountId]);
    const [account] = await tx.rows<{ id: string; unitId: string | null; unitName: string | null; holdsRole: boolean }>(
      `SELECT a.id, p.unit_id, unit_name_on(p.unit_id, $2) AS unit_name, ${holdsRole('a.id', '$2')} AS holds_role
       FROM accounts a LEFT JOIN persons p ON p.id = a.person_id WHERE a.id = $1`,
      [accountId, this.clock.today()],
    );
    const seen = found(account, (one) => maySeeAccount(actor, one));
    if (!mayPrintCode(actor, seen)) throw new NotAllowed();
    return { unitName: seen.unitName };
  }
}

const isOpenCode = (now: string) =>
  `l.purpose = 'code' AND l.ends_at > ${now} AND l.used_at IS NULL AND l.revoked_at IS NULL`;
