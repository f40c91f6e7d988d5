import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../platform/clock';
import { InvalidInput } from '../../platform/problems/refusals';
import { HalfDayBegun, HalfDayCancelled } from './timetable.refusals';
import type { DayPart } from '../day-parts';
import type { PlannedHalfDay, SharedByDecision } from './pattern';
import { momentsOf, rangeOf } from './during';

/** Half a day of a class: when, where and by whom it is taught. */
@Entity('half_days')
export class HalfDay {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  /** Its place in the class by time, from 1; half-days that were cancelled keep theirs. */
  @Column('integer')
  readonly number: number;

  @Column('date')
  readonly day: Day;

  @Column('text')
  readonly part: DayPart;

  @Column('tstzrange')
  readonly during: string;

  @Column('uuid', { nullable: true })
  readonly roomId: string | null;

  /** Its own room, else that of the one group it is for, else the usual one of its class; the database says so. */
  @Column({ type: 'uuid', nullable: true, insert: false, update: false })
  readonly heldRoomId: string | null;

  @Column('uuid', { nullable: true })
  readonly lecturerId: string | null;

  @Column('text', { nullable: true })
  readonly topic: string | null;

  /** The groups it is for; null when it is for the whole class. */
  @Column('integer', { array: true, nullable: true })
  readonly groupNumbers: number[] | null;

  /** By whose decision it shares its room with another class (I4). */
  @Column('text', { nullable: true })
  readonly roomSharedReason: string | null;

  /** By whose decision its manager has another class at that time (I4). */
  @Column('text', { nullable: true })
  readonly managerOverlapReason: string | null;

  @Column('timestamptz', { nullable: true })
  readonly cancelledAt: Date | null;

  @Column('text', { nullable: true })
  readonly cancelledReason: string | null;

  /** How often its day, time, room, lecturer, topic or cancellation changed; raised by the database alone. */
  @Column({ type: 'integer', insert: false, update: false })
  readonly sequence: number;

  @Column({ type: 'timestamptz', insert: false, update: false })
  readonly changedAt: Date;

  get startsAt(): Date {
    return momentsOf(this.during).startsAt;
  }

  get endsAt(): Date {
    return momentsOf(this.during).endsAt;
  }

  get isCancelled(): boolean {
    return this.cancelledAt !== null;
  }

  /**
   * To another time, room, lecturer, topic or other groups. Once it has begun its time and its people stay, because they were
   * there or not.
   * @throws HalfDayCancelled | HalfDayBegun
   */
  move(now: Date, to: PlannedHalfDay): void {
    if (this.isCancelled) throw new HalfDayCancelled();
    const during = rangeOf(to);
    const isMoved = to.startsAt.getTime() !== this.startsAt.getTime() || to.endsAt.getTime() !== this.endsAt.getTime();
    const { day, part, roomId, lecturerId, topic, groupNumbers = null } = to;
    const isForOthers = String(groupNumbers ?? '') !== String(this.groupNumbers ?? '');
    if ((isMoved || isForOthers) && this.startsAt <= now) throw new HalfDayBegun();
    Object.assign(this, {
      day,
      part,
      during: isMoved ? during : this.during,
      roomId,
      lecturerId,
      topic,
      groupNumbers,
    });
  }

  /** Notes the decisions by which another class has its room or its manager too; null where it has them to itself. */
  decide({ roomSharedReason = null, managerOverlapReason = null }: Partial<SharedByDecision>): void {
    Object.assign(this, { roomSharedReason, managerOverlapReason });
  }

  /** It keeps its number and its reason; the room and the lecturer are free again. @throws HalfDayCancelled | InvalidInput */
  cancel(at: Date, reason: string): void {
    if (this.isCancelled) throw new HalfDayCancelled();
    if (reason.trim() === '') throw InvalidInput.missing('reason');
    Object.assign(this, { cancelledAt: at, cancelledReason: reason.trim() });
  }
}
