import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type ClassState, hasEnded } from '../../classes/training-class.states';
import type { Actor } from '../../platform/access/actor';
import { aboutOthers } from '../../platform/access/oneself';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotFound } from '../../platform/problems/refusals';
import { AttendanceLine, type Direction } from '../attendance-line.entity';
import { AttendanceLocked } from '../attendance.refusals';
import { type AttendanceEntry, AttendanceService } from '../attendance.service';
import { keepMarks } from '../attendance-trail';
import { LeaveExcusesService } from '../leave/excuses.service';
import { mayTakeAttendance } from '../enrollments.policy';
import { halfDaysOf, type Settled } from './refused-scans.service';
import { ScansSettled } from './to-settle.refusals';
import { deviceAccepted, settleActions } from './to-settle.words';

interface ProvisionalDevice {
  readonly id: string;
  readonly halfDayId: string;
  readonly classId: string;
  readonly classState: ClassState;
  readonly personId: string;
  readonly standing: string;
}

/** Another device than before: whoever runs the class says whether it was the person, of many at once. */
@Injectable()
export class OtherDevicesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
    private readonly excuses: LeaveExcusesService,
  ) {}

  /** They were there; from now on the device is theirs. @throws NotFound | ScansSettled | AttendanceLocked | AboutOneself */
  async accept(actor: Actor, ids: readonly string[]): Promise<Settled> {
    return this.settle(actor, ids, 'accepted', null, async (tx, halfDayId, devices) => {
      const lines = await this.linesOf(tx, halfDayId, devices);
      const trail = lines.map(({ id, mark }) => ({
        lineId: id,
        mark,
        source: 'phone' as const,
        markedAt: this.clock.now(),
        markedBy: actor.accountId,
        reason: deviceAccepted,
        direction: null,
      }));
      if (lines.length > 0) await keepMarks(tx, lines, trail);
    });
  }

  /** What was scanned by it is taken back. @throws NotFound | ScansSettled | AttendanceLocked | AboutOneself */
  async refuse(actor: Actor, ids: readonly string[], reason: string): Promise<Settled> {
    return this.settle(actor, ids, 'refused', reason, async (tx, halfDayId, devices) => {
      const lines = await this.linesOf(tx, halfDayId, devices);
      const passed = await this.lastPassages(tx, lines, devices);
      const entries = lines.flatMap(({ id, enrollmentId, outAt }): AttendanceEntry[] => {
        if (passed.has(`${id} in`)) return [{ enrollmentId, mark: 'unmarked', reason }];
        if (!outAt || !passed.has(`${id} out`)) return [];
        return [{ enrollmentId, mark: 'present', directions: ['in'], reason }];
      });
      if (entries.length === 0) return;
      await this.attendance.markIn(tx, actor, halfDayId, entries, 'phone');
      const gone = entries.filter(({ mark }) => mark === 'unmarked').map(({ enrollmentId }) => enrollmentId);
      await this.excuses.excuseAgain(tx, actor, halfDayId, gone);
    });
  }

  private async settle(
    actor: Actor,
    ids: readonly string[],
    standing: 'accepted' | 'refused',
    reason: string | null,
    carryOut: (tx: Tx, halfDayId: string, devices: readonly ProvisionalDevice[]) => Promise<void>,
  ): Promise<Settled> {
    return this.database.inTransaction(async (tx) => {
      const chosen = await tx.rows<ProvisionalDevice>(
        `SELECT d.id, d.half_day_id, h.class_id, c.state AS class_state, d.person_id, d.standing
         FROM check_in_devices d JOIN half_days h ON h.id = d.half_day_id JOIN classes c ON c.id = h.class_id
         WHERE d.id = ANY ($1::uuid[]) AND d.standing IN ('provisional', 'accepted', 'refused') ORDER BY d.id FOR UPDATE OF d FOR SHARE OF c`,
        [ids],
      );
      if (chosen.length < new Set(ids).size || !chosen.every(({ classId }) => mayTakeAttendance(actor, classId))) {
        throw new NotFound();
      }
      if (chosen.some(({ classState }) => hasEnded(classState))) throw new AttendanceLocked();
      const waiting = chosen.filter((one) => one.standing === 'provisional');
      if (waiting.length === 0) throw new ScansSettled();
      const devices = aboutOthers(actor, waiting, ({ personId }) => personId);
      await tx.execute(
        `UPDATE check_in_devices SET standing = $2, reason = $3, settled_at = $4, settled_by = $5 WHERE id = ANY ($1::uuid[])`,
        [devices.map(({ id }) => id), standing, reason, this.clock.now(), actor.accountId],
      );
      for (const halfDayId of halfDaysOf(devices)) {
        const here = devices.filter((one) => one.halfDayId === halfDayId);
        await carryOut(tx, halfDayId, here);
        await this.journal.write(tx, actor, {
          action: standing === 'accepted' ? settleActions.devices_accepted : settleActions.devices_refused,
          subject: { type: 'half_day', id: halfDayId },
          classId: here[0]!.classId,
          reason,
          facts: { people: here.length },
        });
      }
      return { settled: devices.length, refused: waiting.length - devices.length };
    });
  }

  /** Only of who is present: what was changed by hand since stays as it is. */
  private async linesOf(
    tx: Tx,
    halfDayId: string,
    devices: readonly ProvisionalDevice[],
  ): Promise<readonly AttendanceLine[]> {
    return tx.find(AttendanceLine, {
      where: { halfDayId, personId: In(devices.map(({ personId }) => personId)), live: true, mark: 'present' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Which way of whom was last passed by one of these devices: `line direction`. */
  private async lastPassages(
    tx: Tx,
    lines: readonly AttendanceLine[],
    devices: readonly ProvisionalDevice[],
  ): Promise<ReadonlySet<string>> {
    const last = await tx.rows<{ lineId: string; direction: Direction; deviceId: string | null }>(
      `SELECT DISTINCT ON (line_id, direction) line_id, direction, device_id FROM attendance_marks
       WHERE line_id = ANY ($1::uuid[]) AND direction IS NOT NULL ORDER BY line_id, direction, id DESC`,
      [lines.map(({ id }) => id)],
    );
    const refused = last.filter(({ deviceId }) => devices.some(({ id }) => id === deviceId));
    return new Set(refused.map(({ lineId, direction }) => `${lineId} ${direction}`));
  }
}
