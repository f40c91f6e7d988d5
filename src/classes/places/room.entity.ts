import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Where half-days are held; one class at a time. */
@Entity('rooms')
export class Room {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly address: string;

  /** How many people it seats. */
  @Column('integer')
  readonly capacity: number;

  /** The unit whose room it is, which may take attendance there; null where nobody said. */
  @Column('uuid', { nullable: true })
  readonly hostUnitId: string | null;

  isHostedBy(unitId: string | null): void {
    Object.assign(this, { hostUnitId: unitId });
  }
}
