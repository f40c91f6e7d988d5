import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who teaches; seldom a person on a roster, so nothing but a name, where to find them and how to reach them is kept. */
@Entity('lecturers')
export class Lecturer {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly fullName: string;

  /** The given name first: see platform/names.ts. */
  @Column({ type: 'text', collation: 'vi-x-icu' })
  readonly sortName: string;

  @Column('text')
  readonly workplace: string;

  /** Where they are told of their half-days; whoever has none is called. */
  @Column({ type: 'citext', nullable: true })
  readonly email: string | null;

  @Column('text', { nullable: true })
  readonly phone: string | null;
}
