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

/** Of so few units each has its newest looked up; of more, all lines are gone through. */
const fewUnits = 30;

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

/** The newest of each unit, and of those the newest: what a quiet unit did long ago is not looked for in every line since. */
const newestOfUnits = (conditions: readonly string[], units: string, limit: string) =>
  `SELECT ${columns} FROM (SELECT DISTINCT unnest(${units}::uuid[]) AS id) u CROSS JOIN LATERAL (
     ${newest(['l.unit_id = u.id', ...conditions], limit, 'l.*')}) l ORDER BY l.id DESC LIMIT ${limit}`;

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
    const ofFew = unitIds && unitIds.length <= fewUnits ? place(unitIds) : null;
    const conditions = [
      unitIds && !ofFew && `l.unit_id = ANY (${place(unitIds)})`,
      classId && `l.class_id = ${place(classId)}`,
      subjectId && `l.subject_id = ${place(subjectId)}`,
      before && `l.id < ${place(before)}`,
    ].filter((condition) => typeof condition === 'string');
    // The lines of one are sooner looked through than all of an action.
    const isOfOne = classId !== undefined || subjectId !== undefined || ofFew !== null;
    const ofAction = action && isOfOne ? [`starts_with(l.action, ${place(action)})`] : [];
    const all = [...conditions, ...ofAction];
    const most = place(limit + 1);
    const lines = ofFew
      ? newestOfUnits(all, ofFew, most)
      : action && !isOfOne
        ? newestOfActions(all, place(action), most)
        : newest(all, most);
    const rows = await this.database.read<JournalItem>(lines, parameters);
    return pageOf(rows, limit, ({ id }) => [id]);
  }
}
