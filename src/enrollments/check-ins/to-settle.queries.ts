import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import { mayManageClasses } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { AttendanceMark, Direction } from '../attendance-line.entity';
import { type SettledStanding, settledStandings } from '../attendance.queries';
import { deviceWaits, ofScan, scanWaits, scanWaitsFor, type WaitsFor } from '../scans-waiting.queries';
import type { WhyRefused } from './why-refused';

export const scanStates = ['waiting', 'taken', 'dismissed'] as const;
export type ScanState = (typeof scanStates)[number];

/** Whose it is, and where. */
interface OfSomebody {
  readonly id: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly halfDayId: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly reason: string | null;
}

export interface RefusedScan extends OfSomebody {
  readonly direction: Direction;
  readonly why: WhyRefused;
  readonly scannedAt: Date;
  /** Whether a phone without a network sent it afterwards. */
  readonly toldLater: boolean;
  /** How often it was tried, and when for the last time. */
  readonly times: number;
  readonly lastAt: Date;
  /** `overtaken`: nobody settled it, and the person was recorded since, or the class is over. */
  readonly state: 'waiting' | 'overtaken' | 'taken' | 'dismissed';
  /** Null for somebody who is not on the sheet. */
  readonly enrollmentId: string | null;
}

export interface OtherDevice extends OfSomebody {
  readonly standing: SettledStanding;
  readonly boundAt: Date;
  readonly enrollmentId: string | null;
  readonly mark: AttendanceMark | null;
  readonly inAt: Date | null;
  readonly outAt: Date | null;
}

export const scanOrders = ['lastAt', '-lastAt'] as const;
export type ScanOrder = (typeof scanOrders)[number];
export const deviceOrders = ['boundAt', '-boundAt'] as const;
export type DeviceOrder = (typeof deviceOrders)[number];

const byId = { column: 'x.id', type: 'uuid', value: ({ id }: OfSomebody) => id };
const ordersOfScans: Orders<ScanOrder, RefusedScan & { lastAtText: string }> = {
  lastAt: [{ column: 'x.last_at', type: 'timestamptz', value: ({ lastAtText }) => lastAtText }, byId],
};
const ordersOfDevices: Orders<DeviceOrder, OtherDevice & { boundAtText: string }> = {
  boundAt: [{ column: 'x.bound_at', type: 'timestamptz', value: ({ boundAtText }) => boundAtText }, byId],
};

interface Place {
  readonly waitsFor?: WaitsFor | undefined;
  readonly classId?: string | undefined;
  readonly halfDayId?: string | undefined;
}

interface Paged {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface RefusedScanFilter extends Place, Paged {
  readonly sort?: ScanOrder | undefined;
  readonly state?: ScanState | undefined;
  readonly why?: WhyRefused | undefined;
}

export interface OtherDeviceFilter extends Place, Paged {
  readonly sort?: DeviceOrder | undefined;
  readonly standing?: SettledStanding | undefined;
}

const ofSomebody = `p.id AS person_id, p.full_name, unit_name_on(coalesce(e.unit_id, p.unit_id), h.day) AS unit_name,
  c.id AS class_id, c.code AS class_code, c.name AS class_name, h.id AS half_day_id, h.day, h.part,
  x.settled_at, a.name AS settled_by_name, x.reason, l.enrollment_id`;
const joins = `${ofScan} LEFT JOIN enrollments e ON e.id = l.enrollment_id LEFT JOIN accounts a ON a.id = x.settled_by`;
const inPlace = `($1::uuid[] IS NULL OR h.class_id = ANY ($1)) AND ($2::uuid IS NULL OR h.class_id = $2) AND ($3::uuid IS NULL OR h.id = $3)`;

@Injectable()
export class ScansToSettleQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of the classes the actor runs, the latest first unless told. */
  async refusedScans(
    actor: Actor,
    { state, why, waitsFor, ...filter }: RefusedScanFilter,
  ): Promise<PageOf<RefusedScan>> {
    const { classId = null, halfDayId = null, sort = '-lastAt', ...paged } = filter;
    const parameters: unknown[] = [classesRun(actor), classId, halfDayId, state ?? null, why ?? null];
    const page = keysetPage(ordersOfScans, { ...paged, sort }, parameters);
    const rows = await this.database.read<RefusedScan & { lastAtText: string }>(
      `SELECT x.id, ${ofSomebody}, x.direction, x.why, x.scanned_at, x.told_later, x.times, x.last_at, x.last_at::text AS last_at_text,
              CASE WHEN ${scanWaits} THEN 'waiting' WHEN x.state = 'open' THEN 'overtaken' ELSE x.state END AS state
       FROM refused_scans x ${joins}
       WHERE ${inPlace} AND ($4::text IS NULL OR CASE WHEN $4 = 'waiting' THEN ${scanWaits} ELSE x.state = $4 END)
         AND ($5::text IS NULL OR x.why = $5) AND ${this.waits(actor, waitsFor, parameters)} AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** Of the classes the actor runs: who checked in by another device than before, the latest first unless told. */
  async otherDevices(actor: Actor, { standing, waitsFor, ...filter }: OtherDeviceFilter): Promise<PageOf<OtherDevice>> {
    const { classId = null, halfDayId = null, sort = '-boundAt', ...paged } = filter;
    const standings = standing ? [standing] : settledStandings;
    const parameters: unknown[] = [classesRun(actor), classId, halfDayId, standings, standing ?? null];
    const page = keysetPage(ordersOfDevices, { ...paged, sort }, parameters);
    const rows = await this.database.read<OtherDevice & { boundAtText: string }>(
      `SELECT x.id, ${ofSomebody}, x.standing, x.bound_at, x.bound_at::text AS bound_at_text, l.mark, l.in_at, l.out_at
       FROM check_in_devices x ${joins}
       WHERE ${inPlace} AND x.standing = ANY ($4) AND ($5::text IS DISTINCT FROM 'provisional' OR ${deviceWaits})
         AND ${this.waits(actor, waitsFor, parameters)} AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  private waits(actor: Actor, as: WaitsFor | undefined, parameters: unknown[]): string {
    if (!as) return 'true';
    return scanWaitsFor({ as, actor, now: this.clock.now() }, (value) => `$${parameters.push(value)}`);
  }
}

/** Null for the office, which runs them all. */
const classesRun = (actor: Actor) => (mayManageClasses(actor) ? null : actor.managedClasses);
