import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '../platform/messages/words';

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

  @Column('text')
  readonly passwordHash: string;

  @Column('text')
  readonly locale: Locale;

  @Column('timestamptz')
  readonly createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readonly disabledAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly acknowledgedAt: Date | null;

  get isDisabled(): boolean {
    return this.disabledAt !== null;
  }
}
