import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { aboutOthers } from '../../platform/access/oneself';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { Refusal } from '../../platform/problems/refusal';
import { NotFound } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import { type Direction, directions } from '../attendance-line.entity';
import { AttendanceService } from '../attendance.service';
import { mayTakeAttendance } from '../enrollments.policy';
import { type Scan, scannedAt } from './code';
import type { CheckInHall } from './check-ins.queries';
import { CodeUnreadable } from './check-ins.refusals';
import { NobodyOnTheSheet, ScansSettled } from './to-settle.refusals';
import { settleActions } from './to-settle.words';
import { isKept } from './why-refused';

export interface Settled {
  readonly settled: number;
  /** Of these that were one's own: left to somebody else. */
  readonly refused: number;
}

interface OpenScan {
  readonly id: string;
  readonly halfDayId: string;
  readonly classId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly direction: Direction;
  readonly scannedAt: Date;
  /** Null for somebody who is not on the sheet. */
  readonly enrollmentId: string | null;
}

export const halfDaysOf = (items: readonly { readonly halfDayId: string }[]): readonly string[] => [
  ...new Set(items.map(({ halfDayId }) => halfDayId)),
];

/** What a code did not let in is kept for who runs the class: to be taken as present, with a reason, or dismissed. */
@Injectable()
export class RefusedScansService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
    private readonly settings: PlatformSettings,
  ) {}

  /** Checks somebody in; where that is refused, it is kept who, when and why. Whoever is not signed in cannot be named. */
  async keeping<Done>(who: Actor | null, hall: CheckInHall, scan: Scan, work: () => Promise<Done>): Promise<Done> {
    try {
      return await work();
    } catch (refusal) {
      if (refusal instanceof Refusal && isKept(refusal.code) && who?.personId) {
        await this.keep(who, who.personId, hall, scan, refusal);
      }
      throw refusal;
    }
  }

  /**
   * Takes them as present, each from the moment of the scan.
   * @throws NotFound | ScansSettled | NobodyOnTheSheet | AttendanceLocked | AboutOneself
   */
  async take(actor: Actor, ids: readonly string[], reason: string): Promise<Settled> {
    return this.settle(actor, ids, 'taken', reason, async (tx, scans) => {
      const nobody = scans.filter(({ enrollmentId }) => enrollmentId === null);
      if (nobody.length > 0) throw new NobodyOnTheSheet(nobody.map(({ fullName }) => fullName));
      for (const halfDayId of halfDaysOf(scans)) {
        const here = scans.filter((scan) => scan.halfDayId === halfDayId);
        const entries = [...new Set(here.map(({ enrollmentId }) => enrollmentId!))].map((enrollmentId) => {
          const seen = here.filter((scan) => scan.enrollmentId === enrollmentId);
          return {
            enrollmentId,
            mark: 'present' as const,
            reason,
            directions: directions.filter((one) => seen.some(({ direction }) => direction === one)),
            seenAt: Object.fromEntries(seen.map((scan) => [scan.direction, scan.scannedAt])),
          };
        });
        await this.attendance.markIn(tx, actor, halfDayId, entries, 'phone');
      }
    });
  }

  /** They change nothing. @throws NotFound | ScansSettled | AboutOneself */
  async dismiss(actor: Actor, ids: readonly string[], reason: string | null): Promise<Settled> {
    return this.settle(actor, ids, 'dismissed', reason, async () => {});
  }

  private async settle(
    actor: Actor,
    ids: readonly string[],
    state: 'taken' | 'dismissed',
    reason: string | null,
    carryOut: (tx: Tx, scans: readonly OpenScan[]) => Promise<void>,
  ): Promise<Settled> {
    return this.database.inTransaction(async (tx) => {
      const chosen = await tx.rows<OpenScan & { readonly state: string }>(
        `SELECT r.id, r.half_day_id, h.class_id, r.person_id, p.full_name, r.direction, r.scanned_at, r.state,
                (SELECT l.enrollment_id FROM attendance_lines l WHERE l.half_day_id = r.half_day_id AND l.person_id = r.person_id AND l.live) AS enrollment_id
         FROM refused_scans r JOIN half_days h ON h.id = r.half_day_id JOIN persons p ON p.id = r.person_id
         WHERE r.id = ANY ($1::uuid[]) ORDER BY r.id FOR UPDATE OF r`,
        [ids],
      );
      if (chosen.length < new Set(ids).size || !chosen.every(({ classId }) => mayTakeAttendance(actor, classId))) {
        throw new NotFound();
      }
      const open = chosen.filter((one) => one.state === 'open');
      if (open.length === 0) throw new ScansSettled();
      const scans = aboutOthers(actor, open, ({ personId }) => personId);
      await carryOut(tx, scans);
      await tx.execute(
        `UPDATE refused_scans SET state = $2, reason = $3, settled_at = $4, settled_by = $5 WHERE id = ANY ($1::uuid[])`,
        [scans.map(({ id }) => id), state, reason, this.clock.now(), actor.accountId],
      );
      for (const halfDayId of halfDaysOf(scans)) {
        const here = scans.filter((scan) => scan.halfDayId === halfDayId);
        await this.journal.write(tx, actor, {
          action: state === 'taken' ? settleActions.scans_taken : settleActions.scans_dismissed,
          subject: { type: 'half_day', id: halfDayId },
          classId: here[0]!.classId,
          reason,
          facts: { scans: here.length },
        });
      }
      return { settled: scans.length, refused: open.length - scans.length };
    });
  }

  private async keep(who: Actor, personId: string, hall: CheckInHall, scan: Scan, refusal: Refusal): Promise<void> {
    const now = this.clock.now();
    // What is no code of ours says nothing of when it was shown.
    const at = refusal instanceof CodeUnreadable ? now : scannedAt(scan, this.settings.checkInCodeSeconds);
    await this.database.inTransaction(async (tx) => {
      const { times } = await tx.row<{ times: number }>(
        `INSERT INTO refused_scans AS r (half_day_id, hall_id, person_id, direction, why, scanned_at, told_later, last_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (half_day_id, person_id, direction, why) WHERE state = 'open'
         DO UPDATE SET times = r.times + 1, last_at = excluded.last_at RETURNING times`,
        [hall.halfDayId, hall.id, personId, scan.code.direction, refusal.code, at, scan.toldLater, now],
      );
      if (times > 1) return;
      await this.journal.write(tx, who, {
        action: settleActions.scan_refused,
        subject: { type: 'half_day', id: hall.halfDayId },
        classId: hall.classId,
        personId,
        facts: { why: refusal.code },
      });
    });
  }
}
