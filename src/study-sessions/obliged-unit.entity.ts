import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Day } from '../platform/clock';

/** A unit called to a study, the site it attends at, and the day its roll was frozen. */
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

  /** The unit it became part of while the study was open: call and roll are that one's. */
  @Column('uuid', { nullable: true })
  readonly wentToUnitId: string | null;

  get hasRoll(): boolean {
    return this.rollTakenOn !== null;
  }

  attendAt(siteId: string): void {
    Object.assign(this, { siteId });
  }
}
