import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import type { ClassState } from '../../classes/training-class.states';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { AttendanceMark } from '../attendance-line.entity';
import { otherDeviceOf, type SettledStanding } from '../attendance.queries';
import { scanWaits } from '../scans-waiting.queries';
import { Sites } from '../sites';

/** A hall whose code is or was shown, with the half-day it is bound to. */
export interface CheckInHall {
  readonly id: string;
  readonly halfDayId: string;
  readonly siteId: string | null;
  readonly key: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly day: Day;
  readonly part: DayPart;
  readonly opensAt: Date;
  readonly cancelledAt: Date | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
}

/** Where a code may be shown at a half-day: its sites, or the one hall of a class without sites. */
export interface HallChoice {
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly hallId: string | null;
  readonly isOpen: boolean;
}

/** A half-day of the day, as the cadre who is to attend it sees it. */
export interface OwnCheckIn {
  readonly halfDayId: string;
  readonly classCode: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mark: AttendanceMark;
  readonly expected: boolean;
  readonly inAt: Date | null;
  readonly outAt: Date | null;
  readonly otherDevice: SettledStanding | null;
  /** Whether a scan that was refused waits for the class manager. */
  readonly scanWaits: boolean;
}

const hallColumns = `k.id, k.half_day_id, k.site_id, k.key, k.opened_at,
  k.closed_at, h.day, h.part, attendance_opens_at(h) AS opens_at, h.cancelled_at, c.id AS class_id, c.code AS class_code,
  c.name AS class_name, c.state AS class_state`;
const hallJoins = `check_in_halls k JOIN half_days h ON h.id = k.half_day_id JOIN classes c ON c.id = h.class_id`;

@Injectable()
export class CheckInsQueries {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
  ) {}

  async hall(id: string): Promise<CheckInHall | null> {
    return this.readHall(`SELECT ${hallColumns} FROM ${hallJoins} WHERE k.id = $1`, id);
  }

  /** The hall while somebody checks in: its class cannot be closed meanwhile. */
  async heldHall(tx: Tx, id: string): Promise<CheckInHall | null> {
    // Before it is read, so that one moved or cancelled meanwhile is read as it is then.
    await tx.execute(
      `SELECT FROM classes WHERE id = (SELECT h.class_id FROM check_in_halls k JOIN half_days h ON h.id = k.half_day_id WHERE k.id = $1) FOR SHARE`,
      [id],
    );
    return this.readHall(`SELECT ${hallColumns} FROM ${hallJoins} WHERE k.id = $1`, id, tx);
  }

  private async readHall(sql: string, id: string, tx?: Tx): Promise<CheckInHall | null> {
    const [hall] = await this.database.read<CheckInHall>(sql, [id], tx);
    return hall ?? null;
  }

  async hallChoices({ id, classId }: { readonly id: string; readonly classId: string }): Promise<HallChoice[]> {
    const halls = await this.database.read<Omit<HallChoice, 'siteName'>>(
      `SELECT site_id, id AS hall_id, closed_at IS NULL AS is_open FROM check_in_halls WHERE half_day_id = $1`,
      [id],
    );
    const sites = await this.sites.ofClass(classId);
    const places = sites.length > 0 ? sites : [{ id: null, name: null }];
    return places.map(({ id: siteId, name: siteName }) => {
      const { hallId = null, isOpen = false } = halls.find((hall) => hall.siteId === siteId) ?? {};
      return { siteId, siteName, hallId, isOpen };
    });
  }

  async ownOn(personId: string, day: Day): Promise<OwnCheckIn[]> {
    return this.database.read(
      `SELECT h.id AS half_day_id, c.code AS class_code, c.name AS class_name, h.day, h.part, lower(h.during) AS starts_at,
              upper(h.during) AS ends_at, l.mark, l.expected, l.in_at, l.out_at, ${otherDeviceOf('l')} AS other_device,
              EXISTS (SELECT FROM refused_scans x WHERE x.half_day_id = h.id AND x.person_id = l.person_id AND ${scanWaits}) AS scan_waits
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id
       WHERE l.person_id = $1 AND l.live AND h.day = $2 AND h.cancelled_at IS NULL ORDER BY lower(h.during)`,
      [personId, day],
    );
  }
}
