import { Injectable } from '@nestjs/common';
import { EnrollmentsService } from '../enrollments/enrollments.service';
import type { Actor } from '../platform/access/actor';
import { Clock, type Day, showDay } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput } from '../platform/problems/refusals';
import { Refusal } from '../platform/problems/refusal';
import { type Admission, AdmissionsService } from './admissions.service';
import type { Letter, Nomination } from './nomination.entity';
import { assertMayDecide, mayEndorse, mayEndorseOrReview, mayReview } from './nominations.policy';
import { NominationsService } from './nominations.service';
import { letterToCome } from './nominations.refusals';
import { nominationActions } from './nominations.words';
import { about } from './reserves.service';

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

/** What became of one decision of several. */
export interface ReviewResult {
  readonly nominationId: string;
  readonly refusal: Refusal | null;
}

/** The Group's word and the office's review; the same steps for every way a nomination came in. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly database: Database,
    private readonly nominations: NominationsService,
    private readonly admissions: AdmissionsService,
    private readonly enrollments: EnrollmentsService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The Group's word, by its letter where that was written already; of its only officer, the word of the office above. */
  async endorse(actor: Actor, id: string, letter?: Letter): Promise<void> {
    if (letter && letter.date > this.clock.today()) throw letterToCome();
    await this.decide(id, async (tx, nomination) => {
      const isOnlyEndorser = await this.admissions.isOnlyEndorser(tx, nomination);
      assertMayDecide(actor, nomination, isOnlyEndorser ? mayEndorseOrReview : mayEndorse);
      const letterId = letter ? await this.groupLetter(tx, actor, nomination, letter) : null;
      nomination.endorse(actor.accountId, this.clock.now(), letterId);
      await tx.save(nomination);
      await this.journal.write(tx, actor, {
        ...about(nomination),
        action: nominationActions.endorsed,
        ...(letter ? { facts: { letter: letter.number, of: letter.date } } : {}),
      });
    });
  }

  /** One letter of the Group for many it endorsed before, whatever became of them since; each has its own result. */
  async recordGroupLetter(actor: Actor, nominationIds: readonly string[], letter: Letter): Promise<ReviewResult[]> {
    if (letter.date > this.clock.today()) throw letterToCome();
    const each = nominationIds.map((nominationId) => ({ nominationId }));
    return this.each(each, ({ nominationId }) =>
      this.database.inTransaction(async (tx) => {
        const nomination = await this.nominations.loadForUpdate(tx, nominationId);
        assertMayDecide(actor, nomination, mayEndorseOrReview);
        const { groupLetterId: was } = nomination;
        nomination.nameGroupLetter(await this.groupLetter(tx, actor, nomination, letter));
        if (nomination.groupLetterId === was) return;
        await tx.save(nomination);
        await this.journal.write(tx, actor, {
          ...about(nomination),
          action: nominationActions.group_letter_recorded,
          facts: { letter: letter.number, of: letter.date, was },
        });
      }, nominationId),
    );
  }

  /** Of the Group above the unit: entered once however many it names, which the index keeps; whoever comes second finds it. */
  private async groupLetter(
    tx: Tx,
    actor: Actor,
    { unitId, classId }: Nomination,
    { number, date }: Letter,
  ): Promise<string> {
    const { groupId } = await tx.row<{ groupId: string }>(
      `SELECT coalesce(group_above($1, opens_on), $1) AS group_id FROM classes WHERE id = $2`,
      [unitId, classId],
    );
    await tx.execute(
      `INSERT INTO group_letters (group_id, number, date, entered_at, entered_by) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (paper_id(group_id, number, date)) DO NOTHING`,
      [groupId, number, date, this.clock.now(), actor.accountId],
    );
    const { id } = await tx.row<{ id: string }>(
      `SELECT id FROM group_letters WHERE paper_id(group_id, number, date) = paper_id($1, $2, $3)`,
      [groupId, number, date],
    );
    return id;
  }

  /** Checked anew and enrolled at once. @throws NotEligible | AwaitsEndorsement | StillReserve | PersonBusy */
  async accept(actor: Actor, id: string): Promise<void> {
    await this.decide(id, async (tx, nomination, admission) => {
      assertMayDecide(actor, nomination, mayReview);
      const checked = await this.admissions.check(tx, admission, nomination.unitId, [nomination.personId]);
      const { checks } = checked.get(nomination.personId)!;
      const needsEndorsement = await this.admissions.needsEndorsement(tx, admission, nomination.unitId);
      nomination.accept(actor.accountId, this.clock.now(), needsEndorsement, checks);
      await tx.save(nomination);
      await this.journal.write(tx, actor, { ...about(nomination), action: nominationActions.accepted });
      const { classId, personId, unitId } = nomination;
      await this.enrollments.enroll(tx, actor, { classId, personId, unitId, nominationId: id });
    });
  }

  /** Correct and send again; the place is kept until `correctBy`. */
  async return(actor: Actor, id: string, reason: string, correctBy: Day): Promise<void> {
    await this.decide(id, async (tx, nomination, { trainingClass }) => {
      assertMayDecide(actor, nomination, mayEndorseOrReview);
      if (correctBy < this.clock.today()) throw dayGone(correctBy);
      if (correctBy > trainingClass.closesOn) throw dayAfterClass(trainingClass.closesOn);
      nomination.returnForCorrection(actor.accountId, this.clock.now(), reason, correctBy);
      await tx.save(nomination);
      await this.journal.write(tx, actor, {
        ...about(nomination),
        action: nominationActions.returned,
        reason,
        facts: { correctBy },
      });
    });
  }

  /** The seat goes to the unit's next reserve in the same transaction. */
  async reject(actor: Actor, id: string, reason: string): Promise<void> {
    await this.decideToEnd(id, async (tx, nomination, admission) => {
      assertMayDecide(actor, nomination, mayEndorseOrReview);
      nomination.reject(actor.accountId, this.clock.now(), reason);
      await this.nominations.end(tx, actor, admission, nomination, nominationActions.rejected);
    });
  }

  /** Many decisions in one go; each stands for itself and has its own result. */
  async decideEach(actor: Actor, decisions: readonly ReviewDecision[]): Promise<ReviewResult[]> {
    return this.each(decisions, (decision) => this.decideOne(actor, decision));
  }

  private async each<One extends { readonly nominationId: string }>(
    many: readonly One[],
    act: (one: One) => Promise<void>,
  ): Promise<ReviewResult[]> {
    const results: ReviewResult[] = [];
    for (const one of many) {
      const { nominationId } = one;
      try {
        await act(one);
        results.push({ nominationId, refusal: null });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        results.push({ nominationId, refusal: error });
      }
    }
    return results;
  }

  private async decideOne(
    actor: Actor,
    { nominationId, decision, reason = '', correctBy, letter }: ReviewDecision,
  ): Promise<void> {
    if (decision === 'endorse') return this.endorse(actor, nominationId, letter);
    if (decision === 'accept') return this.accept(actor, nominationId);
    if (decision === 'reject') return this.reject(actor, nominationId, reason);
    if (!correctBy) throw dayNeeded();
    return this.return(actor, nominationId, reason, correctBy);
  }

  private async decide(id: string, act: Act): Promise<void> {
    await this.database.inTransaction(
      async (tx) => this.act(tx, await this.nominations.loadForUpdate(tx, id), act),
      id,
    );
  }

  private async decideToEnd(id: string, act: Act): Promise<void> {
    await this.database.inTransaction(async (tx) => this.act(tx, await this.nominations.loadToEnd(tx, id), act), id);
  }

  private async act(tx: Tx, nomination: Nomination, act: Act): Promise<void> {
    const admission = await this.admissions.of(tx, nomination.classId);
    await act(tx, nomination, admission);
    this.admissions.assertNotOver(admission);
  }
}

type Act = (tx: Tx, nomination: Nomination, admission: Admission) => Promise<void>;

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
    vi: `Ngày ${showDay(day)} đã qua; hãy chọn từ hôm nay trở đi.`,
    en: `${showDay(day)} has passed; choose today or later.`,
  });
