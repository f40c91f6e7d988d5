import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, dayOf } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { PlatformSettings } from '../../platform/settings';
import { AttendanceLine, type Direction } from '../attendance-line.entity';
import { keepMarks } from '../attendance-trail';
import { Enrollment } from '../enrollment.entity';
import { isGenuineCode, isGenuineScan, readCode, readScan, type Scan, stoodAt, writeScan } from './code';
import { type CheckInHall, CheckInsQueries } from './check-ins.queries';
import * as no from './check-ins.refusals';
import { assertMayBeMarked } from '../marking-moment';
import { Sites } from '../sites';
import { checkInActions } from './check-ins.words';

/** From scanning to being signed in; a scan told later has the hours of the setting instead. */
const minutesToSignIn = 15;
/** How far a phone's clock may run ahead of ours. */
const clockSkewSeconds = 120;
const cameDespiteLeave = 'Đã được nghỉ phép nhưng có mặt (quét mã)';

export interface CheckedIn {
  readonly halfDayId: string;
  readonly direction: Direction;
  readonly scannedAt: Date;
  /** Whether nothing was added, because the person had scanned before. */
  readonly isRepeated: boolean;
}

/** A cadre checks in and out by the code in the hall. Scanning and signing in may lie apart; the moment of the scan is kept. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly queries: CheckInsQueries,
    private readonly settings: PlatformSettings,
    private readonly sites: Sites,
  ) {}

  /**
   * Takes note of a code just scanned, or of one a phone scanned while it had no network. Returns the scan, good on this device only.
   * @throws CodeUnreadable | CodeStale | ScanRunOut | ScanInFuture | HallClosed
   */
  async scan(token: string, device: string, toldScannedAt: Date | null = null): Promise<string> {
    const read = readCode(token);
    const hall = read && (await this.queries.hall(read.content.hallId));
    if (!hall || !isGenuineCode(read, hall.key)) throw new no.CodeUnreadable();
    const now = this.clock.now();
    const scan = { code: read.content, scannedAt: toldScannedAt ?? now, toldLater: toldScannedAt !== null };
    if (scan.scannedAt.getTime() > now.getTime() + clockSkewSeconds * 1000) throw new no.ScanInFuture();
    this.assertNotRunOut(scan);
    const seconds = this.settings.checkInCodeSeconds;
    if (!stoodAt(scan.code, scan.scannedAt, seconds, scan.toldLater)) throw new no.CodeStale(seconds);
    assertOpenAt(hall, scan.scannedAt);
    return writeScan(scan, device, hall.key);
  }

  /** What a scan is for, to be shown before it counts. @throws CodeUnreadable | ScanRunOut */
  async meant(scanToken: string, device: string): Promise<{ scan: Scan; hall: CheckInHall }> {
    const read = readScan(scanToken);
    const hall = read && (await this.queries.hall(read.content.code.hallId));
    if (!hall || !isGenuineScan(read, device, hall.key)) throw new no.CodeUnreadable();
    this.assertNotRunOut(read.content);
    return { scan: read.content, hall };
  }

  /**
   * Marks the person who is signed in as present, or as gone, at the moment of the scan.
   * @throws NotOnTheSheet | WrongSite | SecondDevice | DeviceOfAnother | MarkedAbsent | NotCheckedIn | LeftAlready
   */
  async checkIn(actor: Actor, scanToken: string, device: string): Promise<CheckedIn> {
    const { scan, hall } = await this.meant(scanToken, device);
    const { direction } = scan.code;
    return this.database.inTransaction(async (tx) => {
      const held = (await this.queries.heldHall(tx, hall.id))!;
      assertMayBeMarked(held, dayOf(scan.scannedAt));
      const line = actor.personId && (await this.lineOf(tx, held, actor.personId));
      if (!line) throw new no.NotOnTheSheet();
      await this.assertRightSite(tx, held, line);
      await this.bind(tx, held, line.personId, device);

      const done = { halfDayId: held.halfDayId, direction, scannedAt: scan.scannedAt };
      assertMayPass(line, direction);
      const reason = line.mark === 'excused' ? cameDespiteLeave : null;
      if (line.record('present', reason, { direction, at: scan.scannedAt }) === 'unchanged') {
        return { ...done, isRepeated: true };
      }
      await keepMarks(
        tx,
        [line],
        [
          {
            lineId: line.id,
            mark: 'present',
            source: 'qr',
            markedAt: this.clock.now(),
            markedBy: actor.accountId,
            reason,
            direction,
            scannedAt: scan.scannedAt,
            scanToldLater: scan.toldLater,
            hallId: held.id,
          },
        ],
      );
      await this.journal.write(tx, actor, {
        action: direction === 'in' ? checkInActions.checked_in : checkInActions.checked_out,
        subject: { type: 'half_day', id: held.halfDayId },
        classId: held.classId,
        personId: line.personId,
        facts: { toldLater: scan.toldLater },
      });
      return { ...done, isRepeated: false };
    });
  }

  private assertNotRunOut({ scannedAt, toldLater }: Scan): void {
    const minutes = toldLater ? this.settings.checkInOfflineHours * 60 : minutesToSignIn;
    if (this.clock.now().getTime() - scannedAt.getTime() > minutes * 60_000) throw new no.ScanRunOut();
  }

  private async lineOf(tx: Tx, { halfDayId }: CheckInHall, personId: string): Promise<AttendanceLine | null> {
    return tx.findOne(AttendanceLine, {
      where: { halfDayId, personId, live: true },
      lock: { mode: 'pessimistic_write' },
    });
  }

  private async assertRightSite(tx: Tx, { classId, siteId }: CheckInHall, line: AttendanceLine): Promise<void> {
    if (!siteId) return;
    const { unitId } = await tx.findOneByOrFail(Enrollment, { id: line.enrollmentId });
    const own = await this.sites.ofUnit(tx, classId, unitId);
    if (!own || own.id === siteId) return;
    const names = await this.sites.names([siteId], tx);
    throw new no.WrongSite(own.name, names.get(siteId)!);
  }

  /** The first device of a person at a half-day is theirs for the rest of it, and nobody else's. */
  private async bind(tx: Tx, { halfDayId }: CheckInHall, personId: string, device: string): Promise<void> {
    await tx.execute(
      `INSERT INTO check_in_devices (half_day_id, person_id, device, bound_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [halfDayId, personId, device, this.clock.now()],
    );
    const bound = await tx.rows<{ personId: string; device: string }>(
      `SELECT person_id, device FROM check_in_devices WHERE half_day_id = $1 AND (person_id = $2 OR device = $3)`,
      [halfDayId, personId, device],
    );
    if (bound.some((one) => one.personId === personId && one.device !== device)) throw new no.SecondDevice();
    if (bound.some((one) => one.personId !== personId)) throw new no.DeviceOfAnother();
  }
}

/** A code does not overrule what the class manager decided; coming in spite of a leave only corrects that. */
function assertMayPass({ mark, outAt }: AttendanceLine, direction: Direction): void {
  if (mark === 'unexcused') throw new no.MarkedAbsent();
  if (direction === 'out' && mark !== 'present') throw new no.NotCheckedIn();
  if (direction === 'in' && outAt) throw new no.LeftAlready(outAt);
}

/** Of one day only: whoever was at the half-day scanned during it. */
function assertOpenAt({ closedAt, day }: CheckInHall, scannedAt: Date): void {
  if (dayOf(scannedAt) !== day || (closedAt && scannedAt > closedAt)) throw new no.HallClosed();
}
