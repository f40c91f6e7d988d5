import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '../platform/messages/words';
import { AccountAccepted, AccountLocked, AccountNotAccepted, AccountNotLocked } from './accounts.refusals';

/** Who may sign in. A person may have one account; an account need not be a person on a roster. */
@Entity('accounts')
export class Account {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid', { nullable: true })
  readonly personId: string | null;

  @Column('citext')
  readonly email: string;

  @Column('text')
  readonly name: string;

  /** None until its holder chose one. */
  @Column('text', { nullable: true })
  readonly passwordHash: string | null;

  @Column('text')
  readonly locale: Locale;

  @Column('timestamptz')
  readonly createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readonly disabledAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly disabledBy: string | null;

  @Column('text', { nullable: true })
  readonly disabledReason: string | null;

  /** When its holder first came; invited until then. */
  @Column('timestamptz', { nullable: true })
  readonly acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly acknowledgedAt: Date | null;

  get isDisabled(): boolean {
    return this.disabledAt !== null;
  }

  /** Its holder came, and cannot be invited once more. @throws AccountLocked | AccountAccepted */
  assertInvitable(): void {
    this.assertNotLocked();
    if (this.acceptedAt) throw new AccountAccepted();
  }

  /** Its holder came, and may come again. @throws AccountLocked | AccountNotAccepted */
  assertCame(): void {
    this.assertNotLocked();
    if (!this.acceptedAt) throw new AccountNotAccepted();
  }

  /** @throws AccountLocked */
  assertNotLocked(): void {
    if (this.isDisabled) throw new AccountLocked();
  }

  /** @throws AccountLocked */
  lock(at: Date, by: string | null, reason: string): void {
    this.assertNotLocked();
    Object.assign(this, { disabledAt: at, disabledBy: by, disabledReason: reason });
  }

  /** @throws AccountNotLocked */
  unlock(): void {
    if (!this.isDisabled) throw new AccountNotLocked();
    Object.assign(this, { disabledAt: null, disabledBy: null, disabledReason: null });
  }

  /** @throws AccountLocked */
  correctAddress(email: string): void {
    this.assertNotLocked();
    Object.assign(this, { email });
  }

  accept(at: Date, passwordHash: string): void {
    Object.assign(this, { acceptedAt: at, passwordHash });
  }
}
