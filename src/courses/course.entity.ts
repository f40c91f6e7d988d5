import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { TheoryLevel } from '../people/person.values';

export const courseKinds = ['short', 'theory', 'study_session'] as const;
export type CourseKind = (typeof courseKinds)[number];

export const awards = ['certificate', 'diploma', 'none'] as const;
export type Award = (typeof awards)[number];

/** Who looks at a nomination after the unit sent it, in this order. */
export const approvalSteps = ['group', 'bloc'] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

/** A programme. What admits to it, completes it and is awarded for it are rules with days of their own: see {@link CourseRule}. */
@Entity('courses')
export class Course {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly code: string;

  @Column('text')
  readonly nameVi: string;

  @Column('text')
  readonly nameEn: string;

  @Column('text')
  readonly kind: CourseKind;

  /** The theory level a person has after completing it; null when it raises none. */
  @Column('text', { nullable: true })
  readonly raisesTo: Exclude<TheoryLevel, 'none'> | null;

  @Column('text', { array: true })
  readonly approvalSteps: ApprovalStep[];

  @Column('text')
  readonly award: Award;

  @Column('integer')
  readonly usualHalfDays: number;

  /** Its place in lists. */
  @Column('smallint')
  readonly position: number;
}
