import { Injectable } from '@nestjs/common';
import { GroupPassagesService, type PassedGroup } from '../../classes/clones/group-passages.service';
import { ClassReminders } from '../../classes/clones/class-reminders';
import { ClassesService } from '../../classes/classes.service';
import { SeatsService } from '../../classes/seats.service';
import type { TrainingClass } from '../../classes/training-class.entity';
import { isUnderWay } from '../../classes/training-class.states';
import { CarriedExams, CarriedMarks, type ExamWithoutMinutes } from '../../enrollments/carried-facts';
import { type Clash, ClashesQueries } from '../../enrollments/clashes.queries';
import { LearnersPassages } from '../../enrollments/passages/passages.service';
import { fingerprintOf } from '../../platform/imports/promises';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { AdmissionsService } from '../admissions.service';
import { assertNotStudySession } from '../passages/kinds';
import { PlacesChangedMeanwhile } from '../passages/passages.refusals';
import { type Passed, PassagesService } from '../passages/passages.service';
import { groupsIn, type Place, PlacesQueries, promiseOf } from '../passages/places.queries';
import { ReservesService } from '../reserves.service';
import { ClassMergersQueries, type LeftBehind } from './mergers.queries';
import { BusyAtItsHours, ExamsWithoutMinutes, InBothClasses, notAClassToMergeInto } from './mergers.refusals';
import type { ClassMergerRequest } from './mergers.requests';

/** What a merger does, or would do. */
export interface ClassMergerOutcome {
  readonly intoClassId: string;
  readonly intoCode: string;
  readonly carried: Passed;
  /** The seats of the class they go into, before and after. */
  readonly capacityBefore: number;
  readonly capacity: number;
  readonly promoted: number;
  /** What finds no partner there, and stays to be read in the class that ends. */
  readonly halfDaysLeft: readonly LeftBehind[];
  readonly modulesLeft: readonly string[];
  readonly leaveLost: number;
  /** Rules by which people of the class that ends are reminded otherwise; the other class has its own. */
  readonly remindersLeft: number;
  /** Nomination lists that were uploaded for it and never applied, which they cannot be afterwards. */
  readonly openLists: number;
  readonly groups: readonly (PassedGroup & {
    /** How many go. */
    readonly people: number;
  })[];
  /** Half-days to come of groups that bring them along, for which that class has no hour free. */
  readonly meetingsLost: number;
  /** Guests who were to make up a half-day of the class that ends. */
  readonly visitsEnded: number;
  readonly smallRooms: readonly { readonly name: string; readonly seats: number }[];
  /** Why it cannot be done yet, of a trial: who is in both classes, and who is in a third one at its hours. */
  readonly inBoth: readonly Pick<Place, 'personId' | 'fullName' | 'nominationId'>[];
  readonly busy: readonly Pick<Clash, 'personId' | 'fullName' | 'classId' | 'classCode' | 'day' | 'part'>[];
  /** Nor while an examination has begun whose minutes are not taken: nobody could take them afterwards. */
  readonly examsWithoutMinutes: readonly ExamWithoutMinutes[];
  readonly fingerprint: string;
}

/** All of a class goes into another one of its course, and the class ends as merged. */
@Injectable()
export class ClassMergersService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly clashes: ClashesQueries,
    private readonly groups: GroupPassagesService,
    private readonly marks: CarriedMarks,
    private readonly exams: CarriedExams,
    private readonly learners: LearnersPassages,
    private readonly reminders: ClassReminders,
    private readonly places: PlacesQueries,
    private readonly passages: PassagesService,
    private readonly reserves: ReservesService,
    private readonly admissions: AdmissionsService,
    private readonly queries: ClassMergersQueries,
  ) {}

  /** @throws ClassNotInState | InBothClasses | BusyAtItsHours | ExamsWithoutMinutes | PlacesChangedMeanwhile | InvalidInput */
  async merge(actor: Actor, classId: string, wanted: ClassMergerRequest): Promise<ClassMergerOutcome> {
    return this.database.inTransaction(async (tx) => {
      const outcome = await this.mergeWith(tx, actor, classId, wanted);
      if (outcome.inBoth.length > 0) throw new InBothClasses(outcome.inBoth);
      if (outcome.busy.length > 0) throw new BusyAtItsHours(outcome.busy);
      if (outcome.examsWithoutMinutes.length > 0) throw new ExamsWithoutMinutes(outcome.examsWithoutMinutes);
      if (wanted.expects !== undefined && wanted.expects !== outcome.fingerprint) throw new PlacesChangedMeanwhile();
      return outcome;
    });
  }

  /** What {@link merge} would do now, and what stands in its way; nothing is changed. */
  async tryOut(actor: Actor, classId: string, wanted: ClassMergerRequest): Promise<ClassMergerOutcome> {
    return this.database.tryOut((tx) => this.mergeWith(tx, actor, classId, wanted));
  }

  /** Whoever stands in the way is left out, for whoever tries it out to be told. */
  private async mergeWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    { intoClassId, withFreeSeats = false, overlapReason, reason }: ClassMergerRequest,
  ): Promise<ClassMergerOutcome> {
    const { from, into } = await this.both(tx, actor, classId, intoClassId);
    const all = await this.places.of(classId, tx);
    const there = await this.places.of(intoClassId, tx);
    const inBoth = ofBoth(all, there);
    const learners = all.filter(({ enrollmentId }) => enrollmentId !== null).map(({ personId }) => personId);
    const hours = { classId: intoClassId, besidesClassId: classId };
    const busy = overlapReason ? [] : await this.clashes.of(learners, hours, tx);
    const inTheWay = new Set([...inBoth, ...busy].map(({ personId }) => personId));
    const going = all.filter(({ personId }) => !inTheWay.has(personId));
    const peopleIn = (number: number) => going.filter(({ groupNumber }) => groupNumber === number).length;
    const groups = await this.groups.intoOther(tx, actor, from, into, groupsIn(going), groupsIn(there));
    const meetings = await this.groups.meetings(
      tx,
      classId,
      groups.filter(({ bringsHalfDays }) => bringsHalfDays),
      { withOthers: true },
    );
    const halfDaysLeft = await this.queries.leftBehind(tx, classId, intoClassId);
    const examsWithoutMinutes = await this.exams.withoutMinutes(tx, classId);
    const modulesLeft = await this.marks.withoutPartner(tx, classId, intoClassId);

    const free = withFreeSeats ? await this.queries.freeSeats(tx, classId) : [];
    const held = going.filter(({ hasSeat }) => hasSeat).length;
    const capacity = into.capacity + held + free.reduce((sum, { count }) => sum + count, 0);
    if (capacity > into.capacity) await this.seats.resize(tx, intoClassId, capacity, async () => []);
    const passing = { from, into, places: going, reason, seatsGo: false, groups, overlapReason };
    const carried = await this.passages.pass(tx, actor, passing);
    for (const { unitId, count } of free)
      if (unitId !== null) await this.seats.move(tx, intoClassId, 'pool', { unitId }, count);
    let meetingsLost = 0;
    if (inTheWay.size + examsWithoutMinutes.length === 0) {
      await this.classes.mergeWith(tx, actor, from, into, reason);
      meetingsLost = meetings.length - (await this.groups.settle(tx, intoClassId, meetings));
    }
    const visitsEnded = await this.learners.endVisits(tx, classId);
    const { promoted } = await this.reserves.promote(tx, actor, await this.admissions.of(tx, intoClassId));
    return {
      ...{ intoClassId, intoCode: into.code, carried, capacityBefore: into.capacity, capacity },
      ...{ promoted: promoted.length, halfDaysLeft, modulesLeft, visitsEnded, meetingsLost },
      ...{ inBoth, busy, examsWithoutMinutes },
      remindersLeft: await this.reminders.exceptionsOf(tx, classId),
      openLists: await this.queries.openLists(tx, classId),
      leaveLost: await this.queries.leaveLost(tx, classId, intoClassId),
      groups: groups.map((group) => ({ ...group, people: peopleIn(group.number) })),
      smallRooms: await this.queries.smallRooms(tx, intoClassId, capacity),
      fingerprint: fingerprintOf([capacity, ...all.map(promiseOf)], (told) => told),
    };
  }

  /** Both classes by their ids: first their reserves, then their rows, in one order for all who move people. */
  private async both(tx: Tx, actor: Actor, classId: string, intoClassId: string) {
    const ids = [...new Set([classId, intoClassId])].toSorted();
    for (const id of ids) await this.seats.lockForFreeing(tx, id);
    const held = new Map<string, TrainingClass>();
    for (const id of ids) held.set(id, await this.classes.loadToManage(tx, actor, id));
    const [from, into] = [held.get(classId)!, held.get(intoClassId)!];
    await assertNotStudySession(tx, from);
    from.assertCanMerge();
    if (from === into || into.courseId !== from.courseId || !isUnderWay(into.state)) throw notAClassToMergeInto();
    into.assertCanChange();
    return { from, into };
  }
}

const ofBoth = (here: readonly Place[], there: readonly Place[]) => {
  const people = new Set(there.map(({ personId }) => personId));
  return here.filter(({ personId }) => people.has(personId));
};
