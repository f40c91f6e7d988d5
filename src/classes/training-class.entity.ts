import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { addDays, type Day, momentAt } from '../platform/clock';
import type { ClassMode } from './class-mode';
import {
  callAfterOpening,
  callInWrongOrder,
  ClassIsClosing,
  ClassNotInState,
  ClassWouldBeOver,
  closesBeforeOpening,
  courseIsSettled,
  dayAfterClosing,
  leavesItsPlan,
  MinSizeAboveCapacity,
} from './classes.refusals';
import { InvalidInput } from '../platform/problems/refusals';
import { callIsOpenAt } from './training-class.stage';
import { classMoves, type ClassState, hasEnded, isUnderWay } from './training-class.states';
import { assertCountsAgainst, type PlanLine } from './plan-line';

export interface CallWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** What the office decides about a class besides its state; null takes a room away. */
export interface ClassFacts extends SeatSettings {
  readonly code: string;
  readonly courseId: string;
  readonly name: string;
  readonly mode: ClassMode;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly roomId: string | null;
}

/** What moves seats, or may move them, without a further decision. */
export interface SeatSettings {
  readonly poolOpen: boolean;
  readonly freedToPool: boolean;
  readonly releaseAfter: Day | null;
  readonly substituteUntil: Day | null;
  readonly minSize: number | null;
}

/** A class of any course. Its seats, half-days and people are in tables of their own. */
@Entity('classes')
export class TrainingClass {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('text')
  readonly code: string;

  @Column('uuid')
  readonly courseId: string;

  @Column('text')
  readonly name: string;

  @Column('text')
  readonly mode: ClassMode;

  @Column('text')
  readonly state: ClassState;

  @Column('date')
  readonly opensOn: Day;

  @Column('date')
  readonly closesOn: Day;

  @Column('uuid', { nullable: true })
  readonly roomId: string | null;

  @Column('integer')
  readonly capacity: number;

  /** Below so many people the office is warned before the class opens; null when there is no such number. */
  @Column('integer', { nullable: true })
  readonly minSize: number | null;

  /** The line of the yearly plan the class counts against. */
  @Column('uuid', { nullable: true })
  readonly planLineId: string | null;

  /** Whether a unit without a free seat of its own may take one of the common pool. */
  @Column('boolean')
  readonly poolOpen: boolean;

  /** Whether a seat that is freed, and that no reserve of its unit can take, goes to whoever waits in the pool's order. */
  @Column('boolean')
  readonly freedToPool: boolean;

  /** The last day units keep seats they do not use; afterwards the seats are the pool's. */
  @Column('date', { nullable: true })
  readonly releaseAfter: Day | null;

  /** The release day that was carried out. */
  @Column('date', { nullable: true })
  readonly releasedAfter: Day | null;

  /** The last day on which a nominee may be substituted; null for the day before the class opens. */
  @Column('date', { nullable: true })
  readonly substituteUntil: Day | null;

  @Column('timestamptz', { nullable: true })
  readonly callOpensAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly callClosesAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly announcedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly confirmedAt: Date | null;

  @Column('text', { nullable: true })
  readonly openingDecision: string | null;

  @Column('timestamptz', { nullable: true })
  readonly cancelledAt: Date | null;

  @Column('text', { nullable: true })
  readonly cancelledReason: string | null;

  /** The class everybody and everything of this one went into. */
  @Column('uuid', { nullable: true })
  readonly mergedIntoId: string | null;

  @Column('timestamptz', { nullable: true })
  readonly mergedAt: Date | null;

  @Column('text', { nullable: true })
  readonly mergedReason: string | null;

  /** The class part of which went into this one as it was made. */
  @Column('uuid', { nullable: true })
  readonly splitFromId: string | null;

  /** The class whose timetable leads this one's; null while it has one of its own, or leads others. */
  @Column('uuid', { nullable: true })
  readonly parallelToId: string | null;

  /** From when on nothing changes that results are made of; null until its closing is asked for. */
  @Column('timestamptz', { nullable: true })
  readonly closingSince: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly closedAt: Date | null;

  @Column('timestamptz')
  readonly createdAt: Date;

  /** Grows with every change, so that two people editing at once notice. */
  @VersionColumn()
  readonly version: number;

  /** @throws InvalidInput | ClassNotInState once it is closed or cancelled */
  change(changes: Partial<ClassFacts>, call: Partial<CallWindow> = {}): void {
    this.assertCanChange();
    const next = { ...this.facts(), ...changes };
    if (this.state !== 'draft' && next.courseId !== this.courseId) throw courseIsSettled();
    assertDaysInOrder(next);
    assertSizes({ capacity: this.capacity, minSize: next.minSize });
    this.assertStaysInItsPlan(next);
    this.become(changes);
    const opensAt = call.opensAt ?? this.callOpensAt;
    const closesAt = call.closesAt ?? this.callClosesAt;
    if (opensAt === null || closesAt === null) return;
    this.assertCallFits({ opensAt, closesAt });
    this.become({ callOpensAt: opensAt, callClosesAt: closesAt });
  }

  /** Counts against a line of the yearly plan, however far the class has come. @throws NotOfPlanLine */
  countAgainst(line: PlanLine): void {
    assertCountsAgainst(line, this);
    this.become({ planLineId: line.id });
  }

  leavePlan(): void {
    this.become({ planLineId: null });
  }

  /** Calls the units to nominate. @throws InvalidInput | ClassNotInState */
  announce(at: Date, call: CallWindow): void {
    this.assertCan('announced');
    this.assertCallFits(call);
    this.become({ state: 'announced', announcedAt: at, callOpensAt: call.opensAt, callClosesAt: call.closesAt });
  }

  /** @param decision number of the opening decision @throws InvalidInput | ClassNotInState */
  confirm(at: Date, decision: string): void {
    this.assertCan('confirmed');
    if (decision.trim() === '') throw InvalidInput.missing('decision');
    this.become({ state: 'confirmed', confirmedAt: at, openingDecision: decision.trim() });
  }

  /** @throws InvalidInput | ClassNotInState | ClassIsClosing */
  cancel(at: Date, reason: string): void {
    this.assertCan('cancelled');
    this.assertNotClosing();
    if (reason.trim() === '') throw InvalidInput.missing('reason');
    this.become({ state: 'cancelled', cancelledAt: at, cancelledReason: reason.trim() });
  }

  /** @throws ClassNotInState | ClassIsClosing */
  assertCanMerge(): void {
    this.assertCan('merged');
    this.assertNotClosing();
  }

  /** Ends because all of it goes on in another class. @throws ClassNotInState | ClassIsClosing */
  mergeInto(at: Date, intoId: string, reason: string): void {
    this.assertCanMerge();
    this.become({ state: 'merged', mergedAt: at, mergedIntoId: intoId, mergedReason: reason, parallelToId: null });
  }

  /** People may go to another class, and come from one. @throws ClassNotInState | ClassIsClosing */
  assertCanBeSplit(): void {
    if (!isUnderWay(this.state)) throw new ClassNotInState('split', this.state);
    this.assertNotClosing();
  }

  /** Was made of part of another class: stands where that one does. */
  standAs({ id, state, callOpensAt, callClosesAt, announcedAt, confirmedAt, openingDecision }: TrainingClass): void {
    this.become({ splitFromId: id, state, callOpensAt, callClosesAt, announcedAt, confirmedAt, openingDecision });
  }

  /** Shares the timetable of another class, which leads. */
  follow(leadingId: string): void {
    this.become({ parallelToId: leadingId });
  }

  leadItself(): void {
    this.become({ parallelToId: null });
  }

  /** Keeps everything results are made of as it is, until the class is closed. @throws ClassNotInState */
  askToClose(at: Date): void {
    this.assertCan('closed');
    this.become({ closingSince: this.closingSince ?? at });
  }

  /** A closing that could not begin leaves the class open. */
  giveUpClosing(): void {
    this.become({ closingSince: null });
  }

  /** @throws ClassNotInState */
  close(at: Date): void {
    this.assertCan('closed');
    this.become({ state: 'closed', closedAt: at });
  }

  /** Was closed by mistake: it goes on as before. @throws ClassNotInState */
  reopen(): void {
    if (this.state !== 'closed') throw new ClassNotInState('reopened', this.state);
    this.become({ state: 'confirmed', closingSince: null, closedAt: null });
  }

  /** Was cancelled by mistake: it stands where the decisions made before have it. @throws ClassNotInState | ClassWouldBeOver */
  restore(today: Day): void {
    if (this.state !== 'cancelled') throw new ClassNotInState('restored', this.state);
    if (this.closesOn < today) throw new ClassWouldBeOver(this.closesOn);
    const state = this.confirmedAt ? 'confirmed' : this.announcedAt ? 'announced' : 'draft';
    this.become({ state, cancelledAt: null, cancelledReason: null });
  }

  get lastSubstitutionDay(): Day {
    return this.substituteUntil ?? addDays(this.opensOn, -1);
  }

  /** Whether units keep no unused seats any more. */
  isReleasedOn(today: Day): boolean {
    return this.releaseAfter !== null && this.releaseAfter < today;
  }

  callIsOpenAt(now: Date): boolean {
    return callIsOpenAt(this, now);
  }

  get hasEnded(): boolean {
    return hasEnded(this.state);
  }

  /** Whether facts and timetable may still change. @throws ClassNotInState | ClassIsClosing */
  assertCanChange(): void {
    if (this.hasEnded) throw new ClassNotInState('changed', this.state);
    this.assertNotClosing();
  }

  private assertNotClosing(): void {
    if (this.closingSince) throw new ClassIsClosing();
  }

  private assertCan(next: ClassState): void {
    if (!classMoves[this.state].includes(next)) throw new ClassNotInState(next, this.state);
  }

  private assertStaysInItsPlan(next: Pick<ClassFacts, 'courseId' | 'opensOn'>): void {
    if (this.planLineId === null) return;
    if (next.courseId !== this.courseId) throw leavesItsPlan('courseId');
    if (yearOf(next.opensOn) !== yearOf(this.opensOn)) throw leavesItsPlan('opensOn');
  }

  private assertCallFits({ opensAt, closesAt }: CallWindow): void {
    if (opensAt >= closesAt) throw callInWrongOrder();
    const openingDayEnds = momentAt(addDays(this.opensOn, 1));
    if (closesAt >= openingDayEnds) throw callAfterOpening(this.opensOn);
  }

  private facts(): ClassFacts {
    const { code, courseId, name, mode, opensOn, closesOn, roomId, poolOpen } = this;
    const { freedToPool, releaseAfter, substituteUntil, minSize } = this;
    return {
      code,
      courseId,
      name,
      mode,
      opensOn,
      closesOn,
      roomId,
      poolOpen,
      freedToPool,
      releaseAfter,
      substituteUntil,
      minSize,
    };
  }

  private become(changes: Partial<Pick<TrainingClass, ColumnNames>>): void {
    Object.assign(this, changes);
  }
}

type ColumnNames = {
  [K in keyof TrainingClass]: TrainingClass[K] extends (...given: never[]) => unknown ? never : K;
}[keyof TrainingClass];

const yearOf = (day: Day) => day.slice(0, 4);

/** @throws MinSizeAboveCapacity */
export function assertSizes({ capacity, minSize }: Pick<TrainingClass, 'capacity' | 'minSize'>): void {
  if (minSize !== null && minSize > capacity) throw new MinSizeAboveCapacity();
}

/** @throws InvalidInput */
export function assertDaysInOrder(
  days: Pick<ClassFacts, 'opensOn' | 'closesOn' | 'releaseAfter' | 'substituteUntil'>,
): void {
  const { opensOn, closesOn } = days;
  if (closesOn < opensOn) throw closesBeforeOpening();
  for (const field of ['releaseAfter', 'substituteUntil'] as const)
    if ((days[field] ?? closesOn) > closesOn) throw dayAfterClosing(field, closesOn);
}
