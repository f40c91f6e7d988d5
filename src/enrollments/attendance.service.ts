import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Actor } from '../platform/access/actor';
import { aboutOthers } from '../platform/access/oneself';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput, NotAllowed, NotFound } from '../platform/problems/refusals';
import {
  AttendanceLine,
  type AttendanceMark,
  attendanceMarks,
  type AttendanceSource,
  type Direction,
} from './attendance-line.entity';
import { keepMarks } from './attendance-trail';
import { AttendanceKeepers, type Kept } from './sites';
import { assertSeesRoster } from './enrollments.policy';
import { CorrectionNeedsReason } from './attendance.refusals';
import { attendanceActions } from './attendance.words';
import { assertMayBeMarked, type HalfDayToMark } from './marking-moment';

export interface AttendanceEntry {
  readonly enrollmentId: string;
  readonly mark: AttendanceMark;
  readonly reason?: string | undefined;
  /** Of somebody present: whether they come in, go out, or first the one and then the other. */
  readonly directions?: readonly Direction[] | undefined;
  /** When they were seen to, where that is not now. */
  readonly seenAt?: Readonly<Partial<Record<Direction, Date>>>;
}

export interface AttendanceTaken {
  readonly marked: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** The enrollment of the one who marks: present only when others were recorded and it was left to somebody else. */
  readonly refused?: readonly string[];
}

interface Recorded {
  readonly line: AttendanceLine;
  readonly reason: string | null;
  readonly direction: Direction | null;
  readonly isCorrection: boolean;
}

/** Attendance is taken a sheet at a time: all entries of a call are recorded, or none is, but for one's own. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly keepers: AttendanceKeepers,
  ) {}

  /**
   * Sets the current marks and adds to the trail. A mark that is the same already is left alone.
   * @throws AttendanceTooEarly | HalfDayNotHeld | AttendanceLocked | CorrectionNeedsReason | AboutOneself
   */
  async mark(
    actor: Actor,
    halfDayId: string,
    entries: readonly AttendanceEntry[],
    source: AttendanceSource,
  ): Promise<AttendanceTaken> {
    return this.database.inTransaction((tx) => this.markIn(tx, actor, halfDayId, entries, source));
  }

  /** As `mark`, within a larger use case. A leave counts before attendance opens. */
  async markIn(
    tx: Tx,
    actor: Actor,
    halfDayId: string,
    entries: readonly AttendanceEntry[],
    source: AttendanceSource,
  ): Promise<AttendanceTaken> {
    const halfDay = await this.halfDay(tx, halfDayId);
    assertSeesRoster(actor, { id: halfDay.classId, state: halfDay.classState });
    const kept = await this.keepers.kept(actor, halfDayId, halfDay.classId, tx);
    if (!kept) throw new NotAllowed();
    await assertAllOfGroups(tx, kept.groupNumbers, halfDay.classId, entries);
    const now = this.clock.now();
    assertMayBeMarked(halfDay, source === 'leave' && now < halfDay.opensAt ? halfDay.opensAt : now);

    const all = await this.record(tx, halfDayId, entries, kept);
    const recorded = aboutOthers(actor, all, ({ line }) => line.personId);
    const refused = [...new Set(all.filter((one) => !recorded.includes(one)).map(({ line }) => line.enrollmentId))];
    // People are counted, not lines of the trail: whoever came and went has two.
    const corrected = new Set(recorded.filter(({ isCorrection }) => isCorrection).map(({ line }) => line)).size;
    const people = new Set(recorded.map(({ line }) => line)).size;
    const counts = { marked: people - corrected, corrected, unchanged: entries.length - people - refused.length };
    const taken = refused.length > 0 ? { ...counts, refused } : counts;
    if (recorded.length === 0) return taken;

    await this.store(tx, actor, recorded, source);
    await this.journal.write(tx, actor, {
      action: attendanceActions.taken,
      subject: { type: 'half_day', id: halfDayId },
      classId: halfDay.classId,
      facts: { source, ...counts, ...countsByMark(recorded), ...(kept.byHost && { byHost: true }) },
    });
    return taken;
  }

  /** Before it is decided what to mark: holds the class open and the lines, in the order everybody marks them. */
  async holdLines(
    tx: Tx,
    classId: string,
    lines: readonly { readonly halfDayId: string; readonly entry: AttendanceEntry }[],
  ): Promise<void> {
    await tx.execute(`SELECT FROM classes WHERE id = $1 FOR SHARE`, [classId]);
    await tx.execute(
      `SELECT FROM attendance_lines WHERE live AND (half_day_id, enrollment_id) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[]))
       ORDER BY id FOR UPDATE`,
      [lines.map(({ halfDayId }) => halfDayId), lines.map(({ entry }) => entry.enrollmentId)],
    );
  }

  /** Everybody expected whom nobody has marked is absent without leave; who is being marked at this moment is waited for. */
  async markRestAbsent(actor: Actor, halfDayId: string): Promise<AttendanceTaken> {
    return this.database.inTransaction(async (tx) => {
      const { classId } = await this.halfDay(tx, halfDayId);
      const kept = await this.keepers.kept(actor, halfDayId, classId, tx);
      const left = await tx.rows<{ enrollmentId: string }>(
        `SELECT l.enrollment_id FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id
         WHERE l.half_day_id = $1 AND l.live AND l.counted AND l.mark = 'unmarked' AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2))
           AND (cardinality($3::int[]) = 0 OR (e.class_id = $4 AND e.group_number = ANY ($3)))
         ORDER BY l.id FOR UPDATE OF l`,
        [halfDayId, kept?.unitIds ?? null, kept?.groupNumbers ?? [], classId],
      );
      const entries = left.map(({ enrollmentId }) => ({ enrollmentId, mark: 'unexcused' as const }));
      return this.markIn(tx, actor, halfDayId, entries, 'phone');
    });
  }

  /** The half-day with the state of its class, which cannot be closed while attendance is being recorded. */
  private async halfDay(tx: Tx, id: string): Promise<HalfDayToMark & { readonly classId: string }> {
    // Its class first: whoever waited for a half-day to be moved or cancelled must read it as it is then.
    await tx.execute(`SELECT FROM classes WHERE id = (SELECT class_id FROM half_days WHERE id = $1) FOR SHARE`, [id]);
    const [halfDay] = await tx.rows<HalfDayToMark & { classId: string }>(
      `SELECT c.id AS class_id, c.state AS class_state, attendance_opens_at(h) AS opens_at, h.cancelled_at
       FROM half_days h JOIN classes c ON c.id = h.class_id WHERE h.id = $1`,
      [id],
    );
    if (!halfDay) throw new NotFound();
    return halfDay;
  }

  private async record(
    tx: Tx,
    halfDayId: string,
    entries: readonly AttendanceEntry[],
    { unitIds }: Kept,
  ): Promise<Recorded[]> {
    const lines = await tx.find(AttendanceLine, {
      where: { halfDayId, enrollmentId: In(entries.map(({ enrollmentId }) => enrollmentId)), live: true },
      // Two people saving the same sheet lock its lines in one order.
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const elsewhere = unitIds && (await this.sentByOthers(tx, lines, unitIds));
    const lineOf = new Map(lines.map((line) => [line.enrollmentId, line]));
    const impossible: FieldError[] = [];
    const unexplained: FieldError[] = [];
    const recorded: Recorded[] = [];
    const now = this.clock.now();
    for (const [index, { enrollmentId, mark, reason = null, directions = [], seenAt = {} }] of entries.entries()) {
      const line = lineOf.get(enrollmentId);
      // Each person once: a second entry for the same one finds no line.
      lineOf.delete(enrollmentId);
      if (!line) {
        impossible.push({ field: `entries.${index}.enrollmentId`, code: 'not_on_the_sheet', message: notOnTheSheet });
        continue;
      }
      if (elsewhere?.has(enrollmentId)) {
        impossible.push({ field: `entries.${index}.enrollmentId`, code: 'at_another_site', message: atAnotherSite });
        continue;
      }
      for (const direction of directions.length > 0 ? directions : [null]) {
        const recording = line.record(mark, reason, direction && { direction, at: seenAt[direction] ?? now });
        if (recording === 'reason_missing') {
          unexplained.push({ field: `entries.${index}.reason`, code: 'required', message: reasonMissing });
        } else if (recording === 'not_expected') {
          impossible.push({ field: `entries.${index}.mark`, code: 'joined_later', message: joinedLater });
        } else if (recording !== 'unchanged') {
          recorded.push({ line, reason, direction, isCorrection: recording === 'corrected' });
        }
      }
    }
    if (impossible.length > 0) throw new InvalidInput(impossible);
    if (unexplained.length > 0) throw new CorrectionNeedsReason(unexplained);
    return recorded;
  }

  private async sentByOthers(
    tx: Tx,
    lines: readonly AttendanceLine[],
    unitIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT id FROM enrollments WHERE id = ANY ($1::uuid[]) AND unit_id <> ALL ($2::uuid[])`,
      [lines.map(({ enrollmentId }) => enrollmentId), unitIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  private async store(tx: Tx, actor: Actor, recorded: readonly Recorded[], source: AttendanceSource): Promise<void> {
    const trail = recorded.map(({ line, reason, direction }) => ({
      lineId: line.id,
      mark: line.mark,
      source,
      markedAt: this.clock.now(),
      markedBy: actor.accountId,
      reason,
      direction,
    }));
    await keepMarks(
      tx,
      recorded.map(({ line }) => line),
      trail,
    );
  }
}

/** Whoever looks after groups of a class marks their people and nobody else. @throws NotAllowed */
async function assertAllOfGroups(
  tx: Tx,
  groupNumbers: readonly number[],
  classId: string,
  entries: readonly AttendanceEntry[],
): Promise<void> {
  if (groupNumbers.length === 0) return;
  const { others } = await tx.row<{ others: number }>(
    `SELECT count(*) AS others FROM unnest($1::uuid[]) AS w (id)
     WHERE NOT EXISTS (SELECT FROM enrollments e WHERE e.id = w.id AND e.class_id = $2 AND e.group_number = ANY ($3::int[]))`,
    [entries.map(({ enrollmentId }) => enrollmentId), classId, groupNumbers],
  );
  if (others > 0) throw new NotAllowed();
}

function countsByMark(recorded: readonly Recorded[]) {
  const lines = [...new Set(recorded.map(({ line }) => line))];
  return Object.fromEntries(
    attendanceMarks.map((mark) => [mark, lines.filter((line) => line.mark === mark).length] as const),
  );
}

const notOnTheSheet = {
  vi: 'Người này không có tên trong buổi học, hoặc được ghi hai lần. Hãy tải lại trang rồi điểm danh.',
  en: 'This person is not on the sheet of this half-day, or stands in it twice. Reload the page.',
};
const atAnotherSite = {
  vi: 'Người này dự ở điểm cầu khác, nên đơn vị chủ nhà tại đây không điểm danh. Nếu họ đến đây, hãy báo chủ nhiệm lớp ghi.',
  en: 'This person attends at another site, so the unit that hosts here does not mark them. If they came here, tell the class manager.',
};
export const joinedLater = {
  vi: 'Người này vào lớp sau khi buổi học bắt đầu nên không ghi vắng. Hãy để trống, hoặc ghi có mặt nếu có đến học.',
  en: 'This person joined the class after the half-day had begun, so cannot be absent from it. Leave it blank, or mark present if they came.',
};
const reasonMissing = {
  vi: 'Người này đã được điểm danh. Hãy ghi lý do sửa.',
  en: 'This person was marked before; write why you change it.',
};
