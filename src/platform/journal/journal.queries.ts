import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../paging';

export interface JournalItem {
  readonly id: number;
  readonly at: Date;
  readonly actorName: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly unitId: string | null;
  readonly classId: string | null;
  readonly personId: string | null;
  readonly reason: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface JournalFilter {
  /** Only lines of these units; null reads all. */
  readonly unitIds: readonly string[] | null;
  readonly classId?: string;
  readonly subjectId?: string;
  readonly action?: string;
  readonly limit?: number;
  readonly after?: string;
}

@Injectable()
export class JournalQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list({
    unitIds,
    classId,
    subjectId,
    action,
    limit = usualPage,
    after,
  }: JournalFilter): Promise<PageOf<JournalItem>> {
    const [before] = cursorValues(after, 1) ?? [null];
    const rows = await this.database.read<JournalItem>(
      `SELECT id, at, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, reason, facts
       FROM journal_lines
       WHERE ($1::uuid[] IS NULL OR unit_id = ANY ($1)) AND ($2::uuid IS NULL OR class_id = $2) AND ($3::uuid IS NULL OR subject_id = $3)
         AND ($4::text IS NULL OR action LIKE $4 || '%') AND ($5::bigint IS NULL OR id < $5)
       ORDER BY id DESC LIMIT $6`,
      [unitIds, classId ?? null, subjectId ?? null, action ?? null, before, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => [id]);
  }
}
