import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { keysetPage, type ListedByName, type NameOrder, type Orders, type PageOf } from '../../platform/paging';

export interface LecturerItem {
  readonly id: string;
  readonly fullName: string;
  readonly workplace: string;
  readonly email: string | null;
  readonly phone: string | null;
}

const orders: Orders<NameOrder, LecturerItem & { readonly sortName: string }> = {
  name: [
    { column: 'sort_name', type: 'text', value: ({ sortName }) => sortName },
    { column: 'id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class LecturersQueries {
  constructor(private readonly database: Database) {}

  /** By given name, in Vietnamese order. */
  async list({ sort = 'name', ...part }: ListedByName): Promise<PageOf<LecturerItem>> {
    const parameters: unknown[] = [];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<LecturerItem & { readonly sortName: string }>(
      `SELECT id, full_name, workplace, email::text AS email, phone, sort_name FROM lecturers WHERE ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    const { items, next } = page.of(rows);
    return {
      items: items.map(({ id, fullName, workplace, email, phone }) => ({ id, fullName, workplace, email, phone })),
      next,
    };
  }

  async lecturer(id: string): Promise<LecturerItem | null> {
    const [lecturer] = await this.database.read<LecturerItem>(
      `SELECT id, full_name, workplace, email::text AS email, phone FROM lecturers WHERE id = $1`,
      [id],
    );
    return lecturer ?? null;
  }
}
