import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import type { Reach } from '../../platform/access/reach';
import { Clock, type Day } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { TrainingPlansQueries } from '../training-plans.queries';
import { bodiesOf } from './speakers';

/** What of a plan waits for somebody. */
export interface PlanWork {
  readonly year: number;
  readonly lastDay: Day;
  /** Units that have said nothing while they still may. */
  readonly silent: number;
  /** Proposals nobody has answered. */
  readonly waiting: number;
  /** Lines the reader's committee has not confirmed as they are. */
  readonly toConfirm: number;
}

@Injectable()
export class PlanWorkQueries {
  constructor(
    private readonly database: Database,
    private readonly plans: TrainingPlansQueries,
    private readonly clock: Clock,
  ) {}

  /** Of the plans of this year and later ones, for who reads these units; only where something waits. */
  async of(actor: Actor, readers: Reach): Promise<PlanWork[]> {
    const [body] = bodiesOf(actor, await this.plans.bodies());
    const isRead = (column: string) => `($2::uuid[] IS NULL OR ${column} = ANY ($2))`;
    const rows = await this.database.read<PlanWork>(
      `SELECT s.year, s.last_day,
         (SELECT count(*)::int FROM training_plan_answers_due d WHERE d.year = s.year AND d.last_day >= $1::date AND ${isRead('d.unit_id')}) AS silent,
         (SELECT count(*)::int FROM training_plan_proposals p WHERE p.year = s.year AND p.state = 'proposed' AND ${isRead('p.unit_id')}) AS waiting,
         (SELECT count(*)::int FROM training_plan_lines l WHERE l.year = s.year AND $3::uuid IS NOT NULL AND NOT EXISTS (
           SELECT FROM training_plan_confirmations f WHERE f.line_id = l.id AND f.version = l.version AND f.body_id = $3)) AS to_confirm
       FROM training_plan_seasons s WHERE s.year >= extract(year FROM $1::date) ORDER BY s.year`,
      [this.clock.today(), readers, body?.id ?? null],
    );
    return rows.filter(({ silent, waiting, toConfirm }) => silent + waiting + toConfirm > 0);
  }
}
