import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, dayOf } from '../../platform/clock';
import { PlatformSettings } from '../../platform/settings';
import {
  isGenuineCode,
  isGenuineScan,
  readCode,
  readScan,
  type Scan,
  scannedAt,
  type Signed,
  standsAt,
  writeScan,
} from './code';
import { type CheckInHall, CheckInsQueries } from './check-ins.queries';
import * as no from './check-ins.refusals';
import { type CheckedIn, PassingsService } from './passings.service';
import { RefusedScansService } from './refused-scans.service';

/** From scanning to being signed in; a scan told later has the hours of the setting instead. */
const minutesToSignIn = 15;

/** A cadre checks in and out by the code in the hall. Scanning and signing in may lie apart; the moment of the scan is kept. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly clock: Clock,
    private readonly queries: CheckInsQueries,
    private readonly settings: PlatformSettings,
    private readonly passings: PassingsService,
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
      return this.passings.pass({ hallId: hall.id, actor, scan: read.content, device });
    });
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
}

/** Of one day only: whoever was at the half-day scanned during it. */
function assertOpenAt({ closedAt, day }: CheckInHall, scannedAt: Date): void {
  if (dayOf(scannedAt) !== day || (closedAt && scannedAt > closedAt)) throw new no.HallClosed();
}
