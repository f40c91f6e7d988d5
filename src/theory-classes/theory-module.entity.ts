import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const moduleKinds = ['module', 'field_report', 'graduation_paper', 'graduation_exam'] as const;
export type ModuleKind = (typeof moduleKinds)[number];

/** What is examined in a theory class: a module, the field report, the graduation paper or examination; `weight` counts in the average. */
@Entity('modules')
export class TheoryModule {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('integer')
  readonly number: number;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly kind: ModuleKind;

  @Column('integer')
  readonly weight: number;
}
