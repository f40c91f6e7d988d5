import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day, showTime } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import type { Clash } from './clash';
import { ClassesService } from './classes.service';
import type { DayPart } from './day-parts';
import { HalfDay } from './half-day.entity';
import { halfDayOn, type PlannedHalfDay } from './timetable';
import { TimetableClashes } from './timetable-clashes';
import { HalfDaysOverlap, LecturerTaken, outsideClass, planOverlapsItself, RoomTaken } from './timetable.refusals';
import type { TrainingClass } from './training-class.entity';

/** What is left out stays; null takes a room, a lecturer or a topic away. Times are `HH:mm`. */
export interface HalfDayChange {
  readonly day?: Day | undefined;
  readonly part?: DayPart | undefined;
  readonly startTime?: string | undefined;
  readonly endTime?: string | undefined;
  readonly roomId?: string | null | undefined;
  readonly lecturerId?: string | null | undefined;
  readonly topic?: string | null | undefined;
}

export interface PreviewedHalfDay extends PlannedHalfDay {
  /** What stands in the way of holding it; empty when nothing does. */
  readonly clashes: readonly Clash[];
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
  ) {}

  /** What adding these half-days would meet; stores nothing. @throws NotFound | NotAllowed | InvalidInput */
  async preview(actor: Actor, classId: string, planned: readonly PlannedHalfDay[]): Promise<PreviewedHalfDay[]> {
    return this.database.inTransaction(async (tx) => {
      const trainingClass = await this.loadToPlan(tx, actor, classId);
      assertInside(trainingClass, planned);
      const found = await this.clashes.of(tx, classId, planned);
      return planned.map((halfDay, index) => ({
        ...halfDay,
        clashes: found.filter(({ ordinal }) => ordinal === index),
      }));
    });
  }

  /** For a class nobody is enrolled in yet. */
  async add(actor: Actor, classId: string, planned: readonly PlannedHalfDay[]): Promise<void> {
    await this.database.inTransaction((tx) => this.addWith(tx, actor, classId, planned));
  }

  /**
   * Adds half-days and numbers the class anew in time order. Returns their ids in the order given.
   * @throws NotFound | NotAllowed | ClassNotInState | InvalidInput | HalfDaysOverlap | RoomTaken | LecturerTaken
   */
  async addWith(tx: Tx, actor: Actor, classId: string, planned: readonly PlannedHalfDay[]): Promise<string[]> {
    const trainingClass = await this.loadToPlan(tx, actor, classId);
    assertInside(trainingClass, planned);
    await this.assertFree(tx, classId, planned);
    const added: { id: string }[] = await tx.query(
      `INSERT INTO half_days (class_id, number, day, part, during, room_id, lecturer_id, topic)
       SELECT $1, ordinal + coalesce((SELECT max(number) FROM half_days WHERE class_id = $1), 0), day, part,
              tstzrange("startsAt", "endsAt"), "roomId", "lecturerId", topic
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS (day date, part text, "startsAt" timestamptz, "endsAt" timestamptz, "roomId" uuid, "lecturerId" uuid, topic text))
         WITH ORDINALITY AS p (day, part, "startsAt", "endsAt", "roomId", "lecturerId", topic, ordinal)
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
    return added.map(({ id }) => id);
  }

  /** @throws NotFound | NotAllowed | ClassNotInState | HalfDayCancelled | HalfDayBegun | InvalidInput | HalfDaysOverlap | RoomTaken | LecturerTaken */
  async moveWith(tx: Tx, actor: Actor, halfDayId: string, change: HalfDayChange): Promise<HalfDay> {
    const { trainingClass, halfDay } = await this.loadHalfDay(tx, actor, halfDayId);
    const before = { day: halfDay.day, part: halfDay.part, roomId: halfDay.roomId, lecturerId: halfDay.lecturerId };
    const to = changed(halfDay, change);
    halfDay.move(this.clock.now(), to);
    assertInside(trainingClass, [to]);
    await this.assertFree(tx, trainingClass.id, [to], halfDayId);
    await tx.save(halfDay);
    await this.number(tx, trainingClass.id);
    await this.journal.write(tx, actor, {
      action: 'half_days.moved',
      subject: { type: 'half_day', id: halfDayId },
      classId: trainingClass.id,
      facts: { before, change },
    });
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

  private async assertFree(
    tx: Tx,
    classId: string,
    planned: readonly PlannedHalfDay[],
    except?: string,
  ): Promise<void> {
    assertApart(planned);
    const clashes = await this.clashes.of(tx, classId, planned, except);
    const of = (what: Clash['what']) => clashes.filter((clash) => clash.what === what);
    if (of('class').length > 0) throw new HalfDaysOverlap(of('class'));
    if (of('room').length > 0) throw new RoomTaken(of('room'));
    if (of('lecturer').length > 0) throw new LecturerTaken(of('lecturer'));
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

function assertInside(trainingClass: TrainingClass, planned: readonly PlannedHalfDay[]): void {
  const { opensOn, closesOn } = trainingClass;
  const outside = planned.find(({ day }) => day < opensOn || day > closesOn);
  if (!outside) return;
  const field = planned.length === 1 ? 'day' : outside.day < opensOn ? 'from' : 'to';
  throw outsideClass(field, outside.day, { opensOn, closesOn });
}

/** The half-days of one request must not overlap each other either. @throws InvalidInput */
function assertApart(planned: readonly PlannedHalfDay[]): void {
  const inOrder = planned.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  const overlapping = inOrder.find((halfDay, index) => index > 0 && halfDay.startsAt < inOrder[index - 1]!.endsAt);
  if (overlapping) throw planOverlapsItself(overlapping);
}

/** Its times go with it unless its part changes; then it takes the usual times of the new part. */
function changed(halfDay: HalfDay, change: HalfDayChange): PlannedHalfDay {
  const keepsTimes = change.part === undefined || change.part === halfDay.part;
  const { day, part, roomId, lecturerId, topic, startTime, endTime } = change;
  const choose = <T>(wanted: T | undefined, now: T) => (wanted === undefined ? now : wanted);
  return halfDayOn({
    day: day ?? halfDay.day,
    part: part ?? halfDay.part,
    from: startTime ?? (keepsTimes ? showTime(halfDay.startsAt) : undefined),
    to: endTime ?? (keepsTimes ? showTime(halfDay.endsAt) : undefined),
    roomId: choose(roomId, halfDay.roomId),
    lecturerId: choose(lecturerId, halfDay.lecturerId),
    topic: choose(topic, halfDay.topic),
  });
}
