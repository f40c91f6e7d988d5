import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database';
import { HalfDayHasMarks, MarksWouldNotCount } from './attendance.refusals';
import { ClashesQueries } from './clashes.queries';
import { PersonBusy } from './enrollments.refusals';
import { wasMarkedHere } from './marked-here';

/** Attendance lines follow the half-days of a class that has learners: new ones, those that move, and those that are cancelled. */
@Injectable()
export class HalfDayLinesService {
  constructor(private readonly clashes: ClashesQueries) {}

  /**
   * New half-days get a line for everybody on the roster; the class must be locked.
   * @param overlapReason the decision by which people may be in another class then; returns who needed it
   * @throws PersonBusy
   */
  async add(tx: Tx, halfDayIds: readonly string[], overlapReason?: string): Promise<string[]> {
    if (!overlapReason) await this.assertRosterFree(tx, halfDayIds);
    const added = await tx.rows<{ personId: string; overlapReason: string | null }>(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, overlap_reason)
       SELECT e.id, h.id, e.person_id, h.during, CASE WHEN $2::text IS NOT NULL AND ${isElsewhere('e.person_id')} THEN $2 END
       FROM half_days h
       JOIN enrollments e ON e.class_id = h.class_id AND e.ended_at IS NULL AND is_for_group(h.group_numbers, e.group_number)
       WHERE h.id = ANY ($1) AND h.cancelled_at IS NULL
       ON CONFLICT ON CONSTRAINT attendance_lines_once DO UPDATE SET live = true, during = excluded.during, overlap_reason = excluded.overlap_reason
         WHERE NOT attendance_lines.live AND attendance_lines.for_line_id IS NULL
       RETURNING person_id, overlap_reason`,
      [halfDayIds, overlapReason ?? null],
    );
    return whoOverlaps(added);
  }

  /** Lines follow a half-day to its new hour and its groups; as {@link add} otherwise. @throws PersonBusy | HalfDayHasMarks */
  async move(tx: Tx, halfDayId: string, overlapReason?: string): Promise<string[]> {
    await tx.execute(
      `UPDATE attendance_lines l SET live = false FROM half_days h, enrollments e
       WHERE h.id = $1 AND l.half_day_id = h.id AND e.id = l.enrollment_id AND l.live AND l.for_line_id IS NULL
         AND NOT is_for_group(h.group_numbers, e.group_number)`,
      [halfDayId],
    );
    const moved = await tx.row<{ lines: number; marked: number }>(
      `SELECT count(*) AS lines, count(*) FILTER (WHERE ${wasMarkedHere}) AS marked
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id WHERE h.id = $1 AND l.live AND l.during <> h.during`,
      [halfDayId],
    );
    const { lines, marked } = moved;
    if (lines === 0) return this.add(tx, [halfDayId], overlapReason);
    if (marked > 0) throw new HalfDayHasMarks(marked);
    if (!overlapReason) await this.assertRosterFree(tx, [halfDayId]);
    const changed = await tx.rows<{ personId: string; overlapReason: string | null }>(
      `UPDATE attendance_lines own SET during = h.during, overlap_reason =
         CASE WHEN own.live AND $2::text IS NOT NULL AND ${isElsewhere('own.person_id')} THEN $2 ELSE own.overlap_reason END
       FROM half_days h WHERE h.id = $1 AND own.half_day_id = h.id
       RETURNING own.person_id, CASE WHEN own.overlap_reason = $2 THEN $2 END AS overlap_reason`,
      [halfDayId, overlapReason ?? null],
    );
    return [...new Set([...whoOverlaps(changed), ...(await this.add(tx, [halfDayId], overlapReason))])];
  }

  /**
   * A cancelled half-day takes nobody's time; what was marked stays in the trail and counts no more.
   * @param known how many people whoever cancels knows to be marked @throws MarksWouldNotCount when there are others
   */
  async cancel(tx: Tx, halfDayId: string, known: number): Promise<void> {
    const { marked } = await tx.row<{ marked: number }>(
      `SELECT count(*) AS marked FROM attendance_lines l WHERE l.half_day_id = $1 AND l.live AND ${wasMarkedHere}`,
      [halfDayId],
    );
    if (marked !== known && marked > 0) throw new MarksWouldNotCount(marked);
    await tx.execute(`UPDATE attendance_lines SET live = false WHERE half_day_id = $1`, [halfDayId]);
  }

  /** Looks first, so that the refusal can name what is in the way; the constraint has the last word. */
  private async assertRosterFree(tx: Tx, halfDayIds: readonly string[]): Promise<void> {
    const people = await tx.rows<{ id: string }>(
      `SELECT DISTINCT e.person_id AS id FROM half_days h JOIN enrollments e ON e.class_id = h.class_id AND e.ended_at IS NULL AND is_for_group(h.group_numbers, e.group_number)
       WHERE h.id = ANY ($1) AND NOT EXISTS (
         SELECT 1 FROM attendance_lines l WHERE l.enrollment_id = e.id AND l.half_day_id = h.id AND l.overlap_reason IS NOT NULL)`,
      [halfDayIds],
    );
    const clashes = await this.clashes.of(
      people.map(({ id }) => id),
      { halfDayIds },
      tx,
    );
    if (clashes.length > 0) throw new PersonBusy(clashes);
  }
}

/** Whether somebody's time is taken at a half-day `h` by another one. */
export const isElsewhere = (personId: string) => `EXISTS (
  SELECT 1 FROM attendance_lines l WHERE l.person_id = ${personId} AND l.during && h.during AND l.live AND l.overlap_reason IS NULL AND l.half_day_id <> h.id)`;

const whoOverlaps = (lines: readonly { readonly personId: string; readonly overlapReason: string | null }[]) => [
  ...new Set(lines.flatMap(({ personId, overlapReason }) => (overlapReason === null ? [] : [personId]))),
];
