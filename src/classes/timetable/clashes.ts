import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/database';
import type { PlannedHalfDay } from './pattern';
import type { Clash } from './clash';

export interface FoundClash extends Clash {
  /** Which of the planned half-days it concerns. */
  readonly ordinal: number;
}

/** Half-days that are told as JSON ($2), of a class ($1). */
export const planned = `
  planned AS (
    SELECT ordinal::int - 1 AS ordinal, tstzrange((p ->> 'startsAt')::timestamptz, (p ->> 'endsAt')::timestamptz) AS during,
           (p ->> 'day')::date AS on_day, coalesce((p ->> 'roomId')::uuid, (SELECT room_id FROM class_groups g WHERE g.class_id = $1 AND groups = ARRAY[g.number]), (SELECT room_id FROM classes WHERE id = $1)) AS room_id, (p ->> 'lecturerId')::uuid AS lecturer_id, groups
    FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS a (p, ordinal)
    CROSS JOIN LATERAL (SELECT CASE WHEN jsonb_typeof(p -> 'groupNumbers') = 'array' THEN
      ARRAY(SELECT n::int FROM jsonb_array_elements_text(p -> 'groupNumbers') n) END AS groups) g
  )`;

/** Somebody of the class belongs to both the planned half-day `p` and the held one `h`. */
const forTheSame = `coalesce(h.group_numbers && p.groups, true)`;

/**
 * What planned half-days would meet: half-days of the class itself, of the room (their own, else the usual one of the class), of the lecturer, and of another class of
 * its manager or deputy. It is asked so that a refusal can name the other class; the constraints have the last word.
 */
@Injectable()
export class TimetableClashes {
  /** @param except a half-day that is being moved, which does not stand in its own way */
  async of(
    tx: Tx,
    classId: string,
    halfDays: readonly PlannedHalfDay[],
    except: string | null = null,
  ): Promise<FoundClash[]> {
    return tx.rows(
      `WITH ${planned}, held AS NOT MATERIALIZED (
         SELECT h.*, c.name AS class_name FROM half_days h JOIN classes c ON c.id = h.class_id
         WHERE h.cancelled_at IS NULL AND h.id IS DISTINCT FROM $3::uuid
       ), lent AS MATERIALIZED (
         SELECT DISTINCT days.on_day, other.class_id, a.name
         FROM (SELECT DISTINCT on_day FROM planned) days
         CROSS JOIN LATERAL grants_in_force(days.on_day) own
         JOIN LATERAL grants_in_force(days.on_day) other ON other.account_id = own.account_id AND other.role = 'class_manager' AND other.group_number IS NULL AND other.class_id <> $1
           AND num_nonnulls(own.lent_from, other.lent_from) > 0
         JOIN accounts a ON a.id = own.account_id AND a.disabled_at IS NULL
         WHERE own.role = 'class_manager' AND own.group_number IS NULL AND own.class_id = $1
       ), clashing AS (
         SELECT p.ordinal, 'class' AS what, h.class_name AS name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.class_id = $1 AND ${forTheSame}
         UNION ALL
         SELECT p.ordinal, 'room', r.name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.held_room_id = p.room_id AND NOT (h.class_id = $1 AND ${forTheSame})
           JOIN rooms r ON r.id = h.held_room_id
         UNION ALL
         SELECT p.ordinal, 'lecturer', l.full_name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.lecturer_id = p.lecturer_id AND NOT (h.class_id = $1 AND ${forTheSame})
           JOIN lecturers l ON l.id = h.lecturer_id
         UNION ALL
         SELECT p.ordinal, 'manager', a.name, h.* FROM planned p
           JOIN own_grants own ON own.class_id = $1 AND own.role = 'class_manager' AND own.group_number IS NULL AND own.granted_at < upper(p.during)
           JOIN accounts a ON a.id = own.account_id AND a.disabled_at IS NULL
           JOIN manager_hours taken ON taken.account_id = a.id AND taken.class_id <> $1 AND taken.during && p.during
           JOIN held h ON h.id = taken.half_day_id
         UNION ALL
         SELECT p.ordinal, 'deputy', d.name, h.* FROM planned p JOIN lent d ON d.on_day = p.on_day
           JOIN held h ON h.class_id = d.class_id AND h.during && p.during
       )
       SELECT ordinal, what, name, class_name, day, part, lower(during) AS starts_at, upper(during) AS ends_at,
              CASE what WHEN 'room' THEN room_shared_reason WHEN 'manager' THEN manager_overlap_reason END AS shared_reason
       FROM clashing ORDER BY ordinal, what`,
      [classId, JSON.stringify(halfDays), except],
    );
  }
}
