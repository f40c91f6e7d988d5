import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { cursorValues, type PageOf, pageOf } from '../../platform/paging';
import type { TemplateFacts } from './template.entity';

export interface TemplateItem extends TemplateFacts {
  readonly id: string;
  readonly courseName: string;
  readonly courseNameEn: string;
  readonly roomName: string | null;
  readonly version: number;
}

const templateItem = `SELECT t.id, t.name, t.course_id AS "courseId", k.name_vi AS "courseName", k.name_en AS "courseNameEn", t.mode, t.capacity,
    t.min_size AS "minSize", t.pool_open AS "poolOpen", t.freed_to_pool AS "freedToPool", t.room_id AS "roomId", r.name AS "roomName",
    t.weekdays, t.parts, t.half_day_count AS "halfDayCount", t.note, t.version
  FROM class_templates t JOIN courses k ON k.id = t.course_id LEFT JOIN rooms r ON r.id = t.room_id`;

@Injectable()
export class ClassTemplatesQueries {
  constructor(private readonly database: Database) {}

  /** By name, in Vietnamese order. */
  async list({
    courseId,
    limit,
    after,
  }: {
    courseId?: string | undefined;
    limit: number;
    after?: string | undefined;
  }): Promise<PageOf<TemplateItem>> {
    const [name = null, id = null] = cursorValues(after, 2) ?? [];
    const rows = await this.database.read<TemplateItem>(
      `${templateItem}
       WHERE ($1::uuid IS NULL OR t.course_id = $1)
         AND ($2::text IS NULL OR (t.name COLLATE "vi-x-icu", t.id) > ($2, $3::uuid))
       ORDER BY t.name COLLATE "vi-x-icu", t.id LIMIT $4`,
      [courseId ?? null, name, id, limit + 1],
    );
    return pageOf(rows, limit, (template) => [template.name, template.id]);
  }

  async template(id: string): Promise<TemplateItem | null> {
    const [template] = await this.database.read<TemplateItem>(`${templateItem} WHERE t.id = $1`, [id]);
    return template ?? null;
  }

  /** A class as a template of it would be: its usual days are those of its half-days. */
  async asInClass(classId: string): Promise<TemplateFacts | null> {
    const [facts] = await this.database.read<TemplateFacts>(
      `SELECT c.name, c.course_id AS "courseId", c.mode, c.capacity, c.min_size AS "minSize", c.pool_open AS "poolOpen",
              c.freed_to_pool AS "freedToPool", c.room_id AS "roomId", NULL AS note,
              coalesce(h.weekdays, '{}') AS weekdays, coalesce(h.parts, '{}') AS parts, nullif(h.count, 0) AS "halfDayCount"
       FROM classes c CROSS JOIN LATERAL (
         SELECT array_agg(DISTINCT extract(isodow FROM day)::int) AS weekdays, array_agg(DISTINCT part) AS parts, count(*)::int AS count
         FROM half_days WHERE class_id = c.id AND cancelled_at IS NULL) h
       WHERE c.id = $1`,
      [classId],
    );
    return facts ?? null;
  }
}
