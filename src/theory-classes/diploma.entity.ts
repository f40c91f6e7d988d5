import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';

/** The school's diploma of one graduate: opened without a number when the class closes, recorded when the school issues it. */
@Entity('diplomas')
export class Diploma {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly enrollmentId: string;

  @Column('text')
  readonly school: string;

  @Column('text', { nullable: true })
  readonly number: string | null;

  @Column('date', { nullable: true })
  readonly issuedOn: Day | null;

  @Column('timestamptz', { nullable: true })
  readonly recordedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly recordedBy: string | null;
}
