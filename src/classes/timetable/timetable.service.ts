import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { type Clash, standsInTheWay } from './clash';
import { ClassesService } from '../classes.service';
import { classActions } from '../classes.words';
import { changed, type HalfDayChange, type TimetableDecisions } from './half-day-change';
import { HalfDay } from './half-day.entity';
import type { PlannedHalfDay, SharedByDecision } from './pattern';
import { assertGroupsKnown } from '../groups/known-groups';
import { recordChange, type TimetableChange } from './change';
import { type FoundClash, TimetableClashes } from './clashes';
import { TimetablePlanner, type WantedHalfDays } from './planner';
import { assertApart, assertInside, endFieldOf } from './limits';
import { changeNeedsReason, HalfDaysOverlap, LecturerTaken, ManagerBusy, RoomTaken } from './timetable.refusals';
import { TrainingClass } from '../training-class.entity';
import { halfDayActions } from './timetable.words';

/** When a half-day was before it was moved. */
export interface MovedFrom {
  readonly day: Day;
  readonly startsAt: Date;
}

/**
 * The half-days of classes. The helpers that take `tx` ask who may, but know nothing of people: whoever calls them
 * keeps the attendance lines of those enrolled in step.
 */
@Injectable()
export class TimetableService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly clashes: TimetableClashes,
    private readonly planner: TimetablePlanner,
  ) {}

  /**
   * What is wanted, by the holidays and the times of its place.
   * @throws NotFound | InvalidInput naming the field of what was asked for
   */
  async planWith(
    tx: Tx,
    classId: string,
    wanted: WantedHalfDays,
    { moveClosingDay = false }: TimetableDecisions = {},
  ): Promise<readonly PlannedHalfDay[]> {
    const trainingClass = found(await tx.findOneBy(TrainingClass, { id: classId }));
    const { planned } = await this.planner.plan(tx, trainingClass, wanted);
    const closesOn = moveClosingDay ? planned.at(-1)!.day : trainingClass.closesOn;
    assertInside(trainingClass, planned, { closesOn, endField: endFieldOf(wanted) });
    assertApart(planned, 'pattern' in wanted ? 'parts' : 'day');
    return planned;
  }

  /**
   * Adds half-days and numbers the class anew in time order. Returns their ids in the order given.
   * @throws NotFound | NotAllowed | ClassNotInState | InvalidInput | HalfDaysOverlap | RoomTaken | LecturerTaken | ManagerBusy
   */
  async addWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    wanted: readonly PlannedHalfDay[],
    decisions: TimetableDecisions = {},
  ): Promise<string[]> {
    const trainingClass = await this.loadToPlan(tx, actor, classId);
    if (decisions.moveClosingDay) await this.moveClosingDay(tx, actor, trainingClass, wanted.at(-1)!.day);
    assertInside(trainingClass, wanted);
    await assertGroupsKnown(tx, classId, groupsOf(wanted));
    const planned = await this.assertFree(tx, classId, wanted, decisions);
    const added = await tx.rows<{ id: string }>(
      `INSERT INTO half_days (class_id, number, day, part, during, room_id, lecturer_id, topic, room_shared_reason, manager_overlap_reason, group_numbers)
       SELECT $1, ordinal + coalesce((SELECT max(number) FROM half_days WHERE class_id = $1), 0), day, part,
              tstzrange("startsAt", "endsAt"), "roomId", "lecturerId", topic, "roomSharedReason", "managerOverlapReason", "groupNumbers"
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (day date, part text, "startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid, "lecturerId" uuid, topic text, "roomSharedReason" text, "managerOverlapReason" text, "groupNumbers" int[]))
         WITH ORDINALITY AS p (day, part, "startsAt", "endsAt", "roomId", "lecturerId", topic, "roomSharedReason", "managerOverlapReason", "groupNumbers", ordinal)
       ORDER BY ordinal RETURNING id`,
      [classId, JSON.stringify(planned)],
    );
    await this.number(tx, classId);
    await this.journal.write(tx, actor, {
      action: halfDayActions.added,
      subject: { type: 'class', id: classId },
      classId,
      facts: { halfDays: planned.map(({ day, part }) => ({ day, part })) },
    });
    const ids = added.map(({ id }) => id);
    await this.journalDecisions(tx, actor, classId, planned, ids);
    if (decisions.isToldOtherwise) return ids;
    const [first, last] = [planned[0]!, planned.at(-1)!];
    await this.record(tx, actor, trainingClass, {
      classId,
      halfDayId: ids[0]!,
      kind: 'added',
      halfDays: planned.length,
      overAt: planned.length === 1 ? first.startsAt : last.startsAt,
    });
    return ids;
  }

  /**
   * Returns it with when it was before; null when its time stays.
   * @throws NotFound | NotAllowed | ClassNotInState | HalfDayCancelled | HalfDayBegun | InvalidInput | HalfDaysOverlap |
   *   RoomTaken | LecturerTaken | ManagerBusy
   */
  async moveWith(
    tx: Tx,
    actor: Actor,
    halfDayId: string,
    change: HalfDayChange,
  ): Promise<{ readonly halfDay: HalfDay; readonly movedFrom: MovedFrom | null }> {
    const { trainingClass, halfDay } = await this.loadHalfDay(tx, actor, halfDayId);
    assertToldWhy(trainingClass, change);
    const { day, part, during, startsAt, roomId, lecturerId } = halfDay;
    const before = { day, part, roomId, lecturerId };
    const wanted = await this.planner.halfDay(
      tx,
      change.roomId ?? roomId ?? trainingClass.roomId,
      changed(halfDay, change),
    );
    const isAtAnotherTime = +wanted.startsAt !== +startsAt || +wanted.endsAt !== +halfDay.endsAt;
    const isElsewhere = isAtAnotherTime || wanted.roomId !== roomId;
    // What is shared was decided for this room and hour; elsewhere it needs a decision again.
    const kept = {
      roomSharedReason: isElsewhere ? null : halfDay.roomSharedReason,
      managerOverlapReason: isAtAnotherTime ? null : halfDay.managerOverlapReason,
    };
    halfDay.move(this.clock.now(), wanted);
    await assertGroupsKnown(tx, trainingClass.id, groupsOf([wanted]));
    assertInside(trainingClass, [wanted]);
    const decisions = {
      roomSharedReason: change.roomSharedReason ?? kept.roomSharedReason ?? undefined,
      managerOverlapReason: change.managerOverlapReason ?? kept.managerOverlapReason ?? undefined,
    };
    const [to] = await this.assertFree(tx, trainingClass.id, [wanted], decisions, halfDayId);
    halfDay.decide({ ...kept, ...decidedIn(to!) });
    await tx.save(halfDay);
    await this.number(tx, trainingClass.id);
    await this.journal.write(tx, actor, {
      action: halfDayActions.moved,
      subject: { type: 'half_day', id: halfDayId },
      classId: trainingClass.id,
      reason: change.reason ?? null,
      facts: { before, change },
    });
    if (isElsewhere) await this.journalDecisions(tx, actor, trainingClass.id, [to!], [halfDayId]);
    if (isElsewhere || halfDay.lecturerId !== lecturerId) {
      const overAt = halfDay.startsAt > startsAt ? halfDay.startsAt : startsAt;
      const { reason } = change;
      const was = { part, during };
      const told = { classId: trainingClass.id, halfDayId, kind: 'moved', was, reason, overAt } as const;
      await this.record(tx, actor, trainingClass, told);
    }
    return { halfDay, movedFrom: isAtAnotherTime ? { day, startsAt } : null };
  }

  /** @throws NotFound | NotAllowed | ClassNotInState | HalfDayCancelled | InvalidInput */
  async cancelWith(tx: Tx, actor: Actor, halfDayId: string, reason: string): Promise<void> {
    const { trainingClass, halfDay } = await this.loadHalfDay(tx, actor, halfDayId);
    halfDay.cancel(this.clock.now(), reason);
    await tx.save(halfDay);
    await this.journal.write(tx, actor, {
      action: halfDayActions.cancelled,
      subject: { type: 'half_day', id: halfDayId },
      classId: trainingClass.id,
      reason,
      facts: { day: halfDay.day, part: halfDay.part },
    });
    const { classId, startsAt: overAt } = halfDay;
    await this.record(tx, actor, trainingClass, { classId, halfDayId, kind: 'cancelled', reason, overAt });
  }

  /** Nobody has to be told of what nobody knows yet. */
  private async record(tx: Tx, actor: Actor, { state }: TrainingClass, change: TimetableChange): Promise<void> {
    if (state !== 'draft') await recordChange(tx, actor, this.clock.now(), change);
  }

  private async moveClosingDay(tx: Tx, actor: Actor, trainingClass: TrainingClass, closesOn: Day): Promise<void> {
    const { id, closesOn: before } = trainingClass;
    if (closesOn <= before) return;
    trainingClass.change({ closesOn });
    await tx.save(trainingClass);
    await this.journal.write(tx, actor, {
      action: classActions.changed,
      subject: { type: 'class', id },
      classId: id,
      facts: { before: { closesOn: before }, closesOn },
    });
  }

  private async journalDecisions(
    tx: Tx,
    actor: Actor,
    classId: string,
    planned: readonly PlannedHalfDay[],
    ids: readonly string[],
  ): Promise<void> {
    const lines = planned.flatMap(({ roomId, roomSharedReason, managerOverlapReason }, index) => [
      ...(roomSharedReason
        ? [{ action: halfDayActions.room_shared, index, reason: roomSharedReason, facts: { roomId } }]
        : []),
      ...(managerOverlapReason
        ? [{ action: halfDayActions.manager_overlap_allowed, index, reason: managerOverlapReason, facts: {} }]
        : []),
    ]);
    await this.journal.write(
      tx,
      actor,
      ...lines.map(({ index, ...line }) => ({ ...line, subject: { type: 'half_day', id: ids[index]! }, classId })),
    );
  }

  private async loadToPlan(tx: Tx, actor: Actor, classId: string): Promise<TrainingClass> {
    const trainingClass = await this.classes.loadToManage(tx, actor, classId);
    trainingClass.assertCanChange();
    return trainingClass;
  }

  /** The class is locked before its half-day, as everywhere, so that two changes wait instead of dying of a deadlock. */
  private async loadHalfDay(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<{ trainingClass: TrainingClass; halfDay: HalfDay }> {
    const { classId } = found(await tx.findOneBy(HalfDay, { id }));
    const trainingClass = await this.loadToPlan(tx, actor, classId);
    const halfDay = await tx.findOneByOrFail(HalfDay, { id });
    return { trainingClass, halfDay };
  }

  /** Returns them, each that needs a decision with that decision. */
  private async assertFree(
    tx: Tx,
    classId: string,
    planned: readonly PlannedHalfDay[],
    { roomSharedReason, managerOverlapReason }: TimetableDecisions,
    except?: string,
  ): Promise<readonly PlannedHalfDay[]> {
    assertApart(planned);
    const clashes = (await this.clashes.of(tx, classId, planned, except)).filter(standsInTheWay);
    const of = (what: Clash['what']) => clashes.filter((clash) => clash.what === what);
    if (of('class').length > 0) throw new HalfDaysOverlap(of('class'));
    if (of('room').length > 0 && !roomSharedReason) throw new RoomTaken(of('room'));
    if (of('lecturer').length > 0) throw new LecturerTaken(of('lecturer'));
    if (of('manager').length > 0 && !managerOverlapReason) throw new ManagerBusy(of('manager'));
    const [shared, doubled] = [ordinalsOf(of('room')), ordinalsOf(of('manager'))];
    return planned.map((halfDay, index) => ({
      ...halfDay,
      ...(shared.has(index) ? { roomSharedReason: roomSharedReason! } : {}),
      ...(doubled.has(index) ? { managerOverlapReason: managerOverlapReason! } : {}),
    }));
  }

  /** 1 to n in time order; a cancelled half-day keeps its place. */
  private async number(tx: Tx, classId: string): Promise<void> {
    await tx.execute(
      `UPDATE half_days h SET number = n.number
       FROM (SELECT id, row_number() OVER (ORDER BY lower(during), group_numbers, id) AS number FROM half_days WHERE class_id = $1) n
       WHERE n.id = h.id AND n.number <> h.number`,
      [classId],
    );
  }
}

const groupsOf = (halfDays: readonly PlannedHalfDay[]) => halfDays.flatMap(({ groupNumbers }) => groupNumbers ?? []);

const ordinalsOf = (clashes: readonly FoundClash[]) => new Set(clashes.map(({ ordinal }) => ordinal));

/** Nobody knows a draft; of an announced class everybody concerned is told why. @throws InvalidInput */
function assertToldWhy({ state }: TrainingClass, { reason = '' }: HalfDayChange): void {
  if (state !== 'draft' && reason.trim() === '') throw changeNeedsReason();
}

function decidedIn({ roomSharedReason, managerOverlapReason }: PlannedHalfDay): Partial<SharedByDecision> {
  return {
    ...(roomSharedReason ? { roomSharedReason } : {}),
    ...(managerOverlapReason ? { managerOverlapReason } : {}),
  };
}
