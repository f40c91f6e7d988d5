import { Injectable } from '@nestjs/common';
import { ClassesService } from '../classes/classes.service';
import type { Actor } from '../platform/access/actor';
import { lockAlone } from '../platform/database/advisory-locks';
import { Database, type Tx } from '../platform/database/database';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { ChangedMeanwhile, found, NotAllowed } from '../platform/problems/refusals';
import { assertYear, type PlanLineFacts, TrainingPlanLine } from './training-plan-line.entity';
import { mayEditPlan } from './training-plans.policy';
import { TrainingPlansQueries } from './training-plans.queries';
import { CountsElsewhere, notAUnit, NothingCounted, nothingToCopy, YearHasLines } from './training-plans.refusals';
import { planActions } from './training-plans.words';
import { PlanProposal } from './proposals/plan-proposal.entity';

export interface NewPlanLine extends Omit<PlanLineFacts, 'note'> {
  readonly courseId: string;
  readonly note?: string | null | undefined;
}

@Injectable()
export class TrainingPlansService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly classes: ClassesService,
    private readonly plans: TrainingPlansQueries,
  ) {}

  /** @throws NotAllowed | PlanLineExists | InvalidInput */
  async add(actor: Actor, year: number, { courseId, note = null, ...facts }: NewPlanLine): Promise<string> {
    assertMay(actor);
    return this.database.inTransaction((tx) => this.addWith(tx, actor, year, { courseId, note, ...facts }));
  }

  async addWith(tx: Tx, actor: Actor, year: number, { courseId, note = null, ...facts }: NewPlanLine): Promise<string> {
    await lockYear(tx, year);
    const line = tx.create(TrainingPlanLine, { year, courseId });
    line.plan({ ...facts, note });
    const { id } = await tx.save(line);
    await this.write(tx, actor, planActions.line_added, id, { year, courseId, ...facts });
    return id;
  }

  /** Whom the line is for; for all where nobody is named. Another circle is another line: it is confirmed again. @throws InvalidInput | ChangedMeanwhile */
  async address(actor: Actor, id: string, unitIds: readonly string[], version: number | null): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      await this.load(tx, id, version);
      const base = await tx.rows<unknown>(`SELECT FROM units WHERE id = ANY ($1::uuid[]) AND kind = 'base'`, [unitIds]);
      if (base.length < unitIds.length) throw notAUnit();
      const gone = await tx.execute(
        'DELETE FROM training_plan_addressees WHERE line_id = $1 AND NOT unit_id = ANY ($2::uuid[])',
        [id, unitIds],
      );
      const added = await tx.execute(
        `INSERT INTO training_plan_addressees (line_id, unit_id) SELECT $1, id FROM unnest($2::uuid[]) id ON CONFLICT DO NOTHING`,
        [id, unitIds],
      );
      if (gone + added === 0) return;
      await tx.execute('UPDATE training_plan_lines SET version = version + 1 WHERE id = $1', [id]);
      await this.write(tx, actor, planActions.line_addressed, id, { unitIds });
    });
  }

  /** That a line is for a unit too, where it is for some: another circle is another line. Returns the line. @throws NotFound */
  async admitWith(tx: Tx, id: string, unitId: string): Promise<TrainingPlanLine> {
    const line = await this.load(tx, id, null);
    const added = await tx.execute(
      `INSERT INTO training_plan_addressees (line_id, unit_id) SELECT $1, id FROM units WHERE id = $2 AND kind = 'base'
         AND EXISTS (SELECT FROM training_plan_addressees WHERE line_id = $1) ON CONFLICT DO NOTHING`,
      [id, unitId],
    );
    if (added > 0) await tx.execute('UPDATE training_plan_lines SET version = version + 1 WHERE id = $1', [id]);
    return line;
  }

  /** @param version the one the change is made upon; null to change whatever is there @throws ChangedMeanwhile | PlanLineExists | InvalidInput */
  async change(actor: Actor, id: string, changes: Partial<PlanLineFacts>, version: number | null): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      const line = await this.load(tx, id, version);
      line.plan(changes);
      await tx.save(line);
      await this.write(tx, actor, planActions.line_changed, id, { ...changes });
    });
  }

  /** Cancelled classes count for nothing, so they do not hold a line; proposals it took in wait for an answer again. @throws ChangedMeanwhile | LineInUse */
  async remove(actor: Actor, id: string, version: number | null): Promise<number> {
    assertMay(actor);
    return this.database.inTransaction(async (tx) => {
      const line = await this.load(tx, id, version);
      const counted = await this.plans.counted(id, tx);
      line.assertRemovable(
        counted
          .filter(({ state, continues }) => state !== 'cancelled' && state !== 'merged' && !continues)
          .map(({ name }) => name),
      );
      await this.classes.leavePlanLineWith(tx, id);
      const proposals = await tx.findBy(PlanProposal, { lineId: id });
      for (const proposal of proposals) proposal.reopen();
      await tx.save(proposals);
      await tx.delete(TrainingPlanLine, { id });
      const { year, quarter, courseId } = line;
      await this.write(tx, actor, planActions.line_removed, id, { year, quarter, courseId });
      return year;
    });
  }

  /** Returns how many lines were copied. @throws YearHasLines | InvalidInput */
  async copy(actor: Actor, year: number, fromYear: number): Promise<number> {
    assertMay(actor);
    [year, fromYear].forEach(assertYear);
    return this.database.inTransaction(async (tx) => {
      await lockYear(tx, year);
      if ((await tx.countBy(TrainingPlanLine, { year })) > 0) throw new YearHasLines(year);
      const copied = await tx.rows<{ id: string }>(
        `INSERT INTO training_plan_lines (year, quarter, course_id, planned_classes, target_people, note, version)
         SELECT $1, quarter, course_id, planned_classes, target_people, note, 1 FROM training_plan_lines WHERE year = $2
         ORDER BY quarter, course_id RETURNING id`,
        [year, fromYear],
      );
      const [first] = copied;
      if (!first) throw nothingToCopy(fromYear);
      await tx.execute(
        `INSERT INTO training_plan_addressees (line_id, unit_id)
         SELECT l.id, a.unit_id FROM training_plan_addressees a JOIN training_plan_lines f ON f.id = a.line_id AND f.year = $2
         JOIN training_plan_lines l ON l.year = $1 AND l.course_id = f.course_id AND l.quarter = f.quarter`,
        [year, fromYear],
      );
      const facts = { fromYear, year, count: copied.length };
      await this.write(tx, actor, planActions.copied, first.id, facts);
      return copied.length;
    });
  }

  /** @throws NotFound | CountsElsewhere | NotOfPlanLine */
  async attach(actor: Actor, lineId: string, classId: string): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      const line = await this.load(tx, lineId, null);
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      if (trainingClass.planLineId !== null && trainingClass.planLineId !== lineId) throw new CountsElsewhere();
      await this.classes.countAgainstWith(tx, trainingClass, line);
      await this.write(tx, actor, planActions.class_attached, lineId, {}, classId);
    });
  }

  /** @throws NotFound | NothingCounted */
  async detach(actor: Actor, lineId: string, classId: string): Promise<void> {
    assertMay(actor);
    await this.database.inTransaction(async (tx) => {
      await this.load(tx, lineId, null);
      const trainingClass = await this.classes.loadToManage(tx, actor, classId);
      if (trainingClass.planLineId !== lineId) throw new NothingCounted();
      await this.classes.countAgainstWith(tx, trainingClass, null);
      await this.write(tx, actor, planActions.class_detached, lineId, {}, classId);
    });
  }

  /** Nobody attaches a class to the line until the transaction ends. */
  private async load(tx: Tx, id: string, version: number | null): Promise<TrainingPlanLine> {
    const line = found(await tx.findOne(TrainingPlanLine, { where: { id }, lock: { mode: 'pessimistic_write' } }));
    if (version !== null && line.version !== version) throw new ChangedMeanwhile();
    return line;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    lineId: string,
    facts: Readonly<Record<string, unknown>>,
    classId: string | null = null,
  ): Promise<void> {
    const subject = { type: 'training_plan_line', id: lineId };
    await this.journal.write(tx, actor, { action, subject, classId, facts });
  }
}

function assertMay(actor: Actor): void {
  if (!mayEditPlan(actor)) throw new NotAllowed();
}

/** A plan is copied into an empty year only, so nobody may add a line to it meanwhile. */
async function lockYear(tx: Tx, year: number): Promise<void> {
  await tx.execute(`SELECT ${lockAlone("'training plan of ' || $1::int")}`, [year]);
}
