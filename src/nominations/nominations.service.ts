import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { SeatsService } from '../classes/seats.service';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import { unitsVisibleTo } from '../people/people.policy';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal, type JournalLine } from '../platform/journal/journal';
import { found } from '../platform/problems/refusals';
import { Refusal } from '../platform/problems/refusal';
import { type Check, hasWarning } from './checks';
import { type Admission, AdmissionsService, type CheckedNominee } from './admissions.service';
import type { Place } from './decisions';
import { letterToNote } from './letter-dates';
import { type Letter, Nomination } from './nomination.entity';
import { assertMay, assertMayEnterLate, assertMayNominateFor, mayNominateFor } from './nominations.policy';
import { ClassOver, NotEligible, TooLateToSubstitute, samePerson, unknownPerson } from './nominations.refusals';
import { nominationActions } from './nominations.words';
import { writeMoved } from './moved-nominations';
import { about, ReservesService } from './reserves.service';
import { ReturnedPlacesService } from './returned-places.service';

/** A person put forward by a unit. Without a letter the nomination stays a draft. */
export interface NomineeWanted {
  readonly personId: string;
  readonly unitId: string;
  /** The wished rank, should no seat be free; last when left out. */
  readonly rank?: number;
  readonly letter?: Letter;
  /** The office's reason for taking it outside the window. */
  readonly lateReason?: string;
  readonly listImportId?: string;
  /** Of a body outside the Bloc, entered by the office: on a seat of the pool, whoever else may take those. */
  readonly isOutsider?: boolean;
  /** What to note besides the checks of admission, such as a list that says otherwise than the roster. */
  readonly toNote?: readonly Check[];
  /** Whether the sender read the warnings among the checks. */
  readonly acknowledged?: boolean;
}

/** Who comes in another's place. */
export interface Newcomer {
  readonly personId: string;
  readonly reason: string;
  readonly letter: Letter;
  readonly acknowledged?: boolean;
}

/** What became of one person of several. */
export interface NomineeResult {
  readonly personId: string;
  readonly nominationId: string | null;
  readonly refusal: Refusal | null;
}

@Injectable()
export class NominationsService {
  constructor(
    private readonly database: Database,
    private readonly admissions: AdmissionsService,
    private readonly seats: SeatsService,
    private readonly reserves: ReservesService,
    private readonly places: ReturnedPlacesService,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. @throws NotEligible | CallNotOpen | AlreadyNominated | Busy */
  async nominate(actor: Actor, classId: string, wanted: NomineeWanted): Promise<string> {
    assertMayNominateFor(actor, wanted.unitId);
    return this.nominateOne(actor, classId, wanted);
  }

  private async nominateOne(actor: Actor, classId: string, wanted: NomineeWanted): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const admission = await this.admissions.of(tx, classId);
      const [nomination] = await this.nominateWith(tx, actor, admission, wanted.unitId, [wanted]);
      return nomination!.id;
    }, wanted.personId);
  }

  /** Several of one unit in one go; each stands for itself, so that one "no" does not hold up the others. */
  async nominateEach(actor: Actor, classId: string, nominees: readonly NomineeWanted[]): Promise<NomineeResult[]> {
    for (const { unitId } of nominees) assertMayNominateFor(actor, unitId);
    const results: NomineeResult[] = [];
    for (const wanted of nominees) {
      try {
        const nominationId = await this.nominateOne(actor, classId, wanted);
        results.push({ personId: wanted.personId, nominationId, refusal: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        results.push({ personId: wanted.personId, nominationId: null, refusal: error });
      }
    }
    return results;
  }

  /** Nominates people of one unit within a transaction, in the order given, for whoever may nominate for it. */
  async nominateWith(
    tx: Tx,
    actor: Actor,
    admission: Admission,
    unitId: string,
    nominees: readonly NomineeWanted[],
  ): Promise<Nomination[]> {
    for (const { lateReason, personId } of nominees) {
      if (lateReason) assertMayEnterLate(actor, { personId });
      this.admissions.assertOpen(admission, lateReason ?? null);
    }
    const checked = await this.admissions.check(
      tx,
      admission,
      unitId,
      nominees.map(({ personId }) => personId),
    );
    const nominations: Nomination[] = [];
    for (const wanted of nominees)
      nominations.push(await this.draft(tx, actor, admission, wanted, checked.get(wanted.personId)));
    return nominations;
  }

  /** Before a whole list is nominated in one transaction: it holds seats while it waits for others, so nobody else may wait. */
  async lockForList(tx: Tx, classId: string): Promise<void> {
    await this.seats.lockForFreeing(tx, classId);
  }

  /** Sends a draft, or one returned for correction; the office also a draft outside the window, with a reason. */
  async submit(
    actor: Actor,
    id: string,
    letter: Letter,
    { acknowledged, lateReason }: Pick<NomineeWanted, 'acknowledged' | 'lateReason'> = {},
  ): Promise<void> {
    await this.places.giveUpIfOverdue(id);
    await this.database.inTransaction(async (tx) => {
      const nomination = await this.loadToSend(tx, id);
      assertMay(actor, nomination, mayNominateFor);
      if (lateReason) assertMayEnterLate(actor, nomination);
      nomination.assertMay('submitted');
      const admission = await this.admissions.of(tx, nomination.classId);
      // What was returned keeps its place after the window: it is not a new nomination.
      if (nomination.state === 'draft') {
        if (lateReason) nomination.takeLate(lateReason);
        this.admissions.assertOpen(admission, nomination.lateReason);
      } else this.admissions.assertNotOver(admission);
      const checked = await this.admissions.check(tx, admission, nomination.unitId, [nomination.personId]);
      const checks = [...checked.get(nomination.personId)!.checks, ...letterToNote(letter, this.clock.today())];
      const line = await this.send(tx, actor, admission, nomination, letter, checks, { acknowledged });
      await tx.save(nomination);
      await this.journal.write(tx, actor, { ...line, reason: lateReason ?? null });
    });
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const nomination = await this.loadToEnd(tx, id);
      assertMay(actor, nomination, mayNominateFor);
      await this.withdrawWith(tx, actor, nomination, reason);
    });
  }

  /** Of a unit that leaves, for whoever asked already whether the actor may let it. */
  async endWith(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    await this.withdrawWith(tx, actor, await this.loadToEnd(tx, id), reason);
  }

  private async withdrawWith(tx: Tx, actor: Actor, nomination: Nomination, reason: string): Promise<void> {
    const admission = await this.admissions.of(tx, nomination.classId);
    this.admissions.assertNotOver(admission);
    nomination.withdraw(this.clock.now(), reason);
    await this.end(tx, actor, admission, nomination, nominationActions.withdrawn);
  }

  /** One transaction: the newcomer is checked anew and takes over seat or rank; reserves do not move. Returns the id of the newcomer's nomination. */
  async substitute(
    actor: Actor,
    id: string,
    { personId: newcomerId, reason, letter, acknowledged = false }: Newcomer,
  ): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      // A reserve may be moving up at this moment: seat or rank is handed over once it is known which.
      const leaving = await this.loadToEnd(tx, id);
      assertMay(actor, leaving, mayNominateFor);
      const admission = await this.admissions.of(tx, leaving.classId);
      this.assertMaySubstitute(admission);
      leaving.assertHasPlace();
      if (leaving.personId === newcomerId) throw samePerson();
      const { classId, unitId, rank } = leaving;
      const checked = await this.admissions.check(tx, admission, unitId, [newcomerId]);
      const nominee = knownTo(actor, checked.get(newcomerId));

      leaving.substitute(this.clock.now(), reason);
      await tx.save(leaving);
      await this.enrollments.endOfNominations(tx, actor, new Map([[leaving.id, reason]]));
      const newcomer = await tx.save(
        tx.create(Nomination, {
          ...this.fresh(actor),
          classId,
          unitId,
          personId: newcomerId,
          substitutesId: leaving.id,
          checks: [],
        }),
      );
      await this.seats.handOver(tx, leaving.id, newcomer.id);
      const checks = [...nominee.checks, ...letterToNote(letter, this.clock.today())];
      newcomer.submit(actor.accountId, this.clock.now(), letter, checks, acknowledged);
      newcomer.takePlace(rank, leaving.placedAt ?? this.clock.now());
      await tx.save(newcomer);
      await this.journal.write(
        tx,
        actor,
        { ...about(leaving), action: nominationActions.substituted, reason, facts: { by: newcomer.id } },
        {
          ...about(newcomer),
          action: nominationActions.submitted,
          facts: { letter: letter.number, rank, inPlaceOf: leaving.id, ...warningsRead(newcomer) },
        },
      );
      return newcomer.id;
    });
  }

  /** After an end: the seat goes free, the enrollment ends, the next reserve moves up. Needs {@link loadToEnd} or {@link lockToEnd}. */
  async end(tx: Tx, actor: Actor, admission: Admission, nomination: Nomination, action: Action): Promise<void> {
    await this.endAll(tx, actor, admission, [nomination], action);
  }

  /** As {@link end}, for several of one class; seats go free in the order given. */
  async endAll(
    tx: Tx,
    actor: Actor,
    admission: Admission,
    nominations: readonly Nomination[],
    action: Action,
  ): Promise<void> {
    if (nominations.length === 0) return;
    const ids = nominations.map(({ id }) => id);
    const seats = new Map((await this.seats.held(tx, ids)).map((seat) => [seat.nominationId, seat]));
    await writeMoved(tx, nominations);
    const reasons = new Map(nominations.map(({ id, reason }) => [id, reason ?? action]));
    await this.enrollments.endOfNominations(tx, actor, reasons);
    await this.journal.write(
      tx,
      actor,
      ...nominations.map((nomination) => ({
        ...about(nomination),
        action,
        reason: nomination.reason,
        facts: { freedSeat: seats.get(nomination.id)?.number ?? null },
      })),
    );
    await this.reserves.freeSeats(
      tx,
      actor,
      admission,
      ids.flatMap((id) => seats.get(id) ?? []),
    );
  }

  /** The class's reserves before the nomination, as whoever ends it does; sending it may come to wait for them. */
  private async loadToSend(tx: Tx, id: string): Promise<Nomination> {
    const { classId } = found(await tx.findOneBy(Nomination, { id }));
    await this.seats.lockForWaiting(tx, classId);
    return this.loadForUpdate(tx, id);
  }

  /** Locks the class's reserves before the nomination: whoever frees a seat may move up the very nomination that ends. */
  async loadToEnd(tx: Tx, id: string): Promise<Nomination> {
    const { classId } = found(await tx.findOneBy(Nomination, { id }));
    await this.lockToEnd(tx, classId);
    return this.loadForUpdate(tx, id);
  }

  async lockToEnd(tx: Tx, classId: string): Promise<void> {
    await this.seats.lockForFreeing(tx, classId);
  }

  /** By nomination; of those there are. */
  async placesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Place>> {
    const rows = await tx.rows<Place & { id: string }>(
      `SELECT id, class_id, person_id, rank IS NOT NULL AS is_reserve FROM nominations WHERE id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(rows.map(({ id, ...place }) => [id, place]));
  }

  async loadForUpdate(tx: Tx, id: string): Promise<Nomination> {
    return found((await this.loadAllForUpdate(tx, [id])).get(id));
  }

  /** By id; those there are. */
  async loadAllForUpdate(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Nomination>> {
    const nominations = await tx.find(Nomination, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(nominations.map((nomination) => [nomination.id, nomination]));
  }

  private async draft(
    tx: Tx,
    actor: Actor,
    admission: Admission,
    wanted: NomineeWanted,
    nominee: CheckedNominee | undefined,
  ): Promise<Nomination> {
    const { checks: held, facts } = wanted.isOutsider ? found(nominee) : knownTo(actor, nominee);
    if (facts.unitId !== wanted.unitId) throw new NotEligible(held);
    const { personId, unitId, letter, lateReason = null, listImportId = null } = wanted;
    // Of a list the letter was asked about as of a whole.
    const ofLetter = letter && !listImportId ? letterToNote(letter, this.clock.today()) : [];
    const checks = [...held, ...(wanted.toNote ?? []), ...ofLetter];
    const { id: classId } = admission.trainingClass;
    const nomination = tx.create(Nomination, {
      ...this.fresh(actor),
      id: randomUUID(),
      classId,
      personId,
      unitId,
      lateReason,
      listImportId,
      checks,
    });
    const lines: JournalLine[] = [{ ...about(nomination), action: nominationActions.drafted, reason: lateReason }];
    if (letter) lines.push(await this.send(tx, actor, admission, nomination, letter, checks, wanted));
    // Written once, as it stands now: its seat, if it has one, was taken for it before.
    await tx.insert(Nomination, nomination);
    // Writing it waited for a cancellation under way; nothing else would end this draft.
    if (!letter) this.admissions.assertNotOver(await this.admissions.of(tx, classId));
    await this.journal.write(tx, actor, ...lines);
    return nomination;
  }

  /** Takes a seat or a rank and makes it submitted; the caller writes it. Returns its line for the journal. */
  private async send(
    tx: Tx,
    actor: Actor,
    { trainingClass }: Admission,
    nomination: Nomination,
    letter: Letter,
    checks: readonly Check[],
    {
      rank: wish,
      acknowledged = false,
      isOutsider = false,
    }: Pick<NomineeWanted, 'rank' | 'acknowledged' | 'isOutsider'>,
  ): Promise<JournalLine> {
    const { keepsPlace } = nomination;
    nomination.submit(actor.accountId, this.clock.now(), letter, checks, acknowledged);
    if (!keepsPlace) {
      const poolToo = trainingClass.poolOpen || isOutsider;
      const { id } = trainingClass;
      nomination.takePlace(await this.seatOrRank(tx, { id, poolToo }, nomination, wish), this.clock.now());
    }
    return {
      ...about(nomination),
      action: nominationActions.submitted,
      facts: { letter: letter.number, rank: nomination.rank, ...warningsRead(nomination) },
    };
  }

  private async seatOrRank(
    tx: Tx,
    { id: classId, poolToo }: { id: string; poolToo: boolean },
    { id: nominationId, unitId }: Nomination,
    wish: number | undefined,
  ): Promise<number | null> {
    const seat = await this.seats.take(tx, { classId, unitId, nominationId, poolToo });
    if (seat !== null) return null;
    // Looking for a seat may have waited for a cancellation.
    const next = await this.reserves.nextRank(tx, classId, unitId);
    if (next === null) throw new ClassOver();
    return wish ?? next;
  }

  private fresh(actor: Actor) {
    return { state: 'draft' as const, rank: null, createdAt: this.clock.now(), createdBy: actor.accountId };
  }

  private assertMaySubstitute(admission: Admission): void {
    this.admissions.assertNotOver(admission);
    const { lastSubstitutionDay } = admission.trainingClass;
    if (this.clock.today() > lastSubstitutionDay) throw new TooLateToSubstitute(lastSubstitutionDay);
  }
}

/** Who is of a unit the actor may not see is nobody to them. @throws InvalidInput */
function knownTo(actor: Actor, nominee: CheckedNominee | undefined): CheckedNominee {
  if (!nominee || !unitsVisibleTo(actor).includes(nominee.facts.unitId)) throw unknownPerson();
  return nominee;
}

/** For the journal: which warnings the sender read. */
const warningsRead = ({ checks }: Nomination) =>
  hasWarning(checks)
    ? { warningsRead: checks.filter(({ outcome }) => outcome === 'warn').map(({ rule }) => rule) }
    : {};
