import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { keysetPage, type ListedByName, type NameOrder, type Orders, type PageOf } from '../../platform/paging';
import type { TemplateFacts } from './template.entity';

export interface TemplateItem extends TemplateFacts {
  readonly id: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly roomName: string | null;
  readonly version: number;
}

const templateItem = `SELECT t.id, t.name, t.course_id, k.name_vi AS course_name, k.name_en AS course_name_en, t.mode, t.capacity,
    t.min_size, t.pool_open, t.freed_to_pool, t.room_id, r.name AS room_name, t.weekdays, t.parts, t.half_day_count, t.note, t.version
  FROM class_templates t JOIN courses k ON k.id = t.course_id LEFT JOIN rooms r ON r.id = t.room_id`;

const orders: Orders<NameOrder, TemplateItem> = {
  name: [
    { column: 't.name COLLATE "vi-x-icu"', type: 'text', value: ({ name }) => name },
    { column: 't.id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class ClassTemplatesQueries {
  constructor(private readonly database: Database) {}

  /** By name, in Vietnamese order. */
  async list({
    courseId,
    sort = 'name',
    ...part
  }: ListedByName & { readonly courseId?: string | undefined }): Promise<PageOf<TemplateItem>> {
    const parameters: unknown[] = [courseId ?? null];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<TemplateItem>(
      `${templateItem}
       WHERE ($1::uuid IS NULL OR t.course_id = $1)
         AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async template(id: string): Promise<TemplateItem | null> {
    const [template] = await this.database.read<TemplateItem>(`${templateItem} WHERE t.id = $1`, [id]);
    return template ?? null;
  }

  /** A class as a template of it would be: its usual days are those of its half-days. */
  async asInClass(classId: string): Promise<TemplateFacts | null> {
    const [facts] = await this.database.read<TemplateFacts>(
      `SELECT c.name, c.course_id, c.mode, c.capacity, c.min_size, c.pool_open, c.freed_to_pool, c.room_id, NULL AS note,
              coalesce(h.weekdays, '{}') AS weekdays, coalesce(h.parts, '{}') AS parts, nullif(h.count, 0) AS half_day_count
       FROM classes c CROSS JOIN LATERAL (
         SELECT array_agg(DISTINCT extract(isodow FROM day)::int) AS weekdays, array_agg(DISTINCT part) AS parts, count(*)::int AS count
         FROM half_days WHERE class_id = c.id AND cancelled_at IS NULL) h
       WHERE c.id = $1`,
      [classId],
    );
    return facts ?? null;
  }
}
