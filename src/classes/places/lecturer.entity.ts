import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who teaches; seldom a person on a roster, so nothing but a name and where to find them is kept. */
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
}
