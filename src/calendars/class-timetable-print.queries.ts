import { Injectable } from '@nestjs/common';
import type { RoomItem } from '../classes/places/rooms.queries';
import { Database } from '../platform/database/database';

@Injectable()
export class ClassTimetablePrintQueries {
  constructor(private readonly database: Database) {}

  /** In the order asked for. */
  async rooms(ids: readonly string[]): Promise<RoomItem[]> {
    return this.database.read(
      `SELECT id, name, address, capacity FROM rooms WHERE id = ANY ($1::uuid[]) ORDER BY array_position($1::uuid[], id)`,
      [ids],
    );
  }
}
