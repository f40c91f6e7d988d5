import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { LineInUse, negative, noSuchQuarter, noSuchYear } from './training-plans.refusals';

/** What the office plans to hold of one course in one quarter. */
export interface PlanLineFacts {
  readonly quarter: number;
  readonly plannedClasses: number;
  readonly targetPeople: number;
  readonly note: string | null;
}

/** One line of the Bloc's plan for a year. What was done of it is counted from the classes that name it. */
@Entity('training_plan_lines')
export class TrainingPlanLine {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('integer')
  readonly year: number;

  @Column('integer')
  readonly quarter: number;

  @Column('uuid')
  readonly courseId: string;

  @Column('integer')
  readonly plannedClasses: number;

  @Column('integer')
  readonly targetPeople: number;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @VersionColumn()
  readonly version: number;

  /** Course and year stay: what counts against the line is of that course and year. @throws InvalidInput */
  plan(facts: Partial<PlanLineFacts>): void {
    Object.assign(this, facts);
    assertYear(this.year);
    if (!isWholeWithin(this.quarter, 1, 4)) throw noSuchQuarter();
    for (const field of ['plannedClasses', 'targetPeople'] as const)
      if (!isWholeWithin(this[field], 0, most)) throw negative(field, most);
  }

  /** @param classNames of the classes that count against it @throws LineInUse */
  assertRemovable(classNames: readonly string[]): void {
    if (classNames.length > 0) throw new LineInUse(classNames);
  }
}

/** Beyond it a number is a slip of the keyboard. */
export const most = 100_000;
export const [firstYear, lastYear] = [2000, 2100] as const;

/** @throws InvalidInput */
export function assertYear(year: number): void {
  if (!isWholeWithin(year, firstYear, lastYear)) throw noSuchYear(firstYear, lastYear);
}

const isWholeWithin = (value: number, first: number, last: number) =>
  Number.isInteger(value) && value >= first && value <= last;
