import { Injectable } from '@nestjs/common';
import { CoursesQueries, isRetired } from '../courses/courses.queries';
import { CourseRetired } from '../courses/courses.refusals';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, NotFound } from '../platform/problems/refusals';
import type { ClassMode } from './class-mode';
import { assertMayManageClasses, maySeeClass } from './classes.policy';
import { halfDaysOutside, notInList } from './classes.refusals';
import { classActions } from './classes.words';
import { assertCountsAgainst, type PlanLine, PlanLines } from './plan-line';
import { SeatsService } from './seats.service';
import {
  assertDaysInOrder,
  assertSizes,
  type ClassFacts,
  type SeatSettings,
  TrainingClass,
} from './training-class.entity';

export interface NewClass {
  readonly code: string;
  readonly courseId: string;
  readonly name: string;
  readonly mode: ClassMode;
  readonly opensOn: Day;
  readonly closesOn: Day;
  readonly capacity: number;
  readonly roomId?: string | null | undefined;
  readonly poolOpen?: boolean | undefined;
  readonly freedToPool?: boolean | undefined;
  readonly releaseAfter?: Day | null | undefined;
  readonly substituteUntil?: Day | null | undefined;
  readonly minSize?: number | null | undefined;
  readonly planLineId?: string | null | undefined;
}

/** What is left out stays; a room of null is taken away. */
export interface ClassChanges extends Partial<Omit<ClassFacts, keyof SeatSettings>> {
  readonly callOpensAt?: Date | undefined;
  readonly callClosesAt?: Date | undefined;
}

@Injectable()
export class ClassesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly seats: SeatsService,
    private readonly planLines: PlanLines,
    private readonly courses: CoursesQueries,
  ) {}

  /** Plans a class as a draft, with all its seats in the common pool. @throws ClassCodeTaken | InvalidInput */
  async create(actor: Actor, newClass: NewClass): Promise<string> {
    return this.database.inTransaction((tx) => this.createWith(tx, actor, newClass));
  }

  async createWith(tx: Tx, actor: Actor, { capacity, ...wanted }: NewClass): Promise<string> {
    assertMayManageClasses(actor);
    const facts = { ...unlessTold, ...given(wanted) };
    assertDaysInOrder(facts);
    assertSizes({ capacity, minSize: facts.minSize });
    await this.assertMayOpen(tx, facts);
    if (facts.planLineId !== null) assertCountsAgainst(await this.planLine(tx, facts.planLineId), facts);
    const { id } = await tx.save(
      tx.create(TrainingClass, {
        ...facts,
        capacity,
        state: 'draft',
        createdAt: this.clock.now(),
      }),
    );
    await this.seats.create(tx, id, capacity);
    await this.journal.write(tx, actor, {
      action: classActions.created,
      subject: { type: 'class', id },
      classId: id,
      facts: { code: facts.code, capacity, ...(facts.planLineId === null ? {} : { planLineId: facts.planLineId }) },
    });
    return id;
  }

  /**
   * @param version the version the change is made upon; null to change whatever is there
   * @throws ChangedMeanwhile | ClassCodeTaken | ClassNotInState | InvalidInput
   */
  async change(actor: Actor, id: string, changes: ClassChanges, version: number | null): Promise<void> {
    await this.database.inTransaction((tx) => this.changeWith(tx, actor, id, changes, version));
  }

  async changeWith(
    tx: Tx,
    actor: Actor,
    id: string,
    changes: ClassChanges & Partial<SeatSettings>,
    version: number | null = null,
  ): Promise<void> {
    const trainingClass = await this.loadToManage(tx, actor, id);
    if (version !== null && trainingClass.version !== version) throw new ChangedMeanwhile();

    const { callOpensAt: opensAt, callClosesAt: closesAt, ...facts } = given(changes);
    if (facts.courseId && facts.courseId !== trainingClass.courseId)
      await this.assertMayOpen(tx, { courseId: facts.courseId, opensOn: facts.opensOn ?? trainingClass.opensOn });
    trainingClass.change(facts, given({ opensAt, closesAt }));
    await this.assertHoldsHalfDays(tx, trainingClass);
    await tx.save(trainingClass);
    await this.journal.write(tx, actor, {
      action: classActions.changed,
      subject: { type: 'class', id },
      classId: id,
      facts: { ...given(changes) },
    });
  }

  /** Nothing new opens of a course that is retired; what it is that does not exist, a constraint says. @throws CourseRetired */
  private async assertMayOpen(tx: Tx, { courseId, opensOn }: Pick<NewClass, 'courseId' | 'opensOn'>): Promise<void> {
    const course = await this.courses.course(courseId, tx);
    if (course?.retiredFrom && isRetired(course, opensOn)) throw new CourseRetired(course.retiredFrom);
  }

  /** Calls the units to nominate within a window. @throws ClassNotInState | InvalidInput */
  async announce(
    actor: Actor,
    id: string,
    { callOpensAt, callClosesAt }: { readonly callOpensAt: Date; readonly callClosesAt: Date },
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.loadToManage(tx, actor, id);
      trainingClass.announce(this.clock.now(), { opensAt: callOpensAt, closesAt: callClosesAt });
      await tx.save(trainingClass);
      await this.journal.write(tx, actor, {
        action: classActions.announced,
        subject: { type: 'class', id },
        classId: id,
        facts: { callOpensAt, callClosesAt },
      });
    });
  }

  /** @param decision number of the opening decision @throws ClassNotInState | InvalidInput */
  async confirm(actor: Actor, id: string, decision: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.loadToManage(tx, actor, id);
      trainingClass.confirm(this.clock.now(), decision);
      await tx.save(trainingClass);
      await this.journal.write(tx, actor, {
        action: classActions.confirmed,
        subject: { type: 'class', id },
        classId: id,
        facts: { decision },
      });
    });
  }

  /**
   * Cancels a class and the half-days still to come, which sets their rooms and lecturers free. Who may, and what
   * becomes of its nominations and people, is the caller's part.
   * @throws NotFound | ClassNotInState | InvalidInput
   */
  async cancelWith(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    const trainingClass = await this.loadForUpdate(tx, id);
    const now = this.clock.now();
    trainingClass.cancel(now, reason);
    await tx.save(trainingClass);
    await tx.execute(
      `UPDATE half_days SET cancelled_at = $2, cancelled_reason = $3
       WHERE class_id = $1 AND cancelled_at IS NULL AND lower(during) > $2`,
      [id, now, reason],
    );
    await this.journal.write(tx, actor, {
      action: classActions.cancelled,
      subject: { type: 'class', id },
      classId: id,
      reason,
    });
  }

  /** Part of another class goes on in this draft, which stands where that one does from now on. */
  async standAsWith(tx: Tx, id: string, source: TrainingClass): Promise<void> {
    const trainingClass = await this.loadForUpdate(tx, id);
    trainingClass.standAs(source);
    await tx.save(trainingClass);
  }

  /**
   * Ends a class whose people and seats went into another one, and the half-days it still had. Who may, and that they
   * went, is the caller's part. @throws ClassNotInState | ClassIsClosing
   */
  async mergeWith(tx: Tx, actor: Actor, trainingClass: TrainingClass, into: TrainingClass, reason: string) {
    const [now, { id }] = [this.clock.now(), trainingClass];
    trainingClass.mergeInto(now, into.id, reason);
    await tx.save(trainingClass);
    // Who followed its timetable follows the one it went into, or the one that one follows.
    const leadingId = into.parallelToId === null || into.parallelToId === id ? into.id : into.parallelToId;
    await tx.execute(
      `UPDATE classes SET parallel_to_id = nullif($2::uuid, id), version = version + 1 WHERE parallel_to_id = $1`,
      [id, leadingId],
    );
    await tx.execute(
      `UPDATE half_days SET cancelled_at = $2, cancelled_reason = $3
       WHERE class_id = $1 AND cancelled_at IS NULL AND lower(during) > $2`,
      [id, now, `Ghép vào lớp ${into.code}. ${reason}`],
    );
    await this.journal.write(tx, actor, {
      action: classActions.merged,
      subject: { type: 'class', id },
      classId: id,
      reason,
      facts: { into: into.id, code: into.code },
    });
  }

  /**
   * Takes a cancellation back, with those of its half-days that are named. Who may, and which half-days, nominations and
   * people come back, is the caller's part.
   * @throws ClassNotInState | ClassWouldBeOver
   */
  async restoreWith(
    tx: Tx,
    actor: Actor,
    trainingClass: TrainingClass,
    halfDayIds: readonly string[],
    reason: string,
  ): Promise<void> {
    trainingClass.restore(this.clock.today());
    await tx.save(trainingClass);
    await tx.execute(`UPDATE half_days SET cancelled_at = NULL, cancelled_reason = NULL WHERE id = ANY ($1)`, [
      halfDayIds,
    ]);
    const { id } = trainingClass;
    await this.journal.write(tx, actor, {
      action: classActions.cancellation_reversed,
      subject: { type: 'class', id },
      classId: id,
      reason,
      facts: { halfDays: halfDayIds.length },
    });
  }

  /** Locks what results are made of. Who may, and when, is the caller's part. @throws NotFound | ClassNotInState */
  async askToCloseWith(tx: Tx, id: string): Promise<void> {
    const trainingClass = await this.loadForUpdate(tx, id);
    trainingClass.askToClose(this.clock.now());
    await tx.save(trainingClass);
  }

  /** Lifts that lock again, where nobody was judged yet. @throws NotFound */
  async giveUpClosingWith(tx: Tx, id: string): Promise<void> {
    const trainingClass = await this.loadForUpdate(tx, id);
    trainingClass.giveUpClosing();
    await tx.save(trainingClass);
  }

  /** Who may, and what a closed class issues, is the caller's part. @throws NotFound | ClassNotInState */
  async closeWith(tx: Tx, actor: Actor, id: string): Promise<void> {
    const trainingClass = await this.loadForUpdate(tx, id);
    trainingClass.close(this.clock.now());
    await tx.save(trainingClass);
    await this.journal.write(tx, actor, { action: classActions.closed, subject: { type: 'class', id }, classId: id });
  }

  /** Closed by mistake. Who may, and what becomes of what it issued, is the caller's part. @throws ClassNotInState */
  async reopenWith(tx: Tx, trainingClass: TrainingClass): Promise<void> {
    trainingClass.reopen();
    await tx.save(trainingClass);
  }

  /** A class held for the change counts against a line of the plan, or against none. @throws NotOfPlanLine */
  async countAgainstWith(tx: Tx, trainingClass: TrainingClass, line: PlanLine | null): Promise<void> {
    if (line) trainingClass.countAgainst(line);
    else trainingClass.leavePlan();
    await tx.save(trainingClass);
  }

  /** No class counts against the line any more. */
  async leavePlanLineWith(tx: Tx, lineId: string): Promise<void> {
    await tx.execute(`UPDATE classes SET plan_line_id = NULL, version = version + 1 WHERE plan_line_id = $1`, [lineId]);
  }

  /** Nobody else changes the class or its timetable until the transaction ends. @throws NotFound */
  async loadForUpdate(tx: Tx, id: string): Promise<TrainingClass> {
    return found(await tx.findOne(TrainingClass, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  /** As {@link loadForUpdate}, for who plans classes. @throws NotFound | NotAllowed */
  async loadToManage(tx: Tx, actor: Actor, id: string): Promise<TrainingClass> {
    const trainingClass = await this.loadForUpdate(tx, id);
    if (!maySeeClass(actor, trainingClass)) throw new NotFound();
    assertMayManageClasses(actor);
    return trainingClass;
  }

  /** The line stays until the transaction ends. @throws InvalidInput */
  private async planLine(tx: Tx, id: string): Promise<PlanLine> {
    const line = await this.planLines.held(tx, id);
    if (!line) throw notInList('planLineId');
    return line;
  }

  private async assertHoldsHalfDays(tx: Tx, { id, opensOn, closesOn }: TrainingClass): Promise<void> {
    const [outside] = await tx.rows<{ day: Day }>(
      `SELECT day FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL AND (day < $2 OR day > $3) ORDER BY day LIMIT 1`,
      [id, opensOn, closesOn],
    );
    if (outside) throw halfDaysOutside(outside.day < opensOn ? 'opensOn' : 'closesOn', outside.day);
  }
}

const unlessTold = {
  roomId: null,
  poolOpen: true,
  freedToPool: false,
  releaseAfter: null,
  substituteUntil: null,
  minSize: null,
  planLineId: null,
};

/** Without the fields that were left out. */
function given<T extends object>(changes: T): T {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T;
}
