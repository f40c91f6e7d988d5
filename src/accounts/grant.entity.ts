import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '../platform/access/actor';
import type { Day } from '../platform/clock';
import { lendableRoles } from './grant-loans.policy';
import { LoanOver, notLendable } from './grant-loans.refusals';
import type { LoanPeriod } from './loan-period';

/** A role an account holds on a unit or a class: its own until ended, or lent by the one whose own it is, for a period. */
@Entity('grants')
export class Grant {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly accountId: string;

  @Column('text')
  readonly role: Role;

  @Column('uuid', { nullable: true })
  readonly unitId: string | null;

  @Column('uuid', { nullable: true })
  readonly classId: string | null;

  /** Of a class manager for one group of the class alone; null for the whole class. */
  @Column('integer', { nullable: true })
  readonly groupNumber: number | null;

  @Column('timestamptz')
  readonly grantedAt: Date;

  @Column('uuid', { nullable: true })
  readonly grantedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly endedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly endedBy: string | null;

  @Column('text', { nullable: true })
  readonly endReason: string | null;

  /** The lender's own grant; null when this one is an own grant. */
  @Column('uuid', { nullable: true })
  readonly lentFrom: string | null;

  @Column('date', { nullable: true })
  readonly startsOn: Day | null;

  /** The last day it holds. */
  @Column('date', { nullable: true })
  readonly endsOn: Day | null;

  @Column('text', { nullable: true })
  readonly lentReason: string | null;

  get isLent(): boolean {
    return this.lentFrom !== null;
  }

  isOverOn(day: Day): boolean {
    return this.endedAt !== null || (this.endsOn !== null && this.endsOn < day);
  }

  /** @throws InvalidInput for a grant that was lent itself or whose role stays with its holder */
  assertLendable(): void {
    if (this.isLent) throw notLendable('lent_already');
    if (this.groupNumber !== null || !lendableRoles.some((role) => role === this.role))
      throw notLendable('role_not_lent');
  }

  /** What the deputy comes to hold. @throws InvalidInput when it is not to be lent */
  lentTo(deputyId: string, { startsOn, endsOn }: LoanPeriod, lentReason: string, at: Date): Partial<Grant> {
    this.assertLendable();
    const { id, accountId, role, unitId, classId } = this;
    return {
      accountId: deputyId,
      role,
      unitId,
      classId,
      grantedAt: at,
      grantedBy: accountId,
      lentFrom: id,
      startsOn,
      endsOn,
      lentReason,
    };
  }

  /** Before its last day has passed; afterwards there is nothing left to end. @throws LoanOver */
  endLoan(on: Day, at: Date, endedBy: string | null, endReason: string | null): void {
    if (this.isOverOn(on)) throw new LoanOver();
    Object.assign(this, { endedAt: at, endedBy, endReason });
  }
}
