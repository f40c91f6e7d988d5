import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../platform/clock';
import type { Holiday, HolidayKind } from './holidays';

/** A day of the list the office keeps; timetables are planned around it. */
@Entity('public_holidays')
export class PublicHoliday implements Holiday {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('date')
  readonly day: Day;

  @Column('text')
  readonly nameVi: string;

  @Column('text')
  readonly nameEn: string;

  @Column('text')
  readonly kind: HolidayKind;

  @Column('text')
  readonly source: string;

  @Column('boolean')
  readonly verified: boolean;

  @Column('timestamptz')
  readonly createdAt: Date;

  /** Nobody for the days the list began with. */
  @Column('uuid', { nullable: true })
  readonly createdBy: string | null;

  change(changes: Partial<Holiday>): void {
    Object.assign(this, changes);
  }
}
