import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, dayOf } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { PlatformSettings } from '../../platform/settings';
import { AttendanceLine, type Direction } from '../attendance-line.entity';
import { keepMarks } from '../attendance-trail';
import { Enrollment } from '../enrollment.entity';
import {
  isGenuineCode,
  isGenuineScan,
  readCode,
  readScan,
  type Scan,
  scannedAt,
  type Signed,
  standsAt,
  takenWithin,
  writeScan,
} from './code';
import { type CheckInHall, CheckInsQueries } from './check-ins.queries';
import * as no from './check-ins.refusals';
import { bindDevice, standingOf } from './devices';
import { RefusedScansService } from './refused-scans.service';
import { assertMayBeMarked } from '../marking-moment';
import { Sites } from '../sites';
import { checkInActions } from './check-ins.words';

/** From scanning to being signed in; a scan told later has the hours of the setting instead. */
const minutesToSignIn = 15;
const cameDespiteLeave = 'Đã được nghỉ phép nhưng có mặt (quét mã)';

export interface CheckedIn {
  readonly halfDayId: string;
  readonly direction: Direction;
  readonly scannedAt: Date;
  /** Whether nothing was added, because the person had scanned before. */
  readonly isRepeated: boolean;
  /** Whether it was by another device than before, so that the class manager has yet to accept it. */
  readonly isProvisional: boolean;
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
    private readonly refused: RefusedScansService,
  ) {}

  /**
   * Takes note of a code just scanned, or of one a phone scanned while it had no network. Returns the scan, good on this device only.
   * @param visitor null before they signed in
   * @throws CodeUnreadable | CodeStale | ScanRunOut | HallClosed
   */
  async scan(visitor: Actor | null, token: string, device: string, toldAt: Date | null = null): Promise<string> {
    const read = readCode(token);
    const hall = read && (await this.queries.hall(read.content.hallId));
    if (!hall) throw new no.CodeUnreadable();
    const now = this.clock.now();
    const scan = { code: read.content, at: toldAt ?? now, toldLater: toldAt !== null };
    return this.refused.keeping(visitor, hall, scan, async () => {
      if (!isGenuineCode(read, hall.key)) throw new no.CodeUnreadable();
      const seconds = this.settings.checkInCodeSeconds;
      if (!standsAt(scan, now, seconds)) throw new no.CodeStale(seconds);
      this.assertNotRunOut(scan);
      assertOpenAt(hall, this.momentOf(scan));
      return writeScan(scan, device, hall.key);
    });
  }

  /** What a scan is for, to be shown before it counts. @throws CodeUnreadable | ScanRunOut */
  async meant(scanToken: string, device: string): Promise<{ hall: CheckInHall; scan: Scan; scannedAt: Date }> {
    const { read, hall } = await this.readScan(scanToken);
    this.assertTaken(read, device, hall);
    return { hall, scan: read.content, scannedAt: this.momentOf(read.content) };
  }

  /**
   * Marks the person who is signed in as present, or as gone, at the moment of the scan; a refusal is kept for the class manager.
   * @throws NotOnTheSheet | WrongSite | SecondDevice | DeviceOfAnother | MarkedAbsent | NotCheckedIn | LeftAlready | CodeUsed
   */
  async checkIn(actor: Actor, scanToken: string, device: string): Promise<CheckedIn> {
    const { read, hall } = await this.readScan(scanToken);
    return this.refused.keeping(actor, hall, read.content, async () => {
      this.assertTaken(read, device, hall);
      return this.database.inTransaction((tx) => this.pass(tx, actor, hall.id, read.content, device));
    });
  }

  private async pass(tx: Tx, actor: Actor, hallId: string, scan: Scan, device: string): Promise<CheckedIn> {
    const { direction } = scan.code;
    const scannedAt = this.momentOf(scan);
    const held = (await this.queries.heldHall(tx, hallId))!;
    assertMayBeMarked(held, scannedAt);
    const line = actor.personId && (await this.heldLine(tx, held, actor.personId));
    if (!line) throw new no.NotOnTheSheet();
    await this.assertRightSite(tx, held, line);
    const use = { ...held, personId: line.personId, device };
    const standing = await standingOf(tx, use);

    const done = { halfDayId: held.halfDayId, direction, scannedAt };
    assertMayPass(line, direction);
    const reason = line.mark === 'excused' ? cameDespiteLeave : null;
    if (line.record('present', reason, { direction, at: scannedAt }) === 'unchanged') {
      return { ...done, isRepeated: true, isProvisional: false };
    }
    await this.assertUnused(tx, line, held, scan);
    const { id, isProvisional } = await bindDevice(tx, use, standing, this.clock.now());
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
          scannedAt,
          scanToldLater: scan.toldLater,
          scanToldAt: scan.toldLater ? scan.at : undefined,
          hallId: held.id,
          deviceId: isProvisional ? id : undefined,
        },
      ],
    );
    await this.journal.write(tx, actor, {
      action: direction === 'in' ? checkInActions.checked_in : checkInActions.checked_out,
      subject: { type: 'half_day', id: held.halfDayId },
      classId: held.classId,
      personId: line.personId,
      facts: { toldLater: scan.toldLater, isProvisional },
    });
    return { ...done, isRepeated: false, isProvisional };
  }

  private async readScan(token: string): Promise<{ read: Signed<Scan>; hall: CheckInHall }> {
    const read = readScan(token);
    const hall = read && (await this.queries.hall(read.content.code.hallId));
    if (!hall) throw new no.CodeUnreadable();
    return { read, hall };
  }

  private assertTaken(read: Signed<Scan>, device: string, hall: CheckInHall): void {
    if (!isGenuineScan(read, device, hall.key)) throw new no.CodeUnreadable();
    this.assertNotRunOut(read.content);
  }

  private assertNotRunOut(scan: Scan): void {
    const minutes = scan.toldLater ? this.settings.checkInOfflineHours * 60 : minutesToSignIn;
    if (this.clock.now().getTime() - this.momentOf(scan).getTime() > minutes * 60_000) throw new no.ScanRunOut();
  }

  private momentOf(scan: Scan): Date {
    return scannedAt(scan, this.settings.checkInCodeSeconds);
  }

  /** Waits for whoever is marking the same person. */
  async heldLine(tx: Tx, { halfDayId }: CheckInHall, personId: string): Promise<AttendanceLine | null> {
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

  /** Nobody passes again by a code whose passing somebody took back. */
  async assertUnused(tx: Tx, { id }: AttendanceLine, hall: CheckInHall, { code }: Scan): Promise<void> {
    const [from, to] = takenWithin(code, this.settings.checkInCodeSeconds);
    const used = await tx.rows<unknown>(
      `SELECT FROM attendance_marks WHERE line_id = $1 AND hall_id = $2 AND direction = $3 AND scanned_at >= $4 AND scanned_at < $5`,
      [id, hall.id, code.direction, from, to],
    );
    if (used.length > 0) throw new no.CodeUsed();
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
