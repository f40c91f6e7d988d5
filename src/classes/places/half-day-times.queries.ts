import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';
import { type DayPart, dayParts, type PartTimes, type PeriodLength } from '../day-parts';

interface TimeRow {
  readonly roomId: string | null;
  readonly part: DayPart;
  readonly from: string;
  readonly to: string;
}

const timeRow = `SELECT room_id, part, to_char(starts, 'HH24:MI') AS "from", to_char(ends, 'HH24:MI') AS "to" FROM half_day_times`;

@Injectable()
export class HalfDayTimesQueries {
  constructor(private readonly database: Database) {}

  /** The usual times of a room; of no room, those everywhere else. */
  async of(roomId: string | null, tx: Tx = this.database.reader): Promise<PartTimes> {
    return (await this.ofRooms(roomId === null ? [] : [roomId], tx))(roomId);
  }

  /** The usual times of each of these rooms. */
  async ofRooms(
    roomIds: readonly string[],
    tx: Tx = this.database.reader,
  ): Promise<(roomId: string | null) => PartTimes> {
    const rows = await tx.rows<TimeRow>(`${timeRow} WHERE room_id IS NULL OR room_id = ANY ($1::uuid[])`, [roomIds]);
    const timeOf = (roomId: string | null, part: DayPart) =>
      rows.find((row) => row.roomId === roomId && row.part === part);
    return (roomId) => {
      const times = dayParts.map((part) => {
        const { from, to } = (timeOf(roomId, part) ?? timeOf(null, part))!;
        return [part, { from, to }] as const;
      });
      return Object.fromEntries(times) as PartTimes;
    };
  }

  /** How long periods and breaks are at each of these rooms; of no room, everywhere else. */
  async lengthsOf(
    roomIds: readonly string[],
    tx: Tx = this.database.reader,
  ): Promise<(roomId: string | null) => PeriodLength> {
    const rows = await tx.rows<PeriodLength & { readonly roomId: string | null }>(
      `SELECT room_id, period_minutes, break_minutes FROM period_lengths WHERE room_id IS NULL OR room_id = ANY ($1::uuid[])`,
      [roomIds],
    );
    return (wanted) => {
      const found = rows.find(({ roomId }) => roomId === wanted) ?? rows.find(({ roomId }) => roomId === null)!;
      return { periodMinutes: found.periodMinutes, breakMinutes: found.breakMinutes };
    };
  }
}
