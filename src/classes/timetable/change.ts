import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';
import type { DayPart } from '../day-parts';

/** Something about half-days that people who know the timetable have to be told. */
export interface TimetableChange {
  readonly classId: string;
  /** The first one, where several were added at once. */
  readonly halfDayId: string;
  readonly kind: 'added' | 'moved' | 'cancelled';
  readonly halfDays?: number;
  /** When it was to be held before; left out for what is new. */
  readonly was?: { readonly part: DayPart; readonly during: string };
  readonly reason?: string | null | undefined;
  /** From when telling it would be after the fact. */
  readonly overAt: Date;
}

/** Who is told of it, and that it is once, is found by query when reminders are planned. */
export async function recordChange(tx: Tx, actor: Actor, at: Date, change: TimetableChange): Promise<void> {
  const { classId, halfDayId, kind, halfDays = 1, was, reason, overAt } = change;
  await tx.execute(
    `INSERT INTO timetable_changes (class_id, half_day_id, kind, half_days, was_part, was_during, reason, over_at, changed_at, changed_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [classId, halfDayId, kind, halfDays, was?.part, was?.during, reason ?? null, overAt, at, actor.accountId],
  );
}
