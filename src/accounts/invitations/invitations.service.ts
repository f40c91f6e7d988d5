import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Actor } from '../../platform/access/actor';
import type { OpenedSession } from '../../platform/access/session-cookie';
import type { Comer } from '../../platform/access/sign-in-again';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal, type JournalLine } from '../../platform/journal/journal';
import { found, NotAllowed } from '../../platform/problems/refusals';
import { Account } from '../account.entity';
import { mayInvite, maySeeAccount } from '../accounts.policy';
import { accountActions } from '../accounts.words';
import { hashChosenPassword } from '../chosen-passwords';
import { holdsRole, lockFromRoles } from '../holds-role';
import { LinkMailsService } from '../links/link-mails.service';
import { type LinkHolder, OneTimeLinksService } from '../links/one-time-links.service';
import { SignInsService } from '../sign-ins.service';
import { TypedPasswords } from '../typed-passwords.service';
import { NoInvitationOpen } from './invitations.refusals';

/** Who is invited, as far as it decides who may invite. */
interface InvitedAccount {
  readonly id: string;
  readonly personId: string | null;
  readonly unitId: string | null;
  readonly holdsRole: boolean;
}

/** Who opened an invitation. */
export interface Invited extends LinkHolder {
  /** False for who can accept at the provider alone. */
  readonly mayTypePassword: boolean;
}

/** Accounts whose holder is asked in by a link that works once, and chooses the password. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly links: OneTimeLinksService,
    private readonly mails: LinkMailsService,
    private readonly sessions: SignInsService,
    private readonly passwords: TypedPasswords,
  ) {}

  /** By mail; an earlier link opens nothing from now on. @throws NotFound | NotAllowed | AccountAccepted | AccountLocked */
  async invite(actor: Actor, accountId: string): Promise<void> {
    await this.database.inTransaction(async (tx) =>
      this.inviteWith(tx, actor, await this.invitable(tx, actor, [accountId])),
    );
  }

  async inviteWith(
    tx: Tx,
    actor: Actor,
    accounts: readonly Pick<InvitedAccount, 'id' | 'personId' | 'unitId'>[],
  ): Promise<void> {
    const ids = accounts.map(({ id }) => id);
    await this.mails.send(tx, 'invitation', ids, actor.accountId);
    await this.journal.write(tx, actor, ...accounts.map((account) => lineOf(accountActions.invited, account)));
  }

  /** @throws NotFound | NotAllowed | NoInvitationOpen */
  async revoke(actor: Actor, accountId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [account] = await this.invitable(tx, actor, [accountId]);
      if ((await this.links.revoke(tx, [accountId], 'invitation')) === 0) throw new NoInvitationOpen();
      // Nor is there another way in for who did not come: a link asked for as “forgotten password”.
      await this.links.revoke(tx, [accountId]);
      await this.journal.write(tx, actor, lineOf(accountActions.invitation_revoked, account!));
    });
  }

  /**
   * Links for paper, made now and told this once.
   * @returns what opens each account, by the account's id
   * @throws NotFound | NotAllowed | AccountAccepted | AccountLocked
   */
  async linksForPaper(actor: Actor, accountIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.database.inTransaction(async (tx) => {
      const accounts = await this.invitable(tx, actor, accountIds);
      const asked = await this.links.ask(tx, 'invitation', accountIds, actor.accountId);
      const tokens = await this.links.make(tx, [...asked.values()]);
      await this.journal.write(tx, actor, ...accounts.map((account) => lineOf(accountActions.slip_printed, account)));
      return new Map([...asked].map(([accountId, linkId]) => [accountId, tokens.get(linkId)!]));
    });
  }

  /** Who is invited by this link; nothing changes. @throws LinkNotOpen */
  async look(token: string): Promise<Invited> {
    const holder = await this.links.look('invitation', token);
    return { ...holder, mayTypePassword: await this.passwords.mayType(holder.accountId) };
  }

  /** The invited sets a password and is signed in. @throws LinkNotOpen | InvalidInput | StaffSignInAtProvider */
  async accept(token: string, password: string, { browser }: Comer): Promise<OpenedSession> {
    const { name, email } = await this.links.look('invitation', token);
    const passwordHash = await hashChosenPassword('password', password, [email, name]);
    return this.database.inTransaction(async (tx) => {
      const id = await this.links.use(tx, 'invitation', token);
      const invited = await tx.findOneByOrFail(Account, { id });
      await this.passwords.assertMayType(id, tx);
      invited.accept(this.clock.now(), passwordHash);
      await tx.save(invited);
      const { personId, locale } = invited;
      const holder = new Actor(id, personId, name, locale, [], null);
      await this.journal.write(tx, holder, {
        action: accountActions.invitation_accepted,
        subject: { type: 'account', id },
        personId,
      });
      return this.sessions.openWith(tx, holder, browser, 'invitation');
    });
  }

  /** These accounts, all of which the actor may invite, locked until the end. */
  private async invitable(tx: Tx, actor: Actor, ids: readonly string[]): Promise<InvitedAccount[]> {
    await lockFromRoles(tx, ids);
    const accounts = await this.database.read<InvitedAccount>(
      `SELECT a.id, a.person_id, p.unit_id, ${holdsRole('a.id', '$2')} AS holds_role
       FROM accounts a LEFT JOIN persons p ON p.id = a.person_id WHERE a.id = ANY ($1::uuid[])`,
      [ids, this.clock.today()],
      tx,
    );
    const invitable = ids.map((id) =>
      found(
        accounts.find((account) => account.id === id),
        (account) => maySeeAccount(actor, account),
      ),
    );
    if (!invitable.every((account) => mayInvite(actor, account))) throw new NotAllowed();
    for (const account of await tx.findBy(Account, { id: In([...ids]) })) account.assertInvitable();
    return invitable;
  }
}

const lineOf = (
  action: Action,
  { id, personId, unitId }: Pick<InvitedAccount, 'id' | 'personId' | 'unitId'>,
): JournalLine => ({
  action,
  subject: { type: 'account', id },
  personId,
  unitId,
});
