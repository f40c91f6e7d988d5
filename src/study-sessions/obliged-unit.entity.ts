import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../platform/clock';

/** A unit called to a study, the site it attends at, and the roll it is measured against once that is frozen. */
@Entity('obliged_units')
export class ObligedUnit {
  @PrimaryColumn('uuid')
  readonly classId: string;

  @PrimaryColumn('uuid')
  readonly unitId: string;

  @Column('uuid')
  readonly siteId: string;

  @Column('date', { nullable: true })
  readonly rollTakenOn: Day | null;

  /** Probationary and official members; the denominator of participation. */
  @Column('integer', { nullable: true })
  readonly membersOnRoll: number | null;

  @Column('integer', { nullable: true })
  readonly nonMembersOnRoll: number | null;

  get hasRoll(): boolean {
    return this.rollTakenOn !== null;
  }

  attendAt(siteId: string): void {
    Object.assign(this, { siteId });
  }
}
