import { Injectable } from '@nestjs/common';
import { ClassesService } from '../../classes/classes.service';
import { GroupPassagesService, type PassedGroup } from '../../classes/clones/group-passages.service';
import { ClassReminders } from '../../classes/clones/class-reminders';
import { ClassModules } from '../../classes/clones/class-modules';
import { type ClonedTimetable, TimetableClonesService } from '../../classes/clones/timetable-clones.service';
import { ParallelsService } from '../../classes/parallels/parallels.service';
import { SeatsService } from '../../classes/seats.service';
import type { TrainingClass } from '../../classes/training-class.entity';
import { LearnersPassages } from '../../enrollments/passages/passages.service';
import { fingerprintOf } from '../../platform/imports/promises';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { AdmissionsService } from '../admissions.service';
import { assertNotStudySession } from '../passages/kinds';
import { PlacesChangedMeanwhile } from '../passages/passages.refusals';
import { type Passed, PassagesService } from '../passages/passages.service';
import { groupsIn, type Place, PlacesQueries, promiseOf } from '../passages/places.queries';
import { ReservesService } from '../reserves.service';
import { shareOut } from './division';
import { codeTwice, NobodyStays, nobodyGoes } from './splits.refusals';
import type { ClassPartRequest, ClassSplitRequest } from './splits.requests';
import { splitActions } from './splits.words';

/** A class that is made of part of another one, or would be. */
export interface SplitPart extends ClonedTimetable {
  /** Of a trial, of no use afterwards. */
  readonly classId: string;
  readonly code: string;
  readonly name: string;
  readonly people: readonly Pick<Place, 'personId' | 'fullName' | 'unitId' | 'unitName' | 'state' | 'rank'>[];
  readonly capacity: number;
  readonly carried: Passed;
  /** Reserves who move up there. */
  readonly promoted: number;
  readonly groups: readonly (PassedGroup & {
    /** All of it goes, so that its half-days to come, with their rooms and lecturers, do too. */
    readonly isWhole: boolean;
  })[];
}

export interface SplitOutcome {
  readonly parts: readonly SplitPart[];
  readonly stay: number;
  /** Stands for who goes where. */
  readonly fingerprint: string;
}

/** One class becomes several: whoever goes takes everything along, and nobody has to be nominated anew. */
@Injectable()
export class ClassSplitsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly classes: ClassesService,
    private readonly seats: SeatsService,
    private readonly timetables: TimetableClonesService,
    private readonly groups: GroupPassagesService,
    private readonly parallels: ParallelsService,
    private readonly modules: ClassModules,
    private readonly reminders: ClassReminders,
    private readonly learners: LearnersPassages,
    private readonly places: PlacesQueries,
    private readonly passages: PassagesService,
    private readonly reserves: ReservesService,
    private readonly admissions: AdmissionsService,
  ) {}

  /** @throws ClassNotInState | ClassCodeTaken | NobodyStays | PlacesChangedMeanwhile | AboutOneself | InvalidInput */
  async split(actor: Actor, classId: string, wanted: ClassSplitRequest): Promise<SplitOutcome> {
    return this.database.inTransaction((tx) => this.splitWith(tx, actor, classId, wanted));
  }

  /** What {@link split} would do now; nothing is changed. */
  async tryOut(actor: Actor, classId: string, wanted: ClassSplitRequest): Promise<SplitOutcome> {
    return this.database.tryOut((tx) => this.splitWith(tx, actor, classId, wanted));
  }

  private async splitWith(
    tx: Tx,
    actor: Actor,
    classId: string,
    { division, parts: wanted, reason, expects }: ClassSplitRequest,
  ): Promise<SplitOutcome> {
    await this.seats.lockForFreeing(tx, classId);
    const source = await this.classes.loadToManage(tx, actor, classId);
    await assertNotStudySession(tx, source);
    source.assertCanBeSplit();
    const all = await this.places.of(classId, tx);
    const shares = shareOut(division, all, wanted);
    const going = shares.flat();
    for (const place of going) assertNotAboutOneself(actor, place);
    if (source.capacity <= going.filter(({ hasSeat }) => hasSeat).length) throw new NobodyStays();
    assertCodesDiffer(wanted);
    const fingerprint = fingerprintOf(shares, (share) => share.map(promiseOf));
    if (expects !== undefined && expects !== fingerprint) throw new PlacesChangedMeanwhile();

    const parts: SplitPart[] = [];
    for (const [index, part] of wanted.entries())
      parts.push(await this.part(tx, actor, source, part, { all, going: shares[index]! }, reason));
    await this.journal.write(tx, actor, {
      action: splitActions.split,
      subject: { type: 'class', id: classId },
      classId,
      reason,
      facts: { into: parts.map(({ classId: id, code, people }) => ({ id, code, people: people.length })) },
    });
    return { parts, stay: all.length - going.length, fingerprint };
  }

  private async part(
    tx: Tx,
    actor: Actor,
    source: TrainingClass,
    { code, name, moreSeats = 0, ...rooms }: ClassPartRequest,
    { all, going: places }: { readonly all: readonly Place[]; readonly going: readonly Place[] },
    reason: string,
  ): Promise<SplitPart> {
    const seated = places.filter(({ hasSeat }) => hasSeat).length;
    if (seated === 0) throw nobodyGoes(code);
    const capacity = seated + moreSeats;
    const classId = await this.classes.createWith(tx, actor, factsOf(source, { code, name, capacity }));
    await this.seats.lockForFreeing(tx, classId);
    const groups = groupsIn(places);
    const staying = groupsIn(all.filter((place) => !places.includes(place)));
    const wholeGroups = groups.filter((number) => !staying.includes(number));
    const timetable = await this.timetables.copyWith(tx, actor, source, classId, { ...rooms, groups, wholeGroups });
    await this.modules.copyWith(tx, source.id, classId);
    await this.modules.teachAlike(tx, source.id, classId);
    await this.learners.copyTerms(tx, source.id, classId);
    await this.reminders.copyWith(tx, actor, source.id, classId);
    await this.classes.standAsWith(tx, classId, source);
    await this.parallels.followWith(tx, actor, classId, source);
    const { trainingClass: into } = await this.admissions.of(tx, classId);
    const passed = await this.groups.intoNew(tx, actor, source.id, classId, groups);
    const passing = { from: source, into, places, reason, seatsGo: true, groups: passed };
    const carried = await this.passages.pass(tx, actor, passing);
    const isWhole = ({ number }: PassedGroup) => wholeGroups.includes(number);
    await this.groups.leave(tx, actor, { fromId: source.id, intoId: classId }, passed.filter(isWhole), reason);
    const { promoted } = await this.reserves.promote(tx, actor, await this.admissions.of(tx, classId));
    return {
      ...timetable,
      ...{ classId, code, name, capacity, carried, promoted: promoted.length },
      groups: passed.map((group) => ({ ...group, isWhole: isWhole(group) })),
      people: places.map(({ personId, fullName, unitId, unitName, state, rank }) => ({
        ...{ personId, fullName, unitId, unitName, state, rank },
      })),
    };
  }
}

/** @throws InvalidInput naming the second class of a code */
function assertCodesDiffer(parts: readonly ClassPartRequest[]): void {
  const codes = parts.map(({ code }) => code.toLowerCase());
  const again = codes.findIndex((code, index) => codes.indexOf(code) < index);
  if (again >= 0) throw codeTwice(again);
}

/** A class of the same call and days; its seats are those that come with their holders, and more if told. */
function factsOf(source: TrainingClass, made: Readonly<{ code: string; name: string; capacity: number }>) {
  const { courseId, mode, opensOn, closesOn, poolOpen, freedToPool, releaseAfter, substituteUntil, planLineId } =
    source;
  return {
    ...made,
    ...{ courseId, mode, opensOn, closesOn, poolOpen, freedToPool, releaseAfter, substituteUntil, planLineId },
  };
}
