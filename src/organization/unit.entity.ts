import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';
import type { UnitKind } from './unit-facts';
import { UnitHasLeft, UnitHasNotLeft, UnitIsMerged } from './organization.refusals';

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

  /** From this day on it belongs to the Bloc no more. */
  @Column('date', { nullable: true })
  readonly leftOn: Day | null;

  get isLive(): boolean {
    return this.mergedIntoId === null && this.leftOn === null;
  }

  /** @throws UnitIsMerged | UnitHasLeft */
  assertLives(): void {
    if (this.mergedIntoId !== null) throw new UnitIsMerged();
    if (this.leftOn !== null) throw new UnitHasLeft(this.leftOn);
  }

  /** @throws UnitIsMerged | UnitHasLeft */
  leave(on: Day): void {
    this.assertLives();
    Object.assign(this, { leftOn: on });
  }

  /** @throws UnitHasNotLeft */
  comeBack(): void {
    if (this.leftOn === null) throw new UnitHasNotLeft();
    Object.assign(this, { leftOn: null });
  }
}
