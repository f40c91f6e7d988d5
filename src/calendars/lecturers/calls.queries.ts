import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { PlatformSettings } from '../../platform/settings';
import { appointmentOf, lecturersToCall } from '../due-invitations';

/** Names, in SQL, a half-day or examination of {@link lecturersToCall} as it is now. */
export const keyToTell = `concat_ws(':', d.appointment_id, d.appointment_sequence, d.room_id)`;

/** A half-day a lecturer is to be told of by a call, or an examination they invigilate. */
export interface HalfDayToTell {
  /** Names the half-day as it is now: one that changes meanwhile is another thing to tell. */
  readonly key: string;
  readonly classId: string;
  readonly className: string;
  /** 0 for an examination. */
  readonly number: number;
  readonly examId: string | null;
  /** Of an examination what is examined; null where it is the final one. */
  readonly topic: string | null;
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

  /** By the soonest half-day. */
  async toCall(): Promise<LecturerToCall[]> {
    return this.database.read(
      `SELECT w.id AS lecturer_id, w.full_name, w.phone, w.email::text AS email, jsonb_agg(jsonb_build_object(
         'key', ${keyToTell}, 'classId', v.class_id, 'className', v.class_name, 'number', v.number, 'examId', d.exam_id, 'topic', v.topic,
         'startsAt', v.starts_at, 'endsAt', v.ends_at, 'place', v.place,
         'what', CASE WHEN d.method = 'CANCEL' THEN 'off' WHEN d.is_known THEN 'changed' ELSE 'new' END,
         'cancelledReason', v.cancelled_reason) ORDER BY v.starts_at) AS half_days
       FROM (${lecturersToCall}) d JOIN lecturers w ON w.id = d.lecturer_id ${appointmentOf('d', 'NULL')}
       GROUP BY w.id ORDER BY min(v.starts_at), w.sort_name, w.id`,
      this.moment(),
    );
  }

  async count(): Promise<number> {
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(DISTINCT lecturer_id) AS count FROM (${lecturersToCall}) d`,
      this.moment(),
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
    return [this.clock.today(), this.clock.now(), this.settings.smtpUrl !== null];
  }
}
