import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { PlatformSettings } from '../../platform/settings';
import { lecturersToCall } from '../invitations.queries';

/** A half-day a lecturer is to be told of by a call. */
export interface HalfDayToTell {
  /** Names the half-day as it is now: one that changes meanwhile is another thing to tell. */
  readonly key: string;
  readonly classId: string;
  readonly className: string;
  readonly number: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  /** What to say of it. */
  readonly what: 'new' | 'changed' | 'off';
  readonly cancelledReason: string | null;
}

export interface LecturerToCall {
  readonly lecturerId: string;
  readonly fullName: string;
  readonly phone: string | null;
  /** Where mail did not arrive; null where there is no address. */
  readonly email: string | null;
  readonly halfDays: readonly HalfDayToTell[];
}

/** Whom somebody called, when, and of how many half-days. */
export interface LecturerCalled {
  readonly lecturerId: string;
  readonly fullName: string;
  readonly halfDays: number;
  readonly calledAt: Date;
  readonly calledByName: string;
}

/** So far back a call is of interest. */
const daysKept = 30;

@Injectable()
export class LecturerCallsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** By the soonest half-day. @param lecturerId only this one */
  async toCall(lecturerId: string | null = null, tx: Tx = this.database.reader): Promise<LecturerToCall[]> {
    return tx.rows(
      `SELECT w.id AS lecturer_id, w.full_name, w.phone, w.email::text AS email, jsonb_agg(jsonb_build_object(
         'key', d.half_day_id || ':' || d.half_day_sequence, 'classId', c.id, 'className', c.name, 'number', h.number,
         'startsAt', lower(h.during), 'endsAt', upper(h.during), 'place', nullif(concat_ws(', ', r.name, r.address), ''),
         'what', CASE WHEN d.method = 'CANCEL' THEN 'off' WHEN d.is_known THEN 'changed' ELSE 'new' END,
         'cancelledReason', h.cancelled_reason) ORDER BY lower(h.during)) AS half_days
       FROM (${lecturersToCall}) d JOIN lecturers w ON w.id = d.lecturer_id JOIN half_days h ON h.id = d.half_day_id JOIN classes c ON c.id = h.class_id
       LEFT JOIN rooms r ON r.id = h.held_room_id
       WHERE $3::uuid IS NULL OR w.id = $3 GROUP BY w.id ORDER BY min(lower(h.during)), w.sort_name, w.id`,
      [...this.moment(), lecturerId, this.settings.smtpUrl !== null],
    );
  }

  async count(): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(DISTINCT lecturer_id) AS count FROM (${lecturersToCall}) d WHERE $3::uuid IS NULL`,
      [...this.moment(), null, this.settings.smtpUrl !== null],
    );
    return row!.count;
  }

  /** The newest first. */
  async called(): Promise<LecturerCalled[]> {
    return this.database.read(
      `SELECT w.id AS lecturer_id, w.full_name, count(*) AS half_days, i.called_at, a.name AS called_by_name
       FROM calendar_invitations i JOIN lecturers w ON w.id = i.lecturer_id JOIN accounts a ON a.id = i.called_by
       WHERE i.called_at > $1::timestamptz - interval '${daysKept} days' GROUP BY w.id, i.called_at, a.id ORDER BY i.called_at DESC, w.id LIMIT 50`,
      [this.clock.now()],
    );
  }

  private moment() {
    return [this.clock.today(), this.clock.now()] as const;
  }
}
