import { Injectable } from '@nestjs/common';
import type { ClassState } from '../classes/training-class.states';
import type { Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';
import type { AttendanceMark, AttendanceSource, Direction } from './attendance-line.entity';
import { type Origin, originOf, originOfMark } from './origin';
import { wasMarkedHere } from './marked-here';
import { Sites, withSiteNames } from './sites';
import type { DayPart } from '../classes/day-parts';

/** A half-day and how complete its attendance is. */
export interface HalfDaySheet {
  readonly id: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
  readonly number: number;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** From when attendance may be taken. */
  readonly opensAt: Date;
  readonly topic: string | null;
  /** The groups it is for; null when it is for the whole class. */
  readonly groupNumbers: readonly number[] | null;
  readonly roomName: string | null;
  readonly cancelledAt: Date | null;
  readonly people: number;
  readonly present: number;
  readonly excused: number;
  readonly unexcused: number;
  readonly unmarked: number;
  /** Who joined the class after it had begun and did not come; in none of the numbers above. */
  readonly joinedLater: number;
  /** Whether it counts as missed for them until they make it up; else it is left out. */
  readonly isMissedByThem: boolean;
  /** Of those present: how many were seen coming in, and going out. */
  readonly cameIn: number;
  readonly wentOut: number;
  /** Who left sooner after coming than the course lets pass unseen. */
  readonly shortStays: number;
}

/** One person on the sheet of a half-day; the last entry of the trail tells how the mark came about. */
export interface SheetRow {
  readonly enrollmentId: string;
  readonly personId: string;
  readonly personCode: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly mark: AttendanceMark;
  /** Whether they had joined the class when the half-day began. */
  readonly expected: boolean;
  readonly inAt: Date | null;
  readonly outAt: Date | null;
  readonly source: AttendanceSource | null;
  readonly markedAt: Date | null;
  readonly markedByName: string | null;
  readonly reason: string | null;
  /** The half-day of another class the mark comes from; null when it was made at this one. */
  readonly origin: Origin | null;
  /** Code of the class a guest is from. */
  readonly guestFrom: string | null;
  /** Whether a scan of this person was told only later, by a phone that had had no network. */
  readonly toldLater: boolean;
  /** Whether they were seen to leave sooner after coming than the course lets pass unseen. */
  readonly shortStay: boolean;
  /** Where they scanned by another device than before: whether that waits, was accepted or refused. */
  readonly otherDevice: SettledStanding | null;
  /** Leave from the half-day that was asked for or allowed; null for readers who do not run the class, and of somebody present. */
  readonly leave: LeaveAt | null;
}

/** By which request somebody has leave, and how that stands: it waits for who runs the class, for the person to ask again, or for its paper. */
export interface LeaveAt {
  readonly id: string;
  readonly standing: 'asked' | 'reopened' | 'paper_awaited' | 'allowed';
}

/** How another device of a person stands with who runs the class. */
export const settledStandings = ['provisional', 'accepted', 'refused'] as const;
export type SettledStanding = (typeof settledStandings)[number];

export interface SheetFilter {
  readonly halfDayId: string;
  /** Only people sent by these units, and those of these groups; null reads all. */
  readonly unitIds: readonly string[] | null;
  readonly groupNumbers?: readonly number[] | undefined;
  readonly unitId?: string | undefined;
  readonly enrollmentId?: string | undefined;
  /** Whether leave is told, which is for whoever runs the class. */
  readonly tellsLeave?: boolean | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

export interface TrailOf {
  readonly halfDayId: string;
  readonly enrollmentId: string;
  /** Nothing is told about people of other units and groups; null tells all. */
  readonly unitIds: readonly string[] | null;
  readonly groupNumbers?: readonly number[] | undefined;
}

/** Who marked somebody, when and from where. */
export interface TrailEntry {
  readonly mark: AttendanceMark;
  readonly direction: Direction | null;
  readonly source: AttendanceSource;
  /** When it reached the service. */
  readonly markedAt: Date;
  readonly markedByName: string | null;
  readonly reason: string | null;
  /** Of a mark that is carried: where it comes from. */
  readonly origin: Origin | null;
  /** Of a code: when it was scanned. */
  readonly scannedAt: Date | null;
  /** Whether a phone without a network told it later; the code says when it was made. */
  readonly scanToldLater: boolean;
  /** What the clock of the phone said then, which decided nothing. */
  readonly scanToldAt: Date | null;
  /** Whether it was made by another device than the person had checked in with. */
  readonly otherDevice: boolean;
  readonly siteName: string | null;
}

/** Of a line `l` in a class of the course `o`; who was noted as coming and going at one stroke was not seen to do either. */
const isShortStay = `coalesce(l.out_at > l.in_at AND l.out_at - l.in_at < make_interval(mins => o.short_stay_minutes), false)`;

/** Of a line `l` at its half-day `h`: leave of somebody who has not come. */
export const leaveAt = `(
  SELECT jsonb_build_object('id', s.leave_request_id, 'standing', s.standing) FROM leave_at_half_days s
  WHERE s.enrollment_id = l.enrollment_id AND s.half_day_id = h.id AND l.mark <> 'present')`;

/** Of a line `l`: the last entry of its trail `t`, and whose account `a` it is. */
export const lastMark = `LEFT JOIN LATERAL (SELECT * FROM attendance_marks m WHERE m.line_id = l.id ORDER BY m.id DESC LIMIT 1) t ON true
       LEFT JOIN accounts a ON a.id = t.marked_by`;

/** Of a line: one that waits before one that is settled. */
export const otherDeviceOf = (line: string) => `(
  SELECT d.standing FROM check_in_devices d WHERE d.half_day_id = ${line}.half_day_id AND d.person_id = ${line}.person_id
    AND d.standing IN ('provisional', 'accepted', 'refused') ORDER BY d.standing = 'provisional' DESC, d.bound_at DESC LIMIT 1)`;

export const trailColumns = `m.mark, m.direction, m.source, m.marked_at, a.name AS marked_by_name, m.reason,
  m.scanned_at, m.scan_told_later, m.scan_told_at, m.device_id IS NOT NULL AS other_device, k.site_id, ${originOf('m.from_line_id')} AS origin`;
export const trailJoins = `LEFT JOIN accounts a ON a.id = m.marked_by
  LEFT JOIN check_in_halls k ON k.id = m.hall_id`;
export type TrailRow<Entry extends TrailEntry> = Omit<Entry, 'siteName'> & { readonly siteId: string | null };

@Injectable()
export class AttendanceQueries {
  constructor(
    private readonly database: Database,
    private readonly sites: Sites,
  ) {}

  /** At how many people attendance was taken. */
  async markedAt(halfDayId: string): Promise<number> {
    const [row] = await this.database.read<{ marked: number }>(
      `SELECT count(*) AS marked FROM attendance_lines l WHERE l.half_day_id = $1 AND l.live AND ${wasMarkedHere}`,
      [halfDayId],
    );
    return row!.marked;
  }

  /** The half-days of a class in their order, each with its counts over the people of these units. */
  async sheets(
    classId: string,
    unitIds: readonly string[] | null,
    groupNumbers: readonly number[] = [],
  ): Promise<HalfDaySheet[]> {
    return this.readSheets('h.class_id = $1', classId, unitIds, groupNumbers);
  }

  async sheet(
    halfDayId: string,
    unitIds: readonly string[] | null,
    groupNumbers: readonly number[] = [],
  ): Promise<HalfDaySheet | null> {
    const [sheet] = await this.readSheets('h.id = $1', halfDayId, unitIds, groupNumbers);
    return sheet ?? null;
  }

  /** Everybody on the sheet of a half-day, in the order of a Vietnamese list; who joined after it behind the others. */
  async rows({
    halfDayId,
    unitIds,
    groupNumbers = [],
    unitId,
    enrollmentId,
    tellsLeave = false,
    limit = usualPage,
    after,
  }: SheetFilter): Promise<PageOf<SheetRow>> {
    const [afterLater, afterName, afterId] = cursorValues(after, 3) ?? [null, null, null];
    const rows = await this.database.read<SheetRow>(
      `SELECT e.id AS enrollment_id, p.id AS person_id, p.code AS person_code, p.full_name, p.sort_name,
              e.unit_id, unit_name_on(e.unit_id, h.day) AS unit_name, l.mark, l.expected, l.in_at, l.out_at,
              EXISTS (SELECT 1 FROM attendance_marks m WHERE m.line_id = l.id AND m.scan_told_later) AS told_later, ${isShortStay} AS short_stay, ${otherDeviceOf('l')} AS other_device, t.source, t.marked_at, a.name AS marked_by_name, t.reason, ${originOfMark} AS origin, CASE WHEN $9 THEN ${leaveAt} END AS leave,
              (SELECT k.code FROM classes k WHERE k.id = e.class_id AND l.for_line_id IS NOT NULL) AS guest_from
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN enrollments e ON e.id = l.enrollment_id
       JOIN persons p ON p.id = l.person_id JOIN classes c ON c.id = h.class_id JOIN courses o ON o.id = c.course_id
       ${lastMark}
       WHERE l.half_day_id = $1 AND l.live AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2) OR (e.class_id = h.class_id AND e.group_number = ANY ($8::int[]))) AND ($3::uuid IS NULL OR e.unit_id = $3)
         AND ($4::text IS NULL OR ((NOT l.expected)::int, p.sort_name, e.id) > ($10::int, $4, $5::uuid)) AND ($7::uuid IS NULL OR e.id = $7)
       ORDER BY (NOT l.expected)::int, p.sort_name, e.id LIMIT $6`,
      [
        ...[halfDayId, unitIds, unitId ?? null, afterName, afterId, limit + 1, enrollmentId ?? null, groupNumbers],
        ...[tellsLeave, afterLater],
      ],
    );
    return pageOf(rows, limit, ({ expected, sortName, enrollmentId }) => [expected ? 0 : 1, sortName, enrollmentId]);
  }

  /** The trail of one person at one half-day, newest first. */
  async trail({ halfDayId, enrollmentId, unitIds, groupNumbers = [] }: TrailOf): Promise<TrailEntry[]> {
    const rows = await this.database.read<TrailRow<TrailEntry>>(
      `SELECT ${trailColumns}
       FROM attendance_lines l JOIN enrollments e ON e.id = l.enrollment_id
       JOIN attendance_marks m ON m.line_id = l.id ${trailJoins}
       WHERE l.half_day_id = $1 AND l.enrollment_id = $2 AND ($3::uuid[] IS NULL OR e.unit_id = ANY ($3) OR (e.class_id = (SELECT class_id FROM half_days WHERE id = $1) AND e.group_number = ANY ($4::int[]))) ORDER BY m.id DESC`,
      [halfDayId, enrollmentId, unitIds, groupNumbers],
    );
    return withSiteNames(this.sites, rows);
  }

  private async readSheets(
    place: string,
    id: string,
    unitIds: readonly string[] | null,
    groupNumbers: readonly number[],
  ): Promise<HalfDaySheet[]> {
    return this.database.read(
      `SELECT h.id, c.id AS class_id, c.code AS class_code, c.name AS class_name, c.state AS class_state, h.number, h.day, h.part,
              lower(h.during) AS starts_at, upper(h.during) AS ends_at, attendance_opens_at(h) AS opens_at, h.topic, h.group_numbers, r.name AS room_name, h.cancelled_at,
              count(e.id) FILTER (WHERE l.counted) AS people, count(e.id) FILTER (WHERE l.mark = 'present') AS present,
              count(e.id) FILTER (WHERE l.mark = 'excused') AS excused, count(e.id) FILTER (WHERE l.mark = 'unexcused') AS unexcused,
              count(e.id) FILTER (WHERE l.counted AND l.mark = 'unmarked') AS unmarked, count(e.id) FILTER (WHERE NOT l.counted) AS joined_later,
              misses_before_joining(c.id) AS is_missed_by_them,
              count(e.id) FILTER (WHERE l.in_at IS NOT NULL) AS came_in, count(e.id) FILTER (WHERE l.out_at IS NOT NULL) AS went_out, count(e.id) FILTER (WHERE ${isShortStay}) AS short_stays
       FROM half_days h JOIN classes c ON c.id = h.class_id JOIN courses o ON o.id = c.course_id LEFT JOIN rooms r ON r.id = h.held_room_id
       LEFT JOIN attendance_lines l ON l.half_day_id = h.id AND l.live
       LEFT JOIN enrollments e ON e.id = l.enrollment_id AND ($2::uuid[] IS NULL OR e.unit_id = ANY ($2) OR (e.class_id = c.id AND e.group_number = ANY ($3::int[])))
       WHERE ${place}
       GROUP BY h.id, c.id, r.id ORDER BY h.day, lower(h.during), h.number`,
      [id, unitIds, groupNumbers],
    );
  }
}
