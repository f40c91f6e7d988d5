import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, NotAllowed } from '../../platform/problems/refusals';
import { TrainingPlansQueries } from '../training-plans.queries';
import { planActions } from '../training-plans.words';
import { bodiesOf } from './speakers';

/** A line as the reader saw it: another one is not confirmed in its place. */
export interface SeenLine {
  readonly id: string;
  readonly version: number;
}

/** Each committee confirms the lines of the plan as itself; what is changed afterwards is confirmed again. */
@Injectable()
export class PlanConfirmationsService {
  constructor(
    private readonly database: Database,
    private readonly plans: TrainingPlansQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** All of them or none; confirming twice changes nothing. Returns how many were new. @throws NotAllowed | ChangedMeanwhile | ConfirmedForAnother */
  async confirm(actor: Actor, year: number, lines: readonly SeenLine[]): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      // Who speaks for two committees confirms for the first, and leaves the other to somebody else.
      const [body] = bodiesOf(actor, await this.plans.bodies(tx));
      if (!body || actor.accountId === null) throw new NotAllowed();
      const seen = await tx.rows<{ id: string }>(
        `SELECT l.id FROM training_plan_lines l JOIN jsonb_to_recordset($2::jsonb) AS s (id uuid, version int)
           ON s.id = l.id AND s.version = l.version WHERE l.year = $1 ORDER BY l.id FOR SHARE OF l`,
        [year, JSON.stringify(lines)],
      );
      if (seen.length !== lines.length) throw new ChangedMeanwhile();
      const confirmed = await tx.rows<{ lineId: string }>(
        `INSERT INTO training_plan_confirmations (line_id, version, body_id, confirmed_at, confirmed_by)
         SELECT l.id, l.version, $2, $3, $4 FROM training_plan_lines l WHERE l.id = ANY ($1)
         ON CONFLICT (line_id, version, body_id) DO NOTHING RETURNING line_id`,
        [seen.map(({ id }) => id), body.id, this.clock.now(), actor.accountId],
      );
      await this.journal.write(
        tx,
        actor,
        ...confirmed.map(({ lineId }) => ({
          action: planActions.line_confirmed,
          subject: { type: 'training_plan_line', id: lineId },
          unitId: body.id,
          facts: { version: lines.find(({ id }) => id === lineId)?.version },
        })),
      );
      return confirmed.length;
    });
  }
}
