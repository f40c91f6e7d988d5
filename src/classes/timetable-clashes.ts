import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database';
import type { PlannedHalfDay } from './timetable';
import type { Clash } from './clash';

export interface FoundClash extends Clash {
  /** Which of the planned half-days it concerns. */
  readonly ordinal: number;
}

/**
 * What planned half-days would meet: half-days of the class itself, of the room and of the lecturer. It is asked so
 * that a refusal can name the other class; the constraints of `half_days` have the last word.
 */
@Injectable()
export class TimetableClashes {
  /** @param except a half-day that is being moved, which does not stand in its own way */
  async of(
    tx: Tx,
    classId: string,
    planned: readonly PlannedHalfDay[],
    except: string | null = null,
  ): Promise<FoundClash[]> {
    return tx.query(
      `WITH planned AS (
         SELECT ordinal::int - 1 AS ordinal, tstzrange((p ->> 'startsAt')::timestamptz, (p ->> 'endsAt')::timestamptz) AS during,
                (p ->> 'roomId')::uuid AS room_id, (p ->> 'lecturerId')::uuid AS lecturer_id
         FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY AS a (p, ordinal)
       ), held AS NOT MATERIALIZED (
         SELECT h.*, c.name AS class_name FROM half_days h JOIN classes c ON c.id = h.class_id
         WHERE h.cancelled_at IS NULL AND h.id IS DISTINCT FROM $3::uuid
       ), clashing AS (
         SELECT p.ordinal, 'class' AS what, h.class_name AS name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.class_id = $1
         UNION ALL
         SELECT p.ordinal, 'room', r.name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.room_id = p.room_id AND h.class_id <> $1
           JOIN rooms r ON r.id = h.room_id
         UNION ALL
         SELECT p.ordinal, 'lecturer', l.full_name, h.* FROM planned p JOIN held h ON h.during && p.during AND h.lecturer_id = p.lecturer_id AND h.class_id <> $1
           JOIN lecturers l ON l.id = h.lecturer_id
       )
       SELECT ordinal, what, name, class_name AS "className", day, part, lower(during) AS "startsAt", upper(during) AS "endsAt"
       FROM clashing ORDER BY ordinal, what`,
      [classId, JSON.stringify(planned), except],
    );
  }
}
