import { ClassTakesNobody } from '../enrollments/enrollments.refusals';
import type { Actor } from '../platform/access/actor';
import { type Clock, type Day, showDay } from '../platform/clock';
import { InvalidInput, found } from '../platform/problems/refusals';
import { type Admission, assertNotOver } from './admissions.service';
import type { Check } from './checks';
import type { Letter, Nomination } from './nomination.entity';
import { assertMayDecide, mayEndorse, mayEndorseOrReview, mayReview } from './nominations.policy';
import { letterToCome, NotTheGroupsStep } from './nominations.refusals';
import { reviewerOf } from './turn';

export const decisions = ['endorse', 'accept', 'return', 'reject'] as const;
export type Decision = (typeof decisions)[number];

export interface ReviewDecision {
  readonly nominationId: string;
  readonly decision: Decision;
  readonly reason?: string;
  readonly correctBy?: Day;
  /** The Group's, of an endorsement. */
  readonly letter?: Letter;
}

/** Whom a nomination puts forward for which class, and whether it waited for a seat when the decisions came. */
export interface Place {
  readonly classId: string;
  readonly personId: string;
  readonly isReserve: boolean;
}

/** What decisions are held against, as it stands at this moment. */
export interface Known {
  readonly nominations: ReadonlyMap<string, Nomination>;
  /** By class. */
  readonly admissions: ReadonlyMap<string, Admission>;
  /** Of those to be accepted: records and decisions may have changed since they were sent. By nomination. */
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  /** Of whom the Group speaks first: of those to be endorsed or accepted, and those the Group returns or rejects. */
  readonly needEndorsement: ReadonlySet<string>;
  /** Those to be endorsed whose only endorser is the nominee. */
  readonly endorsedAbove: ReadonlySet<string>;
}

/**
 * Cuts decisions, in their order, into sets that come out the same whether they are taken together or one by one: nobody is
 * in a set twice, and no reserve after a rejection in their class, which may have moved them up.
 */
export function setsOf(
  all: readonly ReviewDecision[],
  places: ReadonlyMap<string, Place>,
): readonly (readonly ReviewDecision[])[] {
  const sets: ReviewDecision[][] = [[]];
  const people = new Set<string>();
  const freed = new Set<string>();
  for (const one of all) {
    const place = places.get(one.nominationId);
    if (place && (people.has(place.personId) || (place.isReserve && freed.has(place.classId)))) {
      sets.push([]);
      people.clear();
      freed.clear();
    }
    sets.at(-1)!.push(one);
    if (!place) continue;
    people.add(place.personId);
    if (one.decision === 'reject') freed.add(place.classId);
  }
  return sets;
}

/**
 * Takes one decision: the nomination is as decided afterwards, but for an endorsement, which its letter is found for first.
 * @throws Refusal whatever speaks against it; nothing was changed then that may be written
 */
export function take(actor: Actor, clock: Clock, one: ReviewDecision, known: Known): void {
  assertComplete(clock, one);
  const nomination = found(known.nominations.get(one.nominationId));
  const admission = known.admissions.get(nomination.classId)!;
  verbs[one.decision](actor, clock, nomination, one, admission, known);
  assertNotOver(admission);
}

type Verb = (
  actor: Actor,
  clock: Clock,
  nomination: Nomination,
  decision: ReviewDecision,
  admission: Admission,
  known: Known,
) => void;

const verbs: Readonly<Record<Decision, Verb>> = {
  endorse(actor, _, nomination, __, ___, { endorsedAbove, needEndorsement }) {
    assertMayDecide(actor, nomination, endorsedAbove.has(nomination.id) ? mayEndorseOrReview : mayEndorse);
    nomination.assertMay('endorsed');
    if (!needEndorsement.has(nomination.id)) throw new NotTheGroupsStep();
  },
  accept(actor, clock, nomination, _, { trainingClass }, { checks, needEndorsement }) {
    assertMayDecide(actor, nomination, mayReview);
    const { id } = nomination;
    nomination.accept(actor.accountId, clock.now(), needEndorsement.has(id), checks.get(id)!);
    if (trainingClass.hasEnded) throw new ClassTakesNobody();
  },
  return(actor, clock, nomination, { reason = '', correctBy }, { trainingClass }, { needEndorsement }) {
    assertMayTurnDown(actor, nomination, needEndorsement);
    if (correctBy! < clock.today()) throw dayGone(correctBy!);
    if (correctBy! > trainingClass.closesOn) throw dayAfterClass(trainingClass.closesOn);
    nomination.returnForCorrection(actor.accountId, clock.now(), reason, correctBy!);
  },
  reject(actor, clock, nomination, { reason = '' }, _, { needEndorsement }) {
    assertMayTurnDown(actor, nomination, needEndorsement);
    nomination.reject(actor.accountId, clock.now(), reason);
  },
};

/** The Group turns down what waits for its word; all else is the office's. @throws NotTheGroupsStep */
function assertMayTurnDown(actor: Actor, nomination: Nomination, needEndorsement: ReadonlySet<string>): void {
  assertMayDecide(actor, nomination, mayEndorseOrReview);
  const { id, state, unitId } = nomination;
  const waitsForGroup = reviewerOf(state, needEndorsement.has(id)) === 'group';
  if (!mayReview(actor, unitId) && !waitsForGroup) throw new NotTheGroupsStep();
}

function assertComplete(clock: Clock, { decision, letter, correctBy }: ReviewDecision): void {
  if (decision === 'endorse' && letter) assertWritten(clock, letter);
  if (decision === 'return' && !correctBy) throw dayNeeded();
}

export function assertWritten(clock: Clock, letter: Letter): void {
  if (letter.date > clock.today()) throw letterToCome();
}

const dayNeeded = () =>
  InvalidInput.field('correctBy', 'required', {
    vi: 'Cần ngày giữ chỗ đến khi nào.',
    en: 'Say until which day the place is kept.',
  });

const dayAfterClass = (closesOn: Day) =>
  InvalidInput.field('correctBy', 'after_closing', {
    vi: `Lớp bế giảng ngày ${showDay(closesOn)}; không giữ chỗ lâu hơn ngày đó. Hãy chọn ngày sớm hơn.`,
    en: `The class ends on ${showDay(closesOn)}, and no place is kept beyond that day. Choose an earlier day.`,
  });

const dayGone = (day: Day) =>
  InvalidInput.field('correctBy', 'day_gone', {
    vi: `Ngày ${showDay(day)} đã qua. Hãy chọn từ hôm nay trở đi.`,
    en: `${showDay(day)} has passed; choose today or later.`,
  });
