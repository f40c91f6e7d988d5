import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';
import type { Education, Rating, Sex, Standing, TheoryLevel } from './person.values';

/** A cadre, a member, or an outstanding non-member, as the roster of their unit has them. */
@Entity('persons')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly unitId: string;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly fullName: string;

  @Column('text')
  readonly foldedName: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  readonly sortName: string;

  @Column('text')
  readonly sex: Sex;

  @Column('date')
  readonly birthDate: Day;

  /** The Party cell (chi bộ). */
  @Column('text', { nullable: true })
  readonly cell: string | null;

  @Column('text', { nullable: true })
  readonly position: string | null;

  @Column('text', { nullable: true })
  readonly partyPosition: string | null;

  @Column('boolean')
  readonly keyCadre: boolean;

  /** Planned for a key post (quy hoạch). */
  @Column('boolean')
  readonly planned: boolean;

  @Column('text')
  readonly standing: Standing;

  @Column('date', { nullable: true })
  readonly joinedOn: Day | null;

  @Column('date', { nullable: true })
  readonly officialOn: Day | null;

  @Column('text')
  readonly education: Education;

  @Column('text')
  readonly theoryLevel: TheoryLevel;

  /** What the lines of the training record lead to; `theoryLevel` is never below it. */
  @Column('text', { nullable: true })
  readonly theoryLevelEarned: TheoryLevel | null;

  /** What the roster said, while what is recorded here stands above it. */
  @Column('text', { nullable: true })
  readonly theoryLevelClaimed: TheoryLevel | null;

  @Column('jsonb')
  readonly ratings: Readonly<Record<string, Rating>>;

  @Column('text', { nullable: true })
  readonly phone: string | null;

  @Column('citext', { nullable: true })
  readonly email: string | null;

  @Column('date', { nullable: true })
  readonly leftOn: Day | null;
}
