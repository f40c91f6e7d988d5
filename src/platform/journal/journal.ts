import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../clock';
import type { Tx } from '../database/database';
import type { Action } from './actions';

/** What happened; `facts` holds no personal data beyond ids. */
/** The subject of a line about all of a kind and no one of them. */
export const noOne = '00000000-0000-0000-0000-000000000000';

export interface JournalLine {
  readonly action: Action;
  readonly subject: { readonly type: string; readonly id: string };
  readonly unitId?: string | null;
  readonly classId?: string | null;
  readonly personId?: string | null;
  readonly reason?: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** One line per use case, written in its transaction; lines are never changed (I9). */
@Injectable()
export class Journal {
  constructor(private readonly clock: Clock) {}

  async write(tx: Tx, actor: Actor, ...lines: readonly JournalLine[]): Promise<void> {
    if (lines.length === 0) return;
    await tx.execute(
      `INSERT INTO journal_lines (at, account_id, actor_name, action, subject_type, subject_id, unit_id, class_id, person_id, reason, facts)
       SELECT $1, $2, $3, l.action, l."subjectType", l."subjectId", l."unitId", l."classId", l."personId", l.reason, l.facts
       FROM jsonb_to_recordset($4::jsonb) AS l (action text, "subjectType" text, "subjectId" uuid, "unitId" uuid, "classId" uuid, "personId" uuid, reason text, facts jsonb)`,
      [this.clock.now(), actor.accountId, actor.name, JSON.stringify(lines.map(asRow))],
    );
  }
}

const asRow = ({ subject, facts = {}, ...line }: JournalLine) => ({
  ...line,
  facts,
  subjectType: subject.type,
  subjectId: subject.id,
});
