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

const columns =
  'l.id, l.at, l.actor_name, l.action, l.subject_type, l.subject_id, l.unit_id, l.class_id, l.person_id, l.reason, l.facts';

const newest = (conditions: readonly string[], limit: string, of = columns) =>
  `SELECT ${of} FROM journal_lines l ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} ORDER BY l.id DESC LIMIT ${limit}`;

/** The newest of each action whose name begins so, and of those the newest: what seldom or never happened is not looked for in every line. */
const newestOfActions = (conditions: readonly string[], beginning: string, limit: string) =>
  `WITH RECURSIVE found (action) AS (
     (SELECT action COLLATE "C" FROM journal_lines WHERE action COLLATE "C" >= ${beginning} ORDER BY action COLLATE "C" LIMIT 1)
     UNION ALL
     SELECT next.action FROM found f CROSS JOIN LATERAL (
       SELECT action COLLATE "C" FROM journal_lines WHERE action COLLATE "C" > f.action ORDER BY action COLLATE "C" LIMIT 1) next
     WHERE starts_with(f.action, ${beginning}))
   SELECT ${columns} FROM found f CROSS JOIN LATERAL (
     ${newest(['l.action COLLATE "C" = f.action', ...conditions], limit, 'l.*')}) l
   WHERE starts_with(f.action, ${beginning}) ORDER BY l.id DESC LIMIT ${limit}`;

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
    const [before] = cursorValues(after, 1) ?? [];
    const parameters: unknown[] = [];
    const place = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = [
      unitIds && `l.unit_id = ANY (${place(unitIds)})`,
      classId && `l.class_id = ${place(classId)}`,
      subjectId && `l.subject_id = ${place(subjectId)}`,
      before && `l.id < ${place(before)}`,
    ].filter((condition) => typeof condition === 'string');
    // The lines of one are sooner looked through than all of an action.
    const isOfOne = classId !== undefined || subjectId !== undefined || unitIds?.length === 1;
    const lines = !action
      ? newest(conditions, place(limit + 1))
      : isOfOne
        ? newest([...conditions, `starts_with(l.action, ${place(action)})`], place(limit + 1))
        : newestOfActions(conditions, place(action), place(limit + 1));
    const rows = await this.database.read<JournalItem>(lines, parameters);
    return pageOf(rows, limit, ({ id }) => [id]);
  }
}
