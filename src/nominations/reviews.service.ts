import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AlreadyEnrolled } from '../enrollments/enrollments.refusals';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal, type JournalLine } from '../platform/journal/journal';
import { Refusal } from '../platform/problems/refusal';
import { refusalOf } from '../platform/problems/each-by-itself';
import { found } from '../platform/problems/refusals';
import { type Admission, AdmissionsService } from './admissions.service';
import type { Check } from './checks';
import { assertWritten, type Decision, type Known, type ReviewDecision, setsOf, take } from './decisions';
import { type FreedPlace, HeldDecisions, standingOf } from './held-decisions';
import { writeMoved } from './moved-nominations';
import type { Letter, Nomination } from './nomination.entity';
import { assertMayDecide, mayEndorseOrReview, mayReview } from './nominations.policy';
import { NominationsService } from './nominations.service';
import { nominationActions } from './nominations.words';
import { about } from './reserves.service';
import { append } from '../platform/lists';

/** What became of one decision of several. */
export interface ReviewResult {
  readonly nominationId: string;
  readonly refusal: Refusal | null;
}

interface Reviewed {
  readonly nominationId: string;
}

/** Does the same for several nominations in one transaction; who is refused leaves nothing to be taken back. */
type Act<One> = (tx: Tx, several: readonly One[]) => Promise<readonly ReviewResult[]>;

/** A decision that nothing speaks against. */
interface Decided extends ReviewDecision {
  readonly nomination: Nomination;
}

/** The Group's word and the office's review; the same steps for every way a nomination came in, for one and for many. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly enrollments: EnrollmentsService,
    private readonly held: HeldDecisions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The Group's word, by its letter where that was written already; of its only officer, the word of the office above. */
  async endorse(actor: Actor, nominationId: string, letter?: Letter): Promise<void> {
    await this.decide(actor, { nominationId, decision: 'endorse', ...(letter ? { letter } : {}) });
  }

  /** Checked anew and enrolled at once. @throws NotEligible | AwaitsEndorsement | StillReserve | PersonBusy */
  async accept(actor: Actor, nominationId: string): Promise<void> {
    await this.decide(actor, { nominationId, decision: 'accept' });
  }

  /** Correct and send again; the place is kept until `correctBy`. */
  async return(actor: Actor, nominationId: string, reason: string, correctBy: Day): Promise<void> {
    await this.decide(actor, { nominationId, decision: 'return', reason, correctBy });
  }

  /** The seat goes to the unit's next reserve in the same transaction. */
  async reject(actor: Actor, nominationId: string, reason: string): Promise<void> {
    await this.decide(actor, { nominationId, decision: 'reject', reason });
  }

  /**
   * Many decisions in one go; each stands for itself and has its own result.
   * @param reviewId what they are taken back by
   */
  async decideEach(
    actor: Actor,
    decisions: readonly ReviewDecision[],
    reviewId: string = randomUUID(),
  ): Promise<ReviewResult[]> {
    return this.each(decisions, (tx, several) => this.decideAll(tx, actor, several, reviewId));
  }

  /** One letter of the Group for many it endorsed before, whatever became of them since; each has its own result. */
  async recordGroupLetter(actor: Actor, nominationIds: readonly string[], letter: Letter): Promise<ReviewResult[]> {
    assertWritten(this.clock, letter);
    const each = nominationIds.map((nominationId) => ({ nominationId }));
    return this.each(each, (tx, several) => this.nameLetter(tx, actor, several, letter));
  }

  private async decide(actor: Actor, decision: ReviewDecision): Promise<void> {
    await this.byItself(decision, (tx, one) => this.decideAll(tx, actor, one, randomUUID()));
  }

  /**
   * All in one transaction; one by one where somebody else came between, so that it holds up nobody but whom it concerns. A
   * request that is repeated tries again what was refused.
   */
  private async each<One extends Reviewed>(many: readonly One[], act: Act<One>): Promise<ReviewResult[]> {
    let results: readonly ReviewResult[] = [];
    const done = await this.database.inTransaction(async (tx) => {
      results = (await tx.allOrNone(() => act(tx, many))) ?? [];
      return results.flatMap(({ refusal }, index) => (refusal ? [] : [index]));
    }, 'together');
    const isDone = new Set(done);
    const all: ReviewResult[] = [];
    for (const [index, one] of many.entries()) {
      const { nominationId } = one;
      const alone = () => refusalOf(() => this.byItself(one, act));
      all.push({ nominationId, refusal: isDone.has(index) ? null : (results[index]?.refusal ?? (await alone())) });
    }
    return all;
  }

  private async byItself<One extends Reviewed>(one: One, act: Act<One>): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [result] = await act(tx, [one]);
      if (result?.refusal) throw result.refusal;
    }, one.nominationId);
  }

  private async decideAll(
    tx: Tx,
    actor: Actor,
    decisions: readonly ReviewDecision[],
    reviewId: string,
  ): Promise<ReviewResult[]> {
    const places = await this.nominations.placesOf(tx, idsOf(decisions));
    const classesOf = (some: readonly ReviewDecision[]) =>
      [...new Set(some.flatMap(({ nominationId }) => places.get(nominationId)?.classId ?? []))].toSorted();
    for (const classId of classesOf(decisions.filter(({ decision }) => decision === 'reject')))
      await this.nominations.lockToEnd(tx, classId);
    const admissions = new Map<string, Admission>();
    for (const classId of classesOf(decisions)) admissions.set(classId, await this.admissions.held(tx, classId));
    const sets = setsOf(decisions, places);
    if (sets.length > 1) await this.nominations.loadAllForUpdate(tx, [...places.keys()]);
    const results: ReviewResult[] = [];
    for (const set of sets) append(results, await this.decideSet(tx, actor, admissions, set, reviewId));
    return results;
  }

  private async decideSet(
    tx: Tx,
    actor: Actor,
    admissions: ReadonlyMap<string, Admission>,
    set: readonly ReviewDecision[],
    reviewId: string,
  ): Promise<ReviewResult[]> {
    const known = await this.known(tx, actor, admissions, set);
    const before = new Map([...known.nominations].map(([id, nomination]) => [id, standingOf(nomination)]));
    const refusals = new Map<string, Refusal>();
    for (const one of set) {
      const refusal = await refusalOf(() => take(actor, this.clock, one, known));
      if (refusal) refusals.set(one.nominationId, refusal);
    }
    const decided = (wanted: Decision): Decided[] =>
      set.flatMap((one) => {
        const nomination = known.nominations.get(one.nominationId);
        const isDecided = nomination && one.decision === wanted && !refusals.has(one.nominationId);
        return isDecided ? [{ ...one, nomination }] : [];
      });
    for (const [classId, several] of byClass(decided('accept'))) {
      const people = several.map(({ nomination }) => nomination.personId);
      const enrolled = await this.enrollments.enrolledAlready(tx, classId, people);
      for (const { nomination } of several)
        if (enrolled.has(nomination.personId)) refusals.set(nomination.id, new AlreadyEnrolled());
    }
    const freed = await this.write(tx, actor, admissions, decided);
    const toHold = [...decided('accept'), ...decided('return'), ...decided('reject')];
    const nominations = toHold.map(({ nomination }) => nomination);
    await this.held.hold(tx, reviewId, nominations, before, freed);
    return set.map(({ nominationId }) => ({ nominationId, refusal: refusals.get(nominationId) ?? null }));
  }

  private async known(
    tx: Tx,
    actor: Actor,
    admissions: ReadonlyMap<string, Admission>,
    set: readonly ReviewDecision[],
  ): Promise<Known> {
    const nominations = await this.nominations.loadAllForUpdate(tx, idsOf(set));
    const meant = (wanted: Decision) =>
      set.flatMap(({ nominationId, decision }) => (decision === wanted ? (nominations.get(nominationId) ?? []) : []));
    const checks = new Map<string, readonly Check[]>();
    const accepted = meant('accept');
    for (const [classId, several] of byClass(accepted.map((nomination) => ({ nomination })))) {
      const unitOf = new Map(several.map(({ nomination: { personId, unitId } }) => [personId, unitId]));
      const checked = await this.admissions.checkOf(tx, admissions.get(classId)!, unitOf);
      for (const { nomination } of several) checks.set(nomination.id, checked.get(nomination.personId)!.checks);
    }
    const needEndorsement = new Set<string>();
    const turnedDown = [...meant('return'), ...meant('reject')].filter(({ unitId }) => !mayReview(actor, unitId));
    for (const [classId, several] of byClass(
      [...meant('endorse'), ...accepted, ...turnedDown].map((nomination) => ({ nomination })),
    )) {
      const units = several.map(({ nomination }) => nomination.unitId);
      const below = await this.admissions.unitsToEndorse(tx, admissions.get(classId)!, units);
      for (const { nomination } of several) if (below.has(nomination.unitId)) needEndorsement.add(nomination.id);
    }
    const endorsedAbove = await this.admissions.endorsedAbove(
      tx,
      meant('endorse').map(({ id }) => id),
    );
    return { nominations, admissions, checks, needEndorsement, endorsedAbove };
  }

  private async write(
    tx: Tx,
    actor: Actor,
    admissions: ReadonlyMap<string, Admission>,
    decided: (wanted: Decision) => readonly Decided[],
  ): Promise<ReadonlyMap<string, FreedPlace>> {
    const freed = new Map<string, FreedPlace>();
    const [endorsed, accepted, returned] = [decided('endorse'), decided('accept'), decided('return')];
    const letters = await this.groupLetters(tx, actor, endorsed);
    for (const { nomination } of endorsed)
      nomination.endorse(actor.accountId, this.clock.now(), letters.get(nomination.id) ?? null);
    const staying = [...endorsed, ...accepted, ...returned].map(({ nomination }) => nomination);
    await writeMoved(tx, staying, new Set(accepted.map(({ nomination }) => nomination)));
    await this.journal.write(
      tx,
      actor,
      ...endorsed.map(({ nomination, letter }) => endorsedLine(nomination, letter)),
      ...accepted.map(({ nomination }) => ({ ...about(nomination), action: nominationActions.accepted })),
      ...returned.map(({ nomination, reason, correctBy }) => returnedLine(nomination, reason, correctBy)),
    );
    for (const [classId, several] of byClass(accepted)) {
      const people = several.map(({ nomination: { id, personId, unitId } }) => ({
        nominationId: id,
        personId,
        unitId,
      }));
      await this.enrollments.join(tx, actor, classId, people);
    }
    for (const [classId, several] of byClass(decided('reject'))) {
      const rejected = several.map(({ nomination }) => nomination);
      const admission = admissions.get(classId)!;
      const places = await this.nominations.endAll(tx, actor, admission, rejected, nominationActions.rejected);
      for (const [id, place] of places) freed.set(id, place);
    }
    return freed;
  }

  private async nameLetter(
    tx: Tx,
    actor: Actor,
    several: readonly Reviewed[],
    letter: Letter,
  ): Promise<ReviewResult[]> {
    const nominations = await this.nominations.loadAllForUpdate(tx, idsOf(several));
    const results: ReviewResult[] = [];
    for (const { nominationId } of several) {
      const refusal = await refusalOf(() => {
        const nomination = found(nominations.get(nominationId));
        assertMayDecide(actor, nomination, mayEndorseOrReview);
        nomination.assertEndorsed();
      });
      results.push({ nominationId, refusal });
    }
    const refused = new Set(results.flatMap(({ nominationId, refusal }) => (refusal ? [nominationId] : [])));
    const named = [...nominations.values()]
      .filter(({ id }) => !refused.has(id))
      .map((nomination) => ({ nomination, letter }));
    const letters = await this.groupLetters(tx, actor, named);
    const changed = named.flatMap(({ nomination }) => {
      const was = nomination.groupLetterId;
      nomination.nameGroupLetter(letters.get(nomination.id)!);
      return nomination.groupLetterId === was ? [] : [{ nomination, was }];
    });
    await writeMoved(
      tx,
      changed.map(({ nomination }) => nomination),
    );
    await this.journal.write(
      tx,
      actor,
      ...changed.map(({ nomination, was }) => ({
        ...about(nomination),
        action: nominationActions.group_letter_recorded,
        facts: { letter: letter.number, of: letter.date, was },
      })),
    );
    return results;
  }

  /** Of the Group above the unit: entered once however many it names, which the index keeps; whoever comes second finds it. By nomination. */
  private async groupLetters(
    tx: Tx,
    actor: Actor,
    named: readonly { readonly nomination: Nomination; readonly letter?: Letter }[],
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = named.flatMap(({ nomination: { id }, letter }) => (letter ? [{ ...letter, id }] : []));
    if (wanted.length === 0) return new Map();
    const letters = `SELECT n.id, coalesce(group_above(n.unit_id, c.opens_on), n.unit_id) AS group_id, w.number, w.date
      FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, number text, date date)
      JOIN nominations n ON n.id = w.id JOIN classes c ON c.id = n.class_id`;
    const asked = JSON.stringify(wanted);
    await tx.execute(
      `INSERT INTO group_letters (group_id, number, date, entered_at, entered_by)
       SELECT DISTINCT ON (group_id, number, date) group_id, number, date, $2::timestamptz, $3::uuid FROM (${letters}) l
       ON CONFLICT (paper_id(group_id, number, date)) DO NOTHING`,
      [asked, this.clock.now(), actor.accountId],
    );
    const rows = await tx.rows<{ id: string; letterId: string }>(
      `SELECT l.id, g.id AS letter_id FROM (${letters}) l
       JOIN group_letters g ON paper_id(g.group_id, g.number, g.date) = paper_id(l.group_id, l.number, l.date)`,
      [asked],
    );
    return new Map(rows.map(({ id, letterId }) => [id, letterId]));
  }
}

const idsOf = (several: readonly Reviewed[]) => several.map(({ nominationId }) => nominationId);

function byClass<One extends { readonly nomination: Nomination }>(several: readonly One[]): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of several) {
    const { classId } = one.nomination;
    const group = groups.get(classId);
    if (group) group.push(one);
    else groups.set(classId, [one]);
  }
  return groups;
}

const endorsedLine = (nomination: Nomination, letter?: Letter): JournalLine => ({
  ...about(nomination),
  action: nominationActions.endorsed,
  ...(letter ? { facts: { letter: letter.number, of: letter.date } } : {}),
});

const returnedLine = (nomination: Nomination, reason = '', correctBy?: Day): JournalLine => ({
  ...about(nomination),
  action: nominationActions.returned,
  reason,
  facts: { correctBy },
});
