import type { Tx } from '../../platform/database/database';
import { ExamInvigilatorBusy, ExamRoomTaken } from './exams.refusals';

export interface WantedTime {
  /** The examination itself, which does not stand in its own way. */
  readonly examId: string | null;
  /** As PostgreSQL writes it. */
  readonly during: string;
  readonly halfDayId: string | null;
  readonly roomIds: readonly string[];
  readonly lecturerIds: readonly string[];
  readonly personIds: readonly string[];
}

interface Taken {
  readonly what: 'room' | 'watch';
  readonly id: string;
  readonly name: string;
}

/**
 * What takes the time of rooms and invigilators, so that a refusal can name it; the constraints have the last word.
 * @param sharedReason by whose decision rooms are shared
 * @returns the rooms that are shared by it
 * @throws ExamRoomTaken | ExamInvigilatorBusy
 */
export async function assertFree(tx: Tx, wanted: WantedTime, sharedReason: string | undefined): Promise<Set<string>> {
  const { examId, during, halfDayId, roomIds, lecturerIds, personIds } = wanted;
  await hold(tx, wanted);
  const taken = await tx.rows<Taken>(
    `WITH other AS (
       SELECT what, subject_id FROM exam_hours WHERE during && $2::tstzrange AND exam_id IS DISTINCT FROM $1::uuid
       UNION ALL SELECT 'room', held_room_id FROM half_days WHERE during && $2::tstzrange AND cancelled_at IS NULL
         AND room_shared_reason IS NULL AND id IS DISTINCT FROM $3::uuid
       UNION ALL SELECT 'lecturer', lecturer_id FROM half_days WHERE during && $2::tstzrange AND cancelled_at IS NULL AND id IS DISTINCT FROM $3::uuid
       UNION ALL SELECT 'person', person_id FROM attendance_lines WHERE person_id = ANY ($6::uuid[]) AND during && $2::tstzrange AND live
         AND overlap_reason IS NULL AND half_day_id IS DISTINCT FROM $3::uuid)
     SELECT DISTINCT 'room' AS what, r.id, r.name FROM other o JOIN rooms r ON r.id = o.subject_id WHERE o.what = 'room' AND r.id = ANY ($4::uuid[])
     UNION ALL SELECT DISTINCT 'watch', l.id, l.full_name FROM other o JOIN lecturers l ON l.id = o.subject_id WHERE o.what = 'lecturer' AND l.id = ANY ($5::uuid[])
     UNION ALL SELECT DISTINCT 'watch', p.id, p.full_name FROM other o JOIN persons p ON p.id = o.subject_id WHERE o.what = 'person' AND p.id = ANY ($6::uuid[])`,
    [examId, during, halfDayId, roomIds, lecturerIds, personIds],
  );
  const rooms = taken.filter(({ what }) => what === 'room');
  if (rooms.length > 0 && !sharedReason) throw new ExamRoomTaken(rooms[0]!.name);
  const watch = taken.find(({ what }) => what === 'watch');
  if (watch) throw new ExamInvigilatorBusy(watch.name);
  return new Set(rooms.map(({ id }) => id));
}

/** Before anything names them, in the order everybody holds them, because naming them is half a hold already. */
async function hold(tx: Tx, { roomIds, lecturerIds, personIds }: WantedTime): Promise<void> {
  await tx.execute(`SELECT FROM rooms WHERE id = ANY ($1) ORDER BY id FOR UPDATE`, [roomIds]);
  await tx.execute(`SELECT FROM lecturers WHERE id = ANY ($1) ORDER BY id FOR UPDATE`, [lecturerIds]);
  await tx.execute(`SELECT FROM persons WHERE id = ANY ($1) ORDER BY id FOR UPDATE`, [personIds]);
}
