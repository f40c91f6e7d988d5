import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import { lockAlone } from '../../platform/database/advisory-locks';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotAllowed } from '../../platform/problems/refusals';
import { assertUnitLives } from '../../organization/living-units';
import type { UnitKind } from '../../organization/unit-facts';
import { assertYear } from '../training-plan-line.entity';
import { isForUnits } from '../training-plans.queries';
import { mayEditPlan } from '../training-plans.policy';
import { planActions } from '../training-plans.words';
import { assertMaySpeakFor } from './proposals.policy';
import {
  AnsweredOtherwise,
  dayHasPassed,
  lineNotForUnit,
  SeasonNotOpen,
  SeasonOver,
  whichUnit,
} from './proposals.refusals';

/** How many people a unit means to send of one line. */
export interface Need {
  readonly lineId: string;
  readonly people: number;
}

/** The weeks in which a year is planned: units say how many people they mean to send, or that they need nothing. */
@Injectable()
export class PlanSeasonsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Asks the units, or gives them longer. @throws NotAllowed | InvalidInput */
  async open(actor: Actor, year: number, lastDay: Day): Promise<void> {
    if (!mayEditPlan(actor)) throw new NotAllowed();
    assertYear(year);
    if (lastDay < this.clock.today()) throw dayHasPassed();
    await this.database.inTransaction(async (tx) => {
      await tx.execute(
        `INSERT INTO training_plan_seasons (year, last_day, opened_at, opened_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (year) DO UPDATE SET last_day = excluded.last_day`,
        [year, lastDay, this.clock.now(), actor.accountId],
      );
      const bloc = await tx.row<{ id: string }>('SELECT organizing_bloc() AS id');
      const subject = { type: 'unit', id: bloc.id };
      await this.journal.write(tx, actor, { action: planActions.season_opened, subject, facts: { year, lastDay } });
    });
  }

  /** What the unit said before of other lines stays. @throws NotFound | SeasonNotOpen | SeasonOver | InvalidInput */
  async sayNeeds(actor: Actor, year: number, unitId: string, needs: readonly Need[]): Promise<void> {
    assertMaySpeakFor(actor, unitId);
    if (new Set(needs.map(({ lineId }) => lineId)).size < needs.length) throw lineNotForUnit();
    await this.database.inTransaction(async (tx) => {
      await this.beginAnswer(tx, actor, year, unitId);
      await assertSendsPeople(tx, unitId);
      const said = await tx.execute(
        `INSERT INTO training_plan_needs (line_id, unit_id, people, said_at, said_by)
         SELECT l.id, $2, n.people, $4, $5 FROM jsonb_to_recordset($3::jsonb) AS n ("lineId" uuid, people int)
         JOIN training_plan_lines l ON l.id = n."lineId" AND l.year = $1 AND ${isForUnits('ARRAY[$2::uuid]')}
         ORDER BY l.id FOR KEY SHARE OF l
         ON CONFLICT (line_id, unit_id) DO UPDATE SET people = excluded.people, said_at = excluded.said_at, said_by = excluded.said_by`,
        [year, unitId, JSON.stringify(needs), this.clock.now(), actor.accountId],
      );
      if (said !== needs.length) throw lineNotForUnit();
      if (needs.some(({ people }) => people > 0)) await this.takeBackNone(tx, year, unitId);
      await this.journal.write(tx, actor, {
        action: planActions.needs_said,
        subject: { type: 'unit', id: unitId },
        unitId,
        facts: { year, people: needs.reduce((sum, { people }) => sum + people, 0) },
      });
    });
  }

  /** @throws NotFound | SeasonNotOpen | SeasonOver | AnsweredOtherwise */
  async sayNone(actor: Actor, year: number, unitId: string, note: string | null): Promise<void> {
    assertMaySpeakFor(actor, unitId);
    await this.database.inTransaction(async (tx) => {
      await this.beginAnswer(tx, actor, year, unitId);
      await assertSendsPeople(tx, unitId);
      const [wants] = await tx.rows<unknown>(
        `SELECT FROM training_plan_proposals WHERE year = $1 AND unit_id = $2 AND state <> 'withdrawn'
         UNION ALL
         SELECT FROM training_plan_needs n JOIN training_plan_lines l ON l.id = n.line_id WHERE l.year = $1 AND n.unit_id = $2 AND n.people > 0
         LIMIT 1`,
        [year, unitId],
      );
      if (wants) throw new AnsweredOtherwise();
      await tx.execute(
        `INSERT INTO training_plan_no_needs (year, unit_id, note, said_at, said_by) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (year, unit_id) DO UPDATE SET note = excluded.note, said_at = excluded.said_at, said_by = excluded.said_by`,
        [year, unitId, note, this.clock.now(), actor.accountId],
      );
      await this.journal.write(tx, actor, {
        action: planActions.no_need_said,
        subject: { type: 'unit', id: unitId },
        unitId,
        reason: note,
        facts: { year },
      });
    });
  }

  /** Who wants something after all has not said that they need nothing. */
  async takeBackNone(tx: Tx, year: number, unitId: string): Promise<void> {
    await tx.execute('DELETE FROM training_plan_no_needs WHERE year = $1 AND unit_id = $2', [year, unitId]);
  }

  /** Answers of one unit take turns, so that no two of them contradict each other. @throws SeasonNotOpen | SeasonOver | UnitHasLeft | UnitIsMerged */
  async beginAnswer(tx: Tx, actor: Actor, year: number, unitId: string): Promise<void> {
    await this.assertOpen(tx, actor, year);
    await assertUnitLives(tx, unitId);
    await tx.execute(`SELECT ${lockAlone("'answers to the plan of ' || $1::uuid")}`, [unitId]);
  }

  /** The office enters afterwards what came by letter. @throws SeasonNotOpen | SeasonOver */
  async assertOpen(tx: Tx, actor: Actor, year: number): Promise<void> {
    const [season] = await tx.rows<{ lastDay: Day }>(
      'SELECT last_day FROM training_plan_seasons WHERE year = $1 FOR KEY SHARE',
      [year],
    );
    if (!season) throw new SeasonNotOpen(year);
    if (season.lastDay < this.clock.today() && !mayEditPlan(actor)) throw new SeasonOver(season.lastDay);
  }
}

/** A Group says it for its units, and sends nobody itself. @throws InvalidInput */
async function assertSendsPeople(tx: Tx, unitId: string): Promise<void> {
  const { kind } = await tx.row<{ kind: UnitKind }>('SELECT kind FROM units WHERE id = $1', [unitId]);
  if (kind !== 'base') throw whichUnit();
}
