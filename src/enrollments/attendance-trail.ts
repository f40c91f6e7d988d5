import type { Tx } from '../platform/database/database';
import type { AttendanceLine, AttendanceMark, AttendanceSource, Direction } from './attendance-line.entity';

/** One line of the trail: who marked whom, when and from where. A correction is a new line with its reason. */
export interface TrailLine {
  readonly lineId: string;
  readonly mark: AttendanceMark;
  readonly source: AttendanceSource;
  readonly markedAt: Date;
  readonly markedBy: string | null;
  readonly reason: string | null;
  readonly direction: Direction | null;
  /** Of a mark that is carried: the line of the other class it comes from. */
  readonly fromLineId?: string;
  /** Of a code: when it was scanned, and whether only the phone says so. */
  readonly scannedAt?: Date;
  readonly scanToldLater?: boolean;
  /** Of one told later: what the clock of the phone said. */
  readonly scanToldAt?: Date | undefined;
  readonly hallId?: string;
  /** Of a scan by another device than before. */
  readonly deviceId?: string | undefined;
}

/** Stores what changed of some lines and adds to their trail, in the order given; what a guest did counts in their own class. */
export async function keepMarks(tx: Tx, lines: readonly AttendanceLine[], trail: readonly TrailLine[]): Promise<void> {
  const kept = [...new Set(lines)].map(({ id, mark, carried, forLineId, inAt, outAt }) => ({
    id,
    mark,
    carried,
    forLineId,
    inAt,
    outAt,
  }));
  await tx.execute(
    `UPDATE attendance_lines l SET mark = r.mark, carried = r.carried, in_at = r."inAt", out_at = r."outAt"
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, mark text, carried boolean, "inAt" timestamptz, "outAt" timestamptz) WHERE l.id = r.id`,
    [JSON.stringify(kept)],
  );
  await tx.execute(
    `INSERT INTO attendance_marks (line_id, mark, source, marked_at, marked_by, reason, direction, scanned_at, scan_told_later, scan_told_at, hall_id, device_id, from_line_id)
     SELECT r."lineId", r.mark, r.source, r."markedAt", r."markedBy", r.reason, r.direction, r."scannedAt", coalesce(r."scanToldLater", false), r."scanToldAt", r."hallId", r."deviceId", r."fromLineId"
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("lineId" uuid, mark text, source text, "markedAt" timestamptz, "markedBy" uuid,
       reason text, direction text, "scannedAt" timestamptz, "scanToldLater" boolean, "scanToldAt" timestamptz, "hallId" uuid, "deviceId" uuid, "fromLineId" uuid)) WITH ORDINALITY AS
       r ("lineId", mark, source, "markedAt", "markedBy", reason, direction, "scannedAt", "scanToldLater", "scanToldAt", "hallId", "deviceId", "fromLineId", place) ORDER BY r.place`,
    [JSON.stringify(trail)],
  );
  const guests = kept.filter(({ forLineId }) => forLineId !== null).map(({ id }) => id);
  if (guests.length > 0) await countAtHome(tx, guests, trail[0]!);
}

/** Being present as a guest is being present; when that is taken back, the line at home is what it was before. */
async function countAtHome(tx: Tx, guestLineIds: readonly string[], { markedAt, markedBy }: TrailLine): Promise<void> {
  await tx.execute(
    `WITH changed AS (
       UPDATE attendance_lines own SET mark = s.mark, carried = s.carried, in_at = NULL, out_at = NULL
       FROM attendance_lines g
       JOIN attendance_lines home ON home.id = g.for_line_id AND home.live
       JOIN half_days h ON h.id = home.half_day_id
       JOIN classes k ON k.id = h.class_id AND NOT class_has_ended(k.state) AND k.closing_since IS NULL
       LEFT JOIN LATERAL (SELECT m.from_line_id FROM attendance_marks m WHERE m.line_id = home.id ORDER BY m.id DESC LIMIT 1) last ON true
       LEFT JOIN LATERAL (SELECT m.mark, m.from_line_id FROM attendance_marks m
         WHERE m.line_id = home.id AND m.from_line_id IS DISTINCT FROM g.id ORDER BY m.id DESC LIMIT 1) before ON true
       CROSS JOIN LATERAL (SELECT CASE WHEN g.mark = 'present' THEN 'present' ELSE coalesce(before.mark, 'unmarked') END AS mark,
         g.mark = 'present' OR before.from_line_id IS NOT NULL AS carried) s
       WHERE g.id = ANY ($1::uuid[]) AND own.id = home.id
         AND CASE WHEN g.mark = 'present' THEN home.mark <> 'present' ELSE home.carried AND last.from_line_id = g.id END
       RETURNING own.id, own.mark, g.id AS from_line_id)
     INSERT INTO attendance_marks (line_id, mark, source, marked_at, marked_by, from_line_id)
     SELECT id, mark, 'carried', $2, $3, from_line_id FROM changed`,
    [guestLineIds, markedAt, markedBy],
  );
}
