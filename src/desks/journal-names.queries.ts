import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { JournalItem } from '../platform/journal/journal.queries';

/** What the things a journal speaks about are called, by id. */
export type NamesById = ReadonlyMap<string, string>;

@Injectable()
export class JournalNamesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofLines(lines: readonly JournalItem[]): Promise<NamesById> {
    const ids = lines.flatMap(({ subjectId, classId, personId, unitId }) => [subjectId, classId, personId, unitId]);
    const rows = await this.database.read<{ id: string; name: string }>(
      `SELECT id, name FROM classes WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, full_name FROM persons WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, coalesce(unit_name_on(id, $2), code) FROM units WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name FROM accounts WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name_vi FROM courses WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name FROM class_templates WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT l.id, k.name_vi || ' (' || l.quarter || '/' || l.year || ')' FROM (
         SELECT id, course_id, quarter, year FROM training_plan_lines UNION ALL SELECT id, course_id, quarter, year FROM training_plan_proposals
       ) l JOIN courses k ON k.id = l.course_id WHERE l.id = ANY ($1::uuid[])
       UNION ALL SELECT id, name FROM rooms WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name_vi FROM posts WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, name_vi FROM public_holidays WHERE id = ANY ($1::uuid[])
       UNION ALL SELECT id, full_name FROM lecturers WHERE id = ANY ($1::uuid[])`,
      [[...new Set(ids.filter((id) => id !== null))], this.clock.today()],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
