import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { addDays, Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found, InvalidInput, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import type { AttendanceMark } from '../attendance-line.entity';
import { AttendanceLocked } from '../attendance.refusals';
import { AttendanceService } from '../attendance.service';
import { LeaveRequest } from './leave-request.entity';
import { assertMayDecideLeave, maySeeLeave } from './leave.policy';
import { LeaveNotNeeded, LeaveTooLate } from './leave.refusals';
import { type ClassState, hasEnded } from '../../classes/training-class.states';
import type { Action } from '../../platform/journal/actions';
import { leaveActions } from './leave.words';

/** The trail is read by more people than the request, where the cadre's own words stay. */
const byLeave = 'Đơn xin nghỉ học được duyệt';

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

/** Leave: asked by the cadre, decided by who runs the class; an approved one excuses, by a line in the trail. */
@Injectable()
export class LeaveRequestsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
    private readonly settings: PlatformSettings,
  ) {}

  /** The first day leave may still be asked for. */
  earliestDay(): Day {
    return addDays(this.clock.today(), -this.settings.leaveRequestDays);
  }

  /**
   * Asks for half-days of one class; those of several are several requests.
   * @throws LeaveTooLate | LeaveNotNeeded | AttendanceLocked | InvalidInput when they belong to two classes
   */
  async ask(actor: Actor, halfDayIds: readonly string[], reason: string): Promise<string> {
    return this.database.inTransaction(async (tx) => {
      const lines = await this.ownLines(tx, actor, halfDayIds);
      const [first] = lines;
      if (!first || lines.length !== new Set(halfDayIds).size) throw new LeaveNotNeeded();
      if (lines.some(({ enrollmentId }) => enrollmentId !== first.enrollmentId)) throw twoClasses();
      if (hasEnded(first.classState)) throw new AttendanceLocked();
      if (lines.some(({ day }) => day < this.earliestDay())) throw new LeaveTooLate(this.settings.leaveRequestDays);
      if (lines.some(({ mark, expected, isAsked }) => isAsked || !expected || mark === 'present' || mark === 'excused'))
        throw new LeaveNotNeeded();

      const { id, enrollmentId } = await tx.save(
        tx.create(LeaveRequest, {
          enrollmentId: first.enrollmentId,
          reason,
          state: 'asked',
          askedAt: this.clock.now(),
          askedBy: actor.accountId,
          decidedAt: null,
          decidedBy: null,
          decisionReason: null,
          reopenedAt: null,
        }),
      );
      await tx.execute(
        `INSERT INTO leave_request_half_days (leave_request_id, half_day_id) SELECT $1, unnest($2::uuid[])`,
        [id, lines.map(({ halfDayId }) => halfDayId)],
      );
      await this.write(tx, actor, leaveActions.asked, id, await this.ownerOf(tx, enrollmentId), {
        halfDays: lines.length,
      });
      return id;
    });
  }

  /** Excuses the half-days asked for, except where the person was present after all. @throws LeaveDecided | AttendanceLocked */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.loadToDecide(tx, actor, id);
      request.approve(actor.accountId, this.clock.now());
      await tx.save(request);
      // Who is checking in at this moment is waited for.
      const excused = await tx.rows<{ halfDayId: string }>(
        `SELECT d.half_day_id FROM leave_request_half_days d
         JOIN attendance_lines l ON l.half_day_id = d.half_day_id AND l.enrollment_id = $2 AND l.live
         WHERE d.leave_request_id = $1 AND l.mark IN ('unmarked', 'unexcused') ORDER BY l.id FOR UPDATE OF l`,
        [id, request.enrollmentId],
      );
      for (const { halfDayId } of excused) {
        const entry = { enrollmentId: request.enrollmentId, mark: 'excused' as const, reason: byLeave };
        await this.attendance.markIn(tx, actor, halfDayId, [entry], 'leave');
      }
      await this.write(tx, actor, leaveActions.approved, id, owner, { halfDays: excused.length });
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
    await this.database.inTransaction(async (tx) => {
      const { request, owner } = await this.load(tx, actor, id);
      if (actor.personId !== owner.personId) throw new NotAllowed();
      request.withdraw(actor.accountId, this.clock.now());
      await tx.save(request);
      await this.write(tx, actor, leaveActions.withdrawn, id, owner, {});
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
      `SELECT l.enrollment_id, l.half_day_id, c.state AS class_state, h.day, l.mark, l.expected, EXISTS (
         SELECT 1 FROM leave_requests q JOIN leave_request_half_days d ON d.leave_request_id = q.id
         WHERE q.enrollment_id = l.enrollment_id AND d.half_day_id = h.id AND q.state = 'asked') AS is_asked
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

const twoClasses = () =>
  InvalidInput.field('halfDayIds', 'two_classes', {
    vi: 'Các buổi đã chọn thuộc hai lớp khác nhau. Hãy gửi mỗi lớp một đơn.',
    en: 'These half-days belong to two classes. Send one request for each class.',
  });
