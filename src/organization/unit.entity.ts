import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';

export type UnitKind = 'bloc' | 'group' | 'base';

/** An organisation of the tree. Its names and parents are effective-dated and live in tables of their own. */
@Entity('units')
export class Unit {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly kind: UnitKind;

  @Column('text', { nullable: true })
  readonly address: string | null;

  /** The unit it became part of; it keeps its name and what was done in it. */
  @Column('uuid', { nullable: true })
  readonly mergedIntoId: string | null;

  @Column('date', { nullable: true })
  readonly mergedOn: Day | null;
}
