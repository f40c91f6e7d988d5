import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { cursorValues, type PageOf, pageOf } from '../../platform/paging';

export interface RoomItem {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly capacity: number;
  /** The unit whose room it is. */
  readonly hostUnitId: string | null;
}

@Injectable()
export class RoomsQueries {
  constructor(private readonly database: Database) {}

  /** By name, in Vietnamese order. */
  async list({ limit, after }: { limit: number; after?: string | undefined }): Promise<PageOf<RoomItem>> {
    const [name = null, id = null] = cursorValues(after, 2) ?? [];
    const rows = await this.database.read<RoomItem>(
      `SELECT id, name, address, capacity, host_unit_id FROM rooms
       WHERE $1::text IS NULL OR (name COLLATE "vi-x-icu", id) > ($1, $2::uuid)
       ORDER BY name COLLATE "vi-x-icu", id LIMIT $3`,
      [name, id, limit + 1],
    );
    return pageOf(rows, limit, (room) => [room.name, room.id]);
  }

  async room(id: string): Promise<RoomItem | null> {
    const [room] = await this.database.read<RoomItem>(
      `SELECT id, name, address, capacity, host_unit_id FROM rooms WHERE id = $1`,
      [id],
    );
    return room ?? null;
  }
}
