import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { TheoryLevel } from '../people/person.values';
import type { Day } from '../platform/clock';
import { assertBlocReviews, CourseNotRetired, CourseRetiredAlready } from './courses.refusals';

export const courseKinds = ['short', 'theory', 'study_session'] as const;
export type CourseKind = (typeof courseKinds)[number];

export const awards = ['certificate', 'diploma', 'none'] as const;
export type Award = (typeof awards)[number];

/** Who looks at a nomination after the unit sent it, in this order. */
export const approvalSteps = ['group', 'bloc'] as const;
export type ApprovalStep = (typeof approvalSteps)[number];

/** What goes along with whoever learns on in another class of the course. */
export const carryings = ['all', 'attendance', 'marks', 'nothing'] as const;
export type Carrying = (typeof carryings)[number];

/** What may be said of a course anew; what is written keeps the words of its day. */
export interface CourseFacts {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly raisesTo: Exclude<TheoryLevel, 'none'> | null;
  readonly approvalSteps: readonly ApprovalStep[];
  readonly award: Award;
  readonly usualHalfDays: number;
  readonly carries: Carrying;
  readonly attendanceOpensMinutes: number;
  readonly shortStayMinutes: number;
}

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

  /** What was learned once is not learned twice: everything, unless the office decides otherwise. */
  @Column('text', { default: 'all' })
  readonly carries: Carrying;

  /** So long before a half-day begins its attendance may be taken: an hour, since halls fill while people are still queueing. */
  @Column('integer', { default: 60 })
  readonly attendanceOpensMinutes: number;

  /** Who leaves sooner after coming in is shown to the class manager: half an hour is less than one period. */
  @Column('integer', { default: 30 })
  readonly shortStayMinutes: number;

  /** Its place in lists. */
  @Column('smallint')
  readonly position: number;

  /** From this day on no class of it opens; those planned before go on. */
  @Column('date', { nullable: true })
  readonly retiredFrom: Day | null;

  @VersionColumn()
  readonly version: number;

  /** @throws InvalidInput without the Bloc among those who review */
  become({ approvalSteps: steps, ...facts }: Partial<CourseFacts>): void {
    if (steps) assertBlocReviews(steps);
    Object.assign(this, facts, steps && { approvalSteps: approvalSteps.filter((step) => steps.includes(step)) });
  }

  /** @throws CourseRetiredAlready */
  retire(from: Day): void {
    if (this.retiredFrom !== null) throw new CourseRetiredAlready(this.retiredFrom);
    Object.assign(this, { retiredFrom: from });
  }

  /** @throws CourseNotRetired */
  bringBack(): void {
    if (this.retiredFrom === null) throw new CourseNotRetired();
    Object.assign(this, { retiredFrom: null });
  }
}
