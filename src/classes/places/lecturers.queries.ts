import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { cursorValues, type PageOf, pageOf } from '../../platform/paging';

export interface LecturerItem {
  readonly id: string;
  readonly fullName: string;
  readonly workplace: string;
  readonly email: string | null;
  readonly phone: string | null;
}

@Injectable()
export class LecturersQueries {
  constructor(private readonly database: Database) {}

  /** By given name, in Vietnamese order. */
  async list({ limit, after }: { limit: number; after?: string | undefined }): Promise<PageOf<LecturerItem>> {
    const [name = null, id = null] = cursorValues(after, 2) ?? [];
    const rows = await this.database.read<LecturerItem & { sortName: string }>(
      `SELECT id, full_name, workplace, email::text AS email, phone, sort_name FROM lecturers
       WHERE $1::text IS NULL OR (sort_name, id) > ($1, $2::uuid)
       ORDER BY sort_name, id LIMIT $3`,
      [name, id, limit + 1],
    );
    const { items, next } = pageOf(rows, limit, (lecturer) => [lecturer.sortName, lecturer.id]);
    return {
      items: items.map(({ id: lecturerId, fullName, workplace, email, phone }) => ({
        id: lecturerId,
        fullName,
        workplace,
        email,
        phone,
      })),
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
