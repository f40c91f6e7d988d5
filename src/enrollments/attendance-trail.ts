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
  readonly hallId?: string;
}

/** Stores what changed of some lines and adds to their trail, in the order given. */
export async function keepMarks(tx: Tx, lines: readonly AttendanceLine[], trail: readonly TrailLine[]): Promise<void> {
  const kept = [...new Set(lines)].map(({ id, mark, carried, inAt, outAt }) => ({ id, mark, carried, inAt, outAt }));
  await tx.execute(
    `UPDATE attendance_lines l SET mark = r.mark, carried = r.carried, in_at = r."inAt", out_at = r."outAt"
     FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, mark text, carried boolean, "inAt" timestamptz, "outAt" timestamptz) WHERE l.id = r.id`,
    [JSON.stringify(kept)],
  );
  await tx.execute(
    `INSERT INTO attendance_marks (line_id, mark, source, marked_at, marked_by, reason, direction, scanned_at, scan_told_later, hall_id, from_line_id)
     SELECT r."lineId", r.mark, r.source, r."markedAt", r."markedBy", r.reason, r.direction, r."scannedAt", coalesce(r."scanToldLater", false), r."hallId", r."fromLineId"
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("lineId" uuid, mark text, source text, "markedAt" timestamptz, "markedBy" uuid,
       reason text, direction text, "scannedAt" timestamptz, "scanToldLater" boolean, "hallId" uuid, "fromLineId" uuid)) WITH ORDINALITY AS
       r ("lineId", mark, source, "markedAt", "markedBy", reason, direction, "scannedAt", "scanToldLater", "hallId", "fromLineId", place) ORDER BY r.place`,
    [JSON.stringify(trail)],
  );
}
