import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { addDays, Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found, InvalidInput, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import type { AttendanceMark } from '../attendance-line.entity';
import { AttendanceLocked } from '../attendance.refusals';
import { LeaveExcusesService } from './excuses.service';
import { type LeaveGiven, type LeavePaper, LeaveRequest } from './leave-request.entity';
import { maySeeLeave } from '../enrollments.policy';
import { assertMayDecideLeave } from './leave.policy';
import { LeaveNotNeeded, LeaveTooLate } from './leave.refusals';
import { type ClassState, hasEnded } from '../../classes/training-class.states';
import type { Action } from '../../platform/journal/actions';
import { leaveActions } from './leave.words';

interface WantedLine {
  readonly enrollmentId: string;
  readonly halfDayId: string;
  readonly classState: ClassState;
  readonly day: Day;
  readonly mark: AttendanceMark;
  readonly expected: boolean;
  readonly isAsked: boolean;
}

interface LeaveOf {
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
}

/** What is asked for in one class: half-days, and the period they lie in when it is for one. */
export interface LeaveWanted extends LeaveGiven {
  readonly enrollmentId: string;
  readonly halfDayIds: readonly string[];
  readonly period?: { readonly id: string; readonly from: Day; readonly to: Day };
}

/** Leave: asked by the cadre, decided by who runs the class; an approved one excuses, by a line in the trail. */
@Injectable()
export class LeaveRequestsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly excuses: LeaveExcusesService,
    private readonly settings: PlatformSettings,
  ) {}

  /** The first day leave may still be asked for. */
  earliestDay(): Day {
    return addDays(this.clock.today(), -this.settings.leaveRequestDays);
  }

  /** @throws LeaveTooLate */
  assertInTime(day: Day): void {
    if (day < this.earliestDay()) throw new LeaveTooLate(this.settings.leaveRequestDays);
  }

  /**
   * Asks for half-days of one class; those of several are several requests.
   * @throws LeaveTooLate | LeaveNotNeeded | AttendanceLocked | InvalidInput when they belong to two classes
   */
  async ask(actor: Actor, halfDayIds: readonly string[], given: LeaveGiven): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const lines = await this.ownLines(tx, actor, halfDayIds);
      const [first] = lines;
      if (!first || lines.length !== new Set(halfDayIds).size) throw new LeaveNotNeeded();
      if (lines.some(({ enrollmentId }) => enrollmentId !== first.enrollmentId)) throw twoClasses();
      if (hasEnded(first.classState)) throw new AttendanceLocked();
      for (const { day } of lines) this.assertInTime(day);
      if (lines.some(({ mark, expected, isAsked }) => isAsked || !expected || mark === 'present' || mark === 'excused'))
        throw new LeaveNotNeeded();
      const wanted = { ...given, enrollmentId: first.enrollmentId };
      return this.askWith(tx, actor, { ...wanted, halfDayIds: lines.map(({ halfDayId }) => halfDayId) });
    });
  }

  /** As `ask`, once it is known what the person may ask for; the class and the lines must be locked. */
  async askWith(tx: Tx, actor: Actor, wanted: LeaveWanted): Promise<string> {
    const { enrollmentId, halfDayIds, reason, kind, paper, period } = wanted;
    const { id } = await tx.save(
      tx.create(LeaveRequest, {
        ...{ enrollmentId, reason, kind, state: 'asked', askedAt: this.clock.now(), askedBy: actor.accountId },
        ...{ decidedAt: null, decidedBy: null, decisionReason: null, reopenedAt: null },
        ...{ paperNumber: paper?.number ?? null, paperOn: paper?.on ?? null, paperSeenAt: null, paperSeenBy: null },
        ...{ periodId: period?.id ?? null, fromDay: period?.from ?? null, toDay: period?.to ?? null },
      }),
    );
    await tx.execute(
      `INSERT INTO leave_request_half_days (leave_request_id, half_day_id) SELECT $1, unnest($2::uuid[])`,
      [id, halfDayIds],
    );
    await this.write(tx, actor, leaveActions.asked, id, await this.ownerOf(tx, enrollmentId), {
      halfDays: halfDayIds.length,
      kind,
      ...(period && { from: period.from, to: period.to }),
    });
    return id;
  }

  /** The person asks for the time the half-day was moved to. @throws LeaveDecided | LeaveTooLate */
  async askAgain(actor: Actor, id: string): Promise<void> {
    await this.byOneself(actor, id, async (tx, request, owner) => {
      const { day } = await tx.row<{ day: Day }>(
        `SELECT min(h.day) AS day FROM leave_request_half_days d JOIN half_days h ON h.id = d.half_day_id WHERE d.leave_request_id = $1`,
        [id],
      );
      this.assertInTime(day);
      request.askAgain(actor.accountId, this.clock.now());
      await tx.save(request);
      await this.write(tx, actor, leaveActions.asked_again, id, owner, {});
    });
  }

  /** The person names the paper that proves the reason. @throws LeaveDecided | PaperSeen */
  async namePaper(actor: Actor, id: string, paper: LeavePaper): Promise<void> {
    await this.byOneself(actor, id, async (tx, request, owner) => {
      request.namePaper(paper);
      await tx.save(request);
      await this.write(tx, actor, leaveActions.paper_named, id, owner, {});
    });
  }

  /** Who runs the class says that they saw the paper. @throws LeaveDecided | PaperSeen | NoPaperNamed | AttendanceLocked */
  async seePaper(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.loadToDecide(tx, actor, id);
      request.seePaper(actor.accountId, this.clock.now());
      await tx.save(request);
      const halfDays = await this.excuses.excuse(tx, actor, id);
      await this.write(tx, actor, leaveActions.paper_seen, id, owner, { halfDays });
    });
  }

  /** Excuses the half-days asked for, except where the person was present after all. @throws LeaveDecided | AttendanceLocked */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.loadToDecide(tx, actor, id);
      request.approve(actor.accountId, this.clock.now());
      await tx.save(request);
      const halfDays = await this.excuses.excuse(tx, actor, id);
      await this.write(tx, actor, leaveActions.approved, id, owner, { halfDays });
    });
  }

  /** @throws LeaveDecided */
  async decline(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.loadToDecide(tx, actor, id);
      request.decline(actor.accountId, this.clock.now(), reason);
      await tx.save(request);
      await this.write(tx, actor, leaveActions.declined, id, owner, {});
    });
  }

  /** The cadre takes back what was not decided yet. @throws LeaveDecided */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.byOneself(actor, id, async (tx, request, owner) => {
      request.withdraw(actor.accountId, this.clock.now());
      await tx.save(request);
      await this.write(tx, actor, leaveActions.withdrawn, id, owner, {});
    });
  }

  private async byOneself(
    actor: Actor,
    id: string,
    act: (tx: Tx, request: LeaveRequest, owner: LeaveOf) => Promise<void>,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.load(tx, actor, id);
      if (actor.personId !== owner.personId) throw new NotAllowed();
      await act(tx, request, owner);
    });
  }

  private async loadToDecide(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<{ readonly request: LeaveRequest; readonly owner: LeaveOf }> {
    const loaded = await this.load(tx, actor, id);
    assertMayDecideLeave(actor, loaded.owner);
    return loaded;
  }

  private async load(
    tx: Tx,
    actor: Actor,
    id: string,
  ): Promise<{ readonly request: LeaveRequest; readonly owner: LeaveOf }> {
    // The class before its requests and lines, as everywhere: a half-day that moves meanwhile reopens them.
    await tx.execute(
      `SELECT FROM classes WHERE id = (
         SELECT e.class_id FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id WHERE q.id = $1) FOR SHARE`,
      [id],
    );
    const request = found(await tx.findOne(LeaveRequest, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    const owner = await this.ownerOf(tx, request.enrollmentId);
    if (!maySeeLeave(actor, owner)) throw new NotFound();
    return { request, owner };
  }

  private async ownerOf(tx: Tx, enrollmentId: string): Promise<LeaveOf> {
    const owner = await tx.row<LeaveOf>(`SELECT class_id, person_id, unit_id FROM enrollments WHERE id = $1`, [
      enrollmentId,
    ]);
    return owner;
  }

  /** The lines are locked, so that two requests for one half-day see each other; the class before them, as everywhere. */
  private async ownLines(tx: Tx, actor: Actor, halfDayIds: readonly string[]): Promise<WantedLine[]> {
    await tx.execute(
      `SELECT FROM classes WHERE id IN (SELECT class_id FROM half_days WHERE id = ANY ($1)) ORDER BY id FOR SHARE`,
      [halfDayIds],
    );
    await tx.execute(
      `SELECT id FROM attendance_lines WHERE person_id = $1 AND half_day_id = ANY ($2) AND live ORDER BY id FOR UPDATE`,
      [actor.personId, halfDayIds],
    );
    return tx.rows(
      `SELECT l.enrollment_id, l.half_day_id, c.state AS class_state, h.day, l.mark, l.expected, ${isAskedFor} AS is_asked
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id
       WHERE l.person_id = $1 AND l.half_day_id = ANY ($2) AND l.live AND l.for_line_id IS NULL AND h.cancelled_at IS NULL`,
      [actor.personId, halfDayIds],
    );
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    id: string,
    owner: LeaveOf,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    await this.journal.write(tx, actor, { action, subject: { type: 'leave_request', id }, ...owner, facts });
  }
}

/** Whether leave from the half-day `h` of a line `l` was asked for and waits: for who runs the class, for its paper, or for the person; SQL. */
export const isAskedFor = `EXISTS (
  SELECT FROM leave_at_half_days s WHERE s.enrollment_id = l.enrollment_id AND s.half_day_id = h.id AND s.standing <> 'allowed')`;

const twoClasses = () =>
  InvalidInput.field('halfDayIds', 'two_classes', {
    vi: 'Các buổi đã chọn thuộc hai lớp khác nhau. Hãy gửi mỗi lớp một đơn, hoặc xin nghỉ cả đợt.',
    en: 'These half-days belong to two classes. Send one request for each class, or ask for the whole period.',
  });
