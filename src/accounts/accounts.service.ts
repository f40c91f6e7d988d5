import { Injectable } from '@nestjs/common';
import { assertUnitLives } from '../organization/living-units';
import { type AccountOfPerson, AccountsOfPeople } from '../people/contacts/accounts-of-people';
import type { Actor, Role } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { Locale } from '../platform/messages/words';
import { NotFound } from '../platform/problems/refusals';
import { IsNull } from 'typeorm';
import { Account } from './account.entity';
import { accountActions } from './accounts.words';
import { GrantLoansService } from './grant-loans.service';
import { LinkMailsService } from './links/link-mails.service';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly personId: string | null;
}

/** A role on a unit, or on a class for a class manager. */
export interface GrantGiven {
  readonly accountId: string;
  readonly role: Role;
  readonly unitId?: string;
  readonly classId?: string;
  /** Of a class manager for one group of the class alone. */
  readonly groupNumber?: number;
}

@Injectable()
export class AccountsService extends AccountsOfPeople {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly loans: GrantLoansService,
    private readonly mails: LinkMailsService,
  ) {
    super();
  }

  async ofPeople(tx: Tx, personIds: readonly string[]): Promise<AccountOfPerson[]> {
    return tx.rows(
      `SELECT id AS account_id, person_id, email, locale, address_of((SELECT standing FROM persons WHERE id = person_id)) AS form_of_address
       FROM accounts WHERE person_id = ANY ($1::uuid[]) AND disabled_at IS NULL`,
      [personIds],
    );
  }

  /** @param passwordHash null for somebody who is invited to choose a password @throws EmailTaken */
  async createWith(
    tx: Tx,
    actor: Actor,
    { email, name, locale, personId }: NewAccount,
    passwordHash: string | null,
  ): Promise<string> {
    const now = this.clock.now();
    const acceptedAt = passwordHash === null ? null : now;
    const { id } = await tx.save(
      tx.create(Account, { email, name, locale, personId, passwordHash, createdAt: now, acceptedAt }),
    );
    await this.journal.write(tx, actor, { action: accountActions.created, subject: { type: 'account', id }, personId });
    return id;
  }

  /**
   * Locks an account that is as it was when its password was looked at: a new password waits for what follows, or this for
   * it, so that nobody gets anywhere by the old one once it was changed.
   */
  async isUnchangedWith(tx: Tx, { id, passwordHash }: Account): Promise<boolean> {
    const [account] = await tx.rows<unknown>(
      'SELECT FROM accounts WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL FOR NO KEY UPDATE',
      [id, passwordHash],
    );
    return account !== undefined;
  }

  /** Who has a password has come: nothing invites them any more. */
  async setPasswordWith(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
    await tx.execute(`UPDATE accounts SET password_hash = $2, accepted_at = coalesce(accepted_at, $3) WHERE id = $1`, [
      accountId,
      passwordHash,
      this.clock.now(),
    ]);
  }

  /** In which language somebody is written to; the use case that asks journals it. */
  async speakWith(tx: Tx, accountId: string, locale: Locale): Promise<void> {
    await tx.update(Account, { id: accountId }, { locale });
  }

  /** A grant that is there already stays as it is. What opened the account before opens it no more. @throws UnitHasLeft | UnitIsMerged */
  async grantWith(tx: Tx, actor: Actor, { accountId, role, unitId, classId, groupNumber }: GrantGiven): Promise<void> {
    if (unitId) await assertUnitLives(tx, unitId);
    const added = await tx.rows<unknown>(
      `INSERT INTO grants (account_id, role, unit_id, class_id, group_number, granted_at, granted_by) VALUES ($1, $2, $3, $4, $7, $5, $6)
       ON CONFLICT DO NOTHING RETURNING id`,
      [accountId, role, unitId ?? null, classId ?? null, this.clock.now(), actor.accountId, groupNumber ?? null],
    );
    if (added.length === 0) return;
    const invitedAnew = await this.mails.outdate(tx, accountId, actor.accountId);
    await this.journal.write(tx, actor, {
      action: accountActions.role_granted,
      subject: { type: 'account', id: accountId },
      unitId: unitId ?? null,
      classId: classId ?? null,
      facts: { role, ...(groupNumber && { group: groupNumber }), ...(invitedAnew ? { invitedAnew } : {}) },
    });
  }

  /** The account in use with this address; null when there is none. */
  async inUse(tx: Tx, email: string): Promise<string | null> {
    const account = await tx.findOneBy(Account, { email, disabledAt: IsNull() });
    return account?.id ?? null;
  }

  /** Gives whoever holds a role on these units the same on another, and ends the old one. @returns how many grants */
  async moveGrantsWith(tx: Tx, actor: Actor, unitIds: readonly string[], toUnitId: string): Promise<number> {
    const grants = await tx.rows<Pick<GrantGiven, 'accountId' | 'role'> & { readonly unitId: string }>(
      `SELECT account_id, role, unit_id FROM own_grants WHERE unit_id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [unitIds],
    );
    for (const { accountId, role, unitId } of grants) {
      await this.grantWith(tx, actor, { accountId, role, unitId: toUnitId });
      await this.endGrantWith(tx, actor, { accountId, role, unitId });
    }
    return grants.length;
  }

  /** Ends an own grant, and with it what is lent of it. @throws NotFound */
  async endGrantWith(
    tx: Tx,
    actor: Actor,
    { accountId, role, unitId, classId, groupNumber }: GrantGiven,
  ): Promise<void> {
    const [ended] = await tx.rows<{ id: string }>(
      `UPDATE own_grants SET ended_at = $5, ended_by = $6
       WHERE account_id = $1 AND role = $2 AND coalesce(unit_id, class_id) = coalesce($3::uuid, $4::uuid)
         AND group_number IS NOT DISTINCT FROM $7 RETURNING id`,
      [accountId, role, unitId ?? null, classId ?? null, this.clock.now(), actor.accountId, groupNumber ?? null],
    );
    if (!ended) throw new NotFound();
    await this.journal.write(tx, actor, {
      action: accountActions.role_ended,
      subject: { type: 'account', id: accountId },
      unitId: unitId ?? null,
      classId: classId ?? null,
      facts: { role, ...(groupNumber && { group: groupNumber }) },
    });
    await this.loans.endOfGrantWith(tx, actor, ended.id);
  }
}
