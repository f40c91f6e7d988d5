import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import type { DayPart } from '../day-parts';
import type { ClassMode } from '../class-mode';
import { assertSizes } from '../training-class.entity';
import type { Weekday } from '../weekdays';

/** What classes of one kind have in common; null where each class decides for itself. */
export interface TemplateFacts {
  readonly name: string;
  readonly courseId: string;
  readonly mode: ClassMode;
  readonly capacity: number;
  readonly minSize: number | null;
  readonly poolOpen: boolean;
  readonly freedToPool: boolean;
  readonly roomId: string | null;
  readonly weekdays: readonly Weekday[];
  readonly parts: readonly DayPart[];
  readonly halfDayCount: number | null;
  readonly note: string | null;
}

/** A class that was not held yet: planning one from it fills in the form. */
@Entity('class_templates')
export class ClassTemplate implements TemplateFacts {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly name: string;

  @Column('uuid')
  readonly courseId: string;

  @Column('text')
  readonly mode: ClassMode;

  @Column('integer')
  readonly capacity: number;

  @Column('integer', { nullable: true })
  readonly minSize: number | null;

  @Column('boolean')
  readonly poolOpen: boolean;

  @Column('boolean')
  readonly freedToPool: boolean;

  @Column('uuid', { nullable: true })
  readonly roomId: string | null;

  /** When its half-days usually are; empty where there is no such habit. */
  @Column('integer', { array: true })
  readonly weekdays: Weekday[];

  @Column('text', { array: true })
  readonly parts: DayPart[];

  @Column('integer', { nullable: true })
  readonly halfDayCount: number | null;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @VersionColumn()
  readonly version: number;

  /** @throws MinSizeAboveCapacity */
  become(facts: Partial<TemplateFacts>): void {
    Object.assign(this, facts);
    assertSizes(this);
  }
}
