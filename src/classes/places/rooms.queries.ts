import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { keysetPage, type ListedByName, type NameOrder, type Orders, type PageOf } from '../../platform/paging';

export interface RoomItem {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly capacity: number;
  /** The unit whose room it is. */
  readonly hostUnitId: string | null;
}

const orders: Orders<NameOrder, RoomItem> = {
  name: [
    { column: 'name COLLATE "vi-x-icu"', type: 'text', value: ({ name }) => name },
    { column: 'id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class RoomsQueries {
  constructor(private readonly database: Database) {}

  /** By name, in Vietnamese order. */
  async list({ sort = 'name', ...part }: ListedByName): Promise<PageOf<RoomItem>> {
    const parameters: unknown[] = [];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<RoomItem>(
      `SELECT id, name, address, capacity, host_unit_id FROM rooms WHERE ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async room(id: string): Promise<RoomItem | null> {
    const [room] = await this.database.read<RoomItem>(
      `SELECT id, name, address, capacity, host_unit_id FROM rooms WHERE id = $1`,
      [id],
    );
    return room ?? null;
  }
}
