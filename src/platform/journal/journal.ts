import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../clock';
import type { Tx } from '../database/database';
import type { Action } from './actions';

/** The subject of a line about all of a kind and no one of them. */
export const noOne = '00000000-0000-0000-0000-000000000000';

/** What happened; `facts` holds no personal data beyond ids. */
export interface JournalLine {
  readonly action: Action;
  readonly subject: { readonly type: string; readonly id: string };
  readonly unitId?: string | null;
  readonly classId?: string | null;
  readonly personId?: string | null;
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/**
 * Writes lines, for a statement that does what they are about as well.
 * @param lines the parameter that holds what {@link Journal.rows} made
 * @param which the lines `l` that are written
 */
export const writeLines = (lines: string, which = 'true') => `
  INSERT INTO journal_lines (at, account_id, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, reason, facts)
  SELECT l.at, l."accountId", l."actorName", l.action, l."subjectType", l."subjectId", l."unitId", l."classId", l."personId", l.reason, l.facts
  FROM ROWS FROM (jsonb_to_recordset(${lines}::jsonb) AS (at timestamptz, "accountId" uuid, "actorName" text, action text, "subjectType" text,
    "subjectId" uuid, "unitId" uuid, "classId" uuid, "personId" uuid, reason text, facts jsonb)) WITH ORDINALITY
    AS l (at, "accountId", "actorName", action, "subjectType", "subjectId", "unitId", "classId", "personId", reason, facts, ordinal)
  WHERE ${which} ORDER BY l.ordinal`;

/** One line per use case, written in its transaction; lines are never changed (I9). */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  async write(tx: Tx, actor: Actor, ...lines: readonly JournalLine[]): Promise<void> {
    if (lines.length > 0) await tx.execute(writeLines('$1'), [JSON.stringify(this.rows(actor, lines))]);
  }

  /** Lines as {@link writeLines} reads them. */
  rows({ accountId, name: actorName }: Actor, lines: readonly JournalLine[]): readonly object[] {
    const at = this.clock.now();
    return lines.map(({ subject, facts = {}, ...line }) => ({
      ...{ at, accountId, actorName, ...line, facts },
      ...{ subjectType: subject.type, subjectId: subject.id },
    }));
  }
}
