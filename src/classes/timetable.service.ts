import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day, showTime } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { type Clash, standsInTheWay } from './clash';
import { ClassesService } from './classes.service';
import type { DayPart } from './day-parts';
import { HalfDay } from './half-day.entity';
import type { PlannedHalfDay, WantedHalfDay } from './timetable';
import { recordChange, type TimetableChange } from './timetable-change';
import { TimetableClashes } from './timetable-clashes';
import { TimetablePlanner, type WantedHalfDays } from './timetable-planner';
import { HalfDaysOverlap, LecturerTaken, outsideClass, planOverlapsItself, RoomTaken } from './timetable.refusals';
import { TrainingClass } from './training-class.entity';

/** What is left out stays; null takes a room, a lecturer or a topic away. Times are `HH:mm`. */
export interface HalfDayChange {
  readonly day?: Day | undefined;
  readonly part?: DayPart | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  readonly topic?: string | null | undefined;
  /** Why, for the journal and for everybody concerned. */
  readonly reason?: string | undefined;
  readonly roomSharedReason?: string | undefined;
  readonly overlapReason?: string | undefined;
}

/** What the office decides where planning alone would refuse; each with its reason. */
export interface TimetableDecisions {
  readonly roomSharedReason?: string | undefined;
  readonly overlapReason?: string | undefined;
  readonly moveClosingDay?: boolean | undefined;
}

/**
 * The half-days of classes. The helpers that take `tx` ask who may, but know nothing of people: whoever calls them
 * keeps the attendance lines of those enrolled in step.
 */
@Injectable()
export class TimetableService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly classes: ClassesService,
    private readonly clashes: TimetableClashes,
    private readonly planner: TimetablePlanner,
  ) {}

  /** What is wanted, by the holidays and the times of its place. @throws NotFound | InvalidInput */
  async planWith(tx: Tx, classId: string, wanted: WantedHalfDays): Promise<readonly PlannedHalfDay[]> {
    const trainingClass = await tx.findOneBy(TrainingClass, { id: classId });
    if (!trainingClass) throw new NotFound();
    return (await this.planner.plan(tx, trainingClass, wanted)).planned;
  }

  /** For a class nobody is enrolled in yet. */
  async add(actor: Actor, classId: string, planned: readonly PlannedHalfDay[]): Promise<void> {
    await this.database.inTransaction((tx) => this.addWith(tx, actor, classId, planned));
  }

  /**
   * Adds half-days and numbers the class anew in time order. Returns their ids in the order given.
   * @throws NotFound | NotAllowed | ClassNotInState | InvalidInput | HalfDaysOverlap | RoomTaken | LecturerTaken
   */
  async addWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    wanted: readonly PlannedHalfDay[],
    { roomSharedReason, moveClosingDay }: TimetableDecisions = {},
  ): Promise<string[]> {
    const trainingClass = await this.loadToPlan(tx, actor, classId);
    if (moveClosingDay) await this.moveClosingDay(tx, actor, trainingClass, wanted.at(-1)!.day);
    assertInside(trainingClass, wanted);
    const planned = await this.assertFree(tx, classId, wanted, { roomSharedReason });
    const added: { id: string }[] = await tx.query(
      `INSERT INTO half_days (class_id, number, day, part, during, room_id, lecturer_id, topic, room_shared_reason)
       SELECT $1, ordinal + coalesce((SELECT max(number) FROM half_days WHERE class_id = $1), 0), day, part,
              tstzrange("startsAt", "endsAt"), "roomId", "lecturerId", topic, "roomSharedReason"
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (day date, part text, "startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid, "lecturerId" uuid, topic text, "roomSharedReason" text))
         WITH ORDINALITY AS p (day, part, "startsAt", "endsAt", "roomId", "lecturerId", topic, "roomSharedReason", ordinal)
       ORDER BY ordinal RETURNING id`,
      [classId, JSON.stringify(planned)],
    );
    await this.number(tx, classId);
    await this.journal.write(tx, actor, {
      action: 'half_days.added',
      subject: { type: 'class', id: classId },
      classId,
      facts: { halfDays: planned.map(({ day, part }) => ({ day, part })) },
    });
    const ids = added.map(({ id }) => id);
    await this.journalSharing(tx, actor, classId, planned, ids);
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

  /** @throws NotFound | NotAllowed | ClassNotInState | HalfDayCancelled | HalfDayBegun | InvalidInput | HalfDaysOverlap | RoomTaken | LecturerTaken */
  async moveWith(tx: Tx, actor: Actor, halfDayId: string, change: HalfDayChange): Promise<HalfDay> {
    const { trainingClass, halfDay } = await this.loadHalfDay(tx, actor, halfDayId);
    const { day, part, during, startsAt, roomId, lecturerId } = halfDay;
    const before = { day, part, roomId, lecturerId };
    const wanted = await this.planner.halfDay(
      tx,
      change.roomId ?? roomId ?? trainingClass.roomId,
      changed(halfDay, change),
    );
    const isElsewhere =
      wanted.roomId !== roomId || +wanted.startsAt !== +startsAt || +wanted.endsAt !== +halfDay.endsAt;
    // Sharing was decided for this room and hour; elsewhere it needs a decision again.
    const kept = isElsewhere ? null : halfDay.roomSharedReason;
    halfDay.move(this.clock.now(), { ...wanted, roomSharedReason: kept });
    assertInside(trainingClass, [wanted]);
    const { roomSharedReason = kept ?? undefined } = change;
    const [to] = await this.assertFree(tx, trainingClass.id, [wanted], { roomSharedReason }, halfDayId);
    halfDay.shareRoom(to!.roomSharedReason ?? kept);
    await tx.save(halfDay);
    await this.number(tx, trainingClass.id);
    await this.journal.write(tx, actor, {
      action: 'half_days.moved',
      subject: { type: 'half_day', id: halfDayId },
      classId: trainingClass.id,
      reason: change.reason ?? null,
      facts: { before, change },
    });
    if (to!.roomSharedReason && isElsewhere) await this.journalSharing(tx, actor, trainingClass.id, [to!], [halfDayId]);
    if (isElsewhere || halfDay.lecturerId !== lecturerId) {
      const overAt = halfDay.startsAt > startsAt ? halfDay.startsAt : startsAt;
      const { reason } = change;
      const was = { part, during };
      const told = { classId: trainingClass.id, halfDayId, kind: 'moved', was, reason, overAt } as const;
      await this.record(tx, actor, trainingClass, told);
    }
    return halfDay;
  }

  /** @throws NotFound | NotAllowed | ClassNotInState | HalfDayCancelled | InvalidInput */
  async cancelWith(tx: Tx, actor: Actor, halfDayId: string, reason: string): Promise<void> {
    const { trainingClass, halfDay } = await this.loadHalfDay(tx, actor, halfDayId);
    halfDay.cancel(this.clock.now(), reason);
    await tx.save(halfDay);
    await this.journal.write(tx, actor, {
      action: 'half_days.cancelled',
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
      action: 'classes.changed',
      subject: { type: 'class', id },
      classId: id,
      facts: { before: { closesOn: before }, closesOn },
    });
  }

  private async journalSharing(
    tx: Tx,
    actor: Actor,
    classId: string,
    planned: readonly PlannedHalfDay[],
    ids: readonly string[],
  ): Promise<void> {
    const lines = planned.flatMap(({ roomId, roomSharedReason }, index) =>
      roomSharedReason ? [{ id: ids[index]!, reason: roomSharedReason, facts: { roomId } }] : [],
    );
    await this.journal.write(
      tx,
      actor,
      ...lines.map(({ id, reason, facts }) => ({
        action: 'half_days.room_shared',
        subject: { type: 'half_day', id },
        classId,
        reason,
        facts,
      })),
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
    const found = await tx.findOneBy(HalfDay, { id });
    if (!found) throw new NotFound();
    const trainingClass = await this.loadToPlan(tx, actor, found.classId);
    const halfDay = await tx.findOneByOrFail(HalfDay, { id });
    return { trainingClass, halfDay };
  }

  /** Returns them, each that needs the decision to share its room with that decision. */
  private async assertFree(
    tx: Tx,
    classId: string,
    planned: readonly PlannedHalfDay[],
    { roomSharedReason }: TimetableDecisions,
    except?: string,
  ): Promise<readonly PlannedHalfDay[]> {
    assertApart(planned);
    const clashes = (await this.clashes.of(tx, classId, planned, except)).filter(standsInTheWay);
    const of = (what: Clash['what']) => clashes.filter((clash) => clash.what === what);
    if (of('class').length > 0) throw new HalfDaysOverlap(of('class'));
    if (of('room').length > 0 && !roomSharedReason) throw new RoomTaken(of('room'));
    if (of('lecturer').length > 0) throw new LecturerTaken(of('lecturer'));
    const shared = new Set(of('room').map(({ ordinal }) => ordinal));
    return planned.map((halfDay, index) =>
      shared.has(index) ? { ...halfDay, roomSharedReason: roomSharedReason! } : halfDay,
    );
  }

  /** 1 to n in time order; a cancelled half-day keeps its place. */
  private async number(tx: Tx, classId: string): Promise<void> {
    await tx.query(
      `UPDATE half_days h SET number = n.number
       FROM (SELECT id, row_number() OVER (ORDER BY lower(during), id) AS number FROM half_days WHERE class_id = $1) n
       WHERE n.id = h.id AND n.number <> h.number`,
      [classId],
    );
  }
}

/** @param closesOn the last day they may be held on: the closing day, or where it would move to */
export function assertInside(
  { opensOn, closesOn: closingDay }: TrainingClass,
  planned: readonly PlannedHalfDay[],
  closesOn = closingDay,
): void {
  const outside = planned.find(({ day }) => day < opensOn || day > closesOn);
  if (!outside) return;
  const field = planned.length === 1 ? 'day' : outside.day < opensOn ? 'from' : 'to';
  throw outsideClass(field, outside.day, { opensOn, closesOn: closingDay });
}

/** The half-days of one request must not overlap each other either. @throws InvalidInput */
function assertApart(planned: readonly PlannedHalfDay[]): void {
  const inOrder = planned.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const overlapping = inOrder.find((halfDay, index) => index > 0 && halfDay.startsAt < inOrder[index - 1]!.endsAt);
  if (overlapping) throw planOverlapsItself(overlapping);
}

/** Its times go with it unless its part changes; then it takes the usual times of the new part. */
function changed(halfDay: HalfDay, change: HalfDayChange): WantedHalfDay {
  const keepsTimes = change.part === undefined || change.part === halfDay.part;
  const { day, part, roomId, lecturerId, topic, startTime, endTime } = change;
  const choose = <T>(wanted: T | undefined, now: T) => (wanted === undefined ? now : wanted);
  return {
    day: day ?? halfDay.day,
    part: part ?? halfDay.part,
    from: startTime ?? (keepsTimes ? showTime(halfDay.startsAt) : undefined),
    to: endTime ?? (keepsTimes ? showTime(halfDay.endsAt) : undefined),
    roomId: choose(roomId, halfDay.roomId),
    lecturerId: choose(lecturerId, halfDay.lecturerId),
    topic: choose(topic, halfDay.topic),
  };
}
