import { Injectable } from '@nestjs/common';
import { notInList } from '../../classes/classes.refusals';
import { Clock, type Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { InvalidInput } from '../../platform/problems/refusals';
import { assertFree } from './exam-clashes';
import { invigilatesThemselves, noSuchPerson } from './exams.refusals';

export interface WantedInvigilator {
  readonly lecturerId?: string | undefined;
  readonly personCode?: string | undefined;
  readonly roomId?: string | undefined;
  readonly phone?: string | undefined;
}

/** When, where and by whom; times are `HH:mm`. Rooms left out: the one of the half-day, else the usual one of the class. */
export interface WantedExam {
  readonly day: Day;
  readonly startTime: string;
  readonly endTime: string;
  readonly halfDayId?: string | undefined;
  readonly rooms?: readonly { readonly roomId: string; readonly places?: number | undefined }[] | undefined;
  readonly invigilators?: readonly WantedInvigilator[] | undefined;
  readonly roomSharedReason?: string | undefined;
  readonly note?: string | undefined;
}

interface Watching {
  readonly lecturerId: string | null;
  readonly personId: string | null;
  readonly name: string | null;
  readonly roomId: string | null;
  readonly phone: string | null;
}

/** Who kept watch before, and since when. */
export interface Watched {
  readonly id: string;
  readonly listedAt: Date;
}

/** Rooms and invigilators of an examination. */
@Injectable()
export class ExamPlacesService {
  constructor(private readonly clock: Clock) {}

  /** Its rooms in their order, then who keeps watch. */
  async furnish(
    tx: Tx,
    examId: string,
    during: string,
    wanted: WantedExam,
    usual: string | null,
    watched: readonly Watched[] | null = null,
  ): Promise<void> {
    const rooms = wanted.rooms ?? (await this.usualRooms(tx, wanted.halfDayId, usual));
    const roomIds = rooms.map(({ roomId }) => roomId);
    if (new Set(roomIds).size < roomIds.length) throw twice('rooms');
    const watching = await this.watching(tx, wanted.invigilators ?? [], roomIds);
    // Whoever comes with a change comes after it, and is told of the examination instead.
    const now = this.clock.now();
    const since = ({ personId, lecturerId }: Watching) =>
      watched?.find(({ id }) => id === (personId ?? lecturerId))?.listedAt ?? new Date(+now + (watched ? 1 : 0));
    await this.assertNobodySitsIt(tx, examId, watching);
    const shared = await assertFree(
      tx,
      {
        examId,
        during,
        halfDayId: wanted.halfDayId ?? null,
        roomIds,
        lecturerIds: watching.flatMap(({ lecturerId }) => lecturerId ?? []),
        personIds: watching.flatMap(({ personId }) => personId ?? []),
      },
      wanted.roomSharedReason,
    );
    const held = rooms.map((room) => ({ ...room, reason: shared.has(room.roomId) ? wanted.roomSharedReason : null }));
    await tx.execute(
      `INSERT INTO exam_rooms (exam_id, room_id, position, places, shared_reason)
       SELECT $1, "roomId", ordinal, places, reason
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("roomId" uuid, places int, reason text)) WITH ORDINALITY AS r ("roomId", places, reason, ordinal)`,
      [examId, JSON.stringify(held)],
    );
    await tx.execute(
      `INSERT INTO exam_invigilators (exam_id, position, lecturer_id, person_id, room_id, phone, listed_at)
       SELECT $1, ordinal, "lecturerId", "personId", "roomId", phone, "listedAt"
       FROM ROWS FROM (jsonb_to_recordset($2::jsonb) AS ("lecturerId" uuid, "personId" uuid, "roomId" uuid, phone text, "listedAt" timestamptz))
         WITH ORDINALITY AS i ("lecturerId", "personId", "roomId", phone, "listedAt", ordinal)`,
      [examId, JSON.stringify(watching.map((one) => ({ ...one, listedAt: since(one) })))],
    );
  }

  private async usualRooms(
    tx: Tx,
    halfDayId: string | undefined,
    usual: string | null,
  ): Promise<{ readonly roomId: string; readonly places?: number }[]> {
    const [halfDay] = halfDayId
      ? await tx.rows<{ roomId: string | null }>(`SELECT held_room_id AS room_id FROM half_days WHERE id = $1`, [
          halfDayId,
        ])
      : [];
    const roomId = halfDay?.roomId ?? usual;
    return roomId === null ? [] : [{ roomId }];
  }

  private async watching(
    tx: Tx,
    invigilators: readonly WantedInvigilator[],
    roomIds: readonly string[],
  ): Promise<Watching[]> {
    const codes = invigilators.flatMap(({ personCode }) => personCode ?? []);
    const people = await tx.rows<{ id: string; code: string; fullName: string }>(
      `SELECT id, code, full_name FROM persons WHERE code = ANY ($1)`,
      [codes],
    );
    const watching = invigilators.map(({ lecturerId, personCode, roomId, phone }, index): Watching => {
      const person = people.find(({ code }) => code === personCode);
      if (personCode !== undefined && !person) throw noSuchPerson(`invigilators.${index}.personCode`);
      if (lecturerId === undefined && !person) throw needsName(`invigilators.${index}.lecturerId`);
      if (roomId !== undefined && !roomIds.includes(roomId)) throw notInList(`invigilators.${index}.roomId`);
      return {
        lecturerId: person ? null : lecturerId!,
        personId: person?.id ?? null,
        name: person?.fullName ?? null,
        roomId: roomId ?? null,
        phone: phone ?? null,
      };
    });
    const ids = watching.map(({ lecturerId, personId }) => lecturerId ?? personId);
    if (new Set(ids).size < ids.length) throw twice('invigilators');
    return watching;
  }

  private async assertNobodySitsIt(tx: Tx, examId: string, watching: readonly Watching[]): Promise<void> {
    const sitting = await tx.rows<{ personId: string }>(
      `SELECT n.person_id FROM exam_candidates d JOIN enrollments n ON n.id = d.enrollment_id WHERE d.exam_id = $1`,
      [examId],
    );
    const both = watching.find(({ personId }) => sitting.some((one) => one.personId === personId));
    if (both) throw invigilatesThemselves(both.name!);
  }

  async roomsOf(tx: Tx, examId: string): Promise<string[]> {
    const rows = await tx.rows<{ roomId: string }>(
      `SELECT room_id FROM exam_rooms WHERE exam_id = $1 ORDER BY position`,
      [examId],
    );
    return rows.map(({ roomId }) => roomId);
  }
}

const twice = (field: string) =>
  InvalidInput.field(field, 'twice', {
    vi: 'Có phòng hoặc giám thị được ghi hai lần. Hãy giữ một.',
    en: 'A room or an invigilator is named twice; keep one.',
  });
const needsName = (field: string) =>
  InvalidInput.field(field, 'required', {
    vi: 'Hãy chọn giảng viên, hoặc ghi mã cán bộ của giám thị.',
    en: 'Choose a lecturer, or write the code of somebody on a roster.',
  });
