import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../platform/clock';
import type { Letter } from '../nomination.entity';
import { ListAlreadyApplied, ListNotApplied } from './imports.refusals';

/** A unit's Excel list for one class: kept as it was sent, tried out, applied once, undone while nothing was built on it. */
@Entity('list_imports')
export class ListImport {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('uuid')
  readonly unitId: string;

  @Column('text')
  readonly fileName: string;

  @Column('bytea', { select: false })
  readonly content: Buffer;

  @Column('text')
  readonly sha256: string;

  @Column('text', { nullable: true })
  readonly letterNumber: string | null;

  @Column('date', { nullable: true })
  readonly letterDate: Day | null;

  @Column('text')
  readonly state: 'previewed' | 'applied' | 'reversed';

  @Column('timestamptz')
  readonly uploadedAt: Date;

  @Column('uuid', { nullable: true })
  readonly uploadedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly appliedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly appliedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly reversedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly reversedBy: string | null;

  apply(by: string | null, at: Date, letter: Letter): void {
    if (this.state !== 'previewed') throw new ListAlreadyApplied();
    Object.assign(this, {
      state: 'applied',
      appliedAt: at,
      appliedBy: by,
      letterNumber: letter.number,
      letterDate: letter.date,
    });
  }

  reverse(by: string | null, at: Date): void {
    if (this.state !== 'applied') throw new ListNotApplied();
    Object.assign(this, { state: 'reversed', reversedAt: at, reversedBy: by });
  }
}
