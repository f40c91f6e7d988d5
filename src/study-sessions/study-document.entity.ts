import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One of the resolutions, directives or laws a study is about. */
@Entity('study_documents')
export class StudyDocument {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  /** Its place in the order of study, from 1. */
  @Column('integer')
  readonly number: number;

  @Column('text')
  readonly title: string;
}
