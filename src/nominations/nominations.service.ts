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
import type { Check } from './checks';
import { type Admission, AdmissionsService, type CheckedNominee } from './admissions.service';
import type { Place } from './decisions';
import type { FreedPlace } from './held-decisions';
import { letterToNote } from './letter-dates';
import { type Letter, Nomination } from './nomination.entity';
import { assertMay, assertMayEnterLate, assertMayNominateFor, mayNominateFor } from './nominations.policy';
import { ClassOver, NotEligible, TooLateToSubstitute, samePerson, unknownPerson } from './nominations.refusals';
import { type NominationItem, NominationsQueries } from './nominations.queries';
import { nominationActions } from './nominations.words';
import { writeMoved } from './moved-nominations';
import { PlacementsService, type Sent, sentLine } from './placements.service';
import { about, ReservesService } from './reserves.service';
import { ReturnedPlacesService } from './returned-places.service';
import { isWithin } from '../platform/access/reach';

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
    private readonly placements: PlacementsService,
    private readonly queries: NominationsQueries,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotEligible | WarningsNotAcknowledged | CallNotOpen | AlreadyNominated | Busy */
  async nominate(actor: Actor, classId: string, wanted: NomineeWanted): Promise<NominationItem> {
    assertMayNominateFor(actor, wanted.unitId);
    return this.nominateOne(actor, classId, wanted);
  }

  private async nominateOne(actor: Actor, classId: string, wanted: NomineeWanted): Promise<NominationItem> {
    const { letter, personId, unitId } = wanted;
    if (!letter || this.database.isKeyed) {
      const id = await this.database.inTransaction(async (tx) => {
        const [nomination] = await this.nominateWith(tx, actor, await this.admissions.of(tx, classId), unitId, [
          wanted,
        ]);
        return nomination!.id;
      }, personId);
      return (await this.queries.nomination(id))!;
    }
    const { admission, nominee, hasFreeSeat } = await this.admissions.ofOne({ classId, personId }, unitId);
    this.assertTaken(actor, admission, wanted);
    const draft = this.draft(actor, admission, wanted, nominee);
    return this.placements.place(this.sent(actor, admission, wanted, letter, draft), hasFreeSeat);
  }

  /** Several of one unit in one go; each stands for itself, so that one "no" does not hold up the others. */
  async nominateEach(actor: Actor, classId: string, nominees: readonly NomineeWanted[]): Promise<NomineeResult[]> {
    for (const { unitId } of nominees) assertMayNominateFor(actor, unitId);
    const results: NomineeResult[] = [];
    for (const wanted of nominees) {
      try {
        const { id: nominationId } = await this.nominateOne(actor, classId, wanted);
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
    for (const wanted of nominees) this.assertTaken(actor, admission, wanted);
    const checked = await this.admissions.check(
      tx,
      admission,
      unitId,
      nominees.map(({ personId }) => personId),
    );
    const nominations: Nomination[] = [];
    const sent: Sent[] = [];
    for (const wanted of nominees) {
      const nomination = this.draft(actor, admission, wanted, checked.get(wanted.personId));
      nominations.push(nomination);
      if (wanted.letter) sent.push(this.sent(actor, admission, wanted, wanted.letter, nomination));
      else await this.keep(tx, actor, nomination);
    }
    if (sent.length > 0) assertNoneRefused(await this.placements.placeWith(tx, sent));
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
      const line = await this.send(tx, actor, admission, nomination, letter, checks, acknowledged ?? false);
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
        sentLine(newcomer, { inPlaceOf: leaving.id }),
      );
      return newcomer.id;
    });
  }

  /** After an end: the seat goes free, the enrollment ends, the next reserve moves up. Needs {@link loadToEnd} or {@link lockToEnd}. */
  async end(tx: Tx, actor: Actor, admission: Admission, nomination: Nomination, action: Action): Promise<void> {
    await this.endAll(tx, actor, admission, [nomination], action);
  }

  /** As {@link end}, for several of one class; seats go free in the order given. Returns the places that went free, by nomination. */
  async endAll(
    tx: Tx,
    actor: Actor,
    admission: Admission,
    nominations: readonly Nomination[],
    action: Action,
  ): Promise<ReadonlyMap<string, FreedPlace>> {
    if (nominations.length === 0) return new Map();
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
    const held = ids.flatMap((id) => seats.get(id) ?? []);
    const moved = await this.reserves.freeSeats(tx, actor, admission, held);
    return new Map(held.map((seat) => [seat.nominationId, { seat, promoted: moved.get(seat.nominationId) ?? [] }]));
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

  private assertTaken(actor: Actor, admission: Admission, { lateReason, personId }: NomineeWanted): void {
    if (lateReason) assertMayEnterLate(actor, { personId });
    this.admissions.assertOpen(admission, lateReason ?? null);
  }

  private draft(
    actor: Actor,
    { trainingClass }: Admission,
    wanted: NomineeWanted,
    nominee: CheckedNominee | undefined,
  ): Nomination {
    const { checks: held, facts } = wanted.isOutsider ? found(nominee) : knownTo(actor, nominee);
    if (facts.unitId !== wanted.unitId) throw new NotEligible(held);
    const { personId, unitId, letter, lateReason = null, listImportId = null } = wanted;
    // Of a list the letter was asked about as of a whole.
    const ofLetter = letter && !listImportId ? letterToNote(letter, this.clock.today()) : [];
    const checks = [...held, ...(wanted.toNote ?? []), ...ofLetter];
    const { id: classId } = trainingClass;
    const ids = { id: randomUUID(), classId, personId, unitId, listImportId };
    return Object.assign(new Nomination(), { ...this.fresh(actor), ...ids, lateReason, checks, version: 1 });
  }

  /** Stores a draft that is not sent yet. */
  private async keep(tx: Tx, actor: Actor, draft: Nomination): Promise<void> {
    await tx.insert(Nomination, draft);
    // Writing it waited for a cancellation under way; nothing else would end this draft.
    this.admissions.assertNotOver(await this.admissions.of(tx, draft.classId));
    const line = { ...about(draft), action: nominationActions.drafted, reason: draft.lateReason };
    await this.journal.write(tx, actor, line);
  }

  private sent(
    actor: Actor,
    { trainingClass }: Admission,
    { rank: wish, acknowledged = false, isOutsider = false }: NomineeWanted,
    letter: Letter,
    nomination: Nomination,
  ): Sent {
    nomination.submit(actor.accountId, this.clock.now(), letter, nomination.checks, acknowledged);
    nomination.takePlace(null, this.clock.now());
    return { actor, nomination, poolToo: trainingClass.poolOpen || isOutsider, wish };
  }

  /** Takes a seat or a rank for one that is stored already and makes it submitted; the caller writes it. Returns its line for the journal. */
  private async send(
    tx: Tx,
    actor: Actor,
    { trainingClass }: Admission,
    nomination: Nomination,
    letter: Letter,
    checks: readonly Check[],
    acknowledged: boolean,
  ): Promise<JournalLine> {
    const { keepsPlace, id: nominationId, classId, unitId } = nomination;
    nomination.submit(actor.accountId, this.clock.now(), letter, checks, acknowledged);
    if (!keepsPlace) {
      const seat = await this.seats.take(tx, { classId, unitId, nominationId, poolToo: trainingClass.poolOpen });
      const next = seat === null ? await this.reserves.nextRanks(tx, classId, [unitId]) : new Map<string, number>();
      // Looking for a seat may have waited for a cancellation.
      if (next === null) throw new ClassOver();
      nomination.takePlace(next.get(unitId) ?? null, this.clock.now());
    }
    return sentLine(nomination);
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
  if (!nominee || !isWithin(unitsVisibleTo(actor), nominee.facts.unitId)) throw unknownPerson();
  return nominee;
}

/** Of what is done in one transaction one "no" is the answer to all. */
function assertNoneRefused(placed: readonly (NominationItem | Refusal)[]): void {
  for (const one of placed) if (one instanceof Refusal) throw one;
}
