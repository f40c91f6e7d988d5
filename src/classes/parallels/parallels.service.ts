import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { ClassesService } from '../classes.service';
import type { TrainingClass } from '../training-class.entity';
import { FollowsAnother, notParallel, ParallelNoMore } from './parallels.refusals';
import { parallelActions } from './parallels.words';

/** Several classes of one course share a timetable, each at places of its own. */
@Injectable()
export class ParallelsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly classes: ClassesService,
  ) {}

  /** Other classes follow the timetable of this one. @throws FollowsAnother | ClassNotInState | InvalidInput */
  async declare(actor: Actor, leadingId: string, classIds: readonly string[]): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const held = await this.load(tx, actor, [leadingId, ...classIds]);
      const leading = held.get(leadingId)!;
      leading.assertCanChange();
      if (leading.parallelToId !== null)
        throw new FollowsAnother(held.get(leading.parallelToId) ?? (await this.named(tx, leading.parallelToId)));
      const leads = await tx.rows<{ id: string }>(
        `SELECT DISTINCT parallel_to_id AS id FROM classes WHERE parallel_to_id = ANY ($1::uuid[]) AND NOT class_has_ended(state)`,
        [classIds],
      );
      for (const id of classIds) {
        const one = held.get(id)!;
        const isFree = id !== leadingId && one.courseId === leading.courseId && !one.hasEnded;
        if (!isFree || one.parallelToId !== null || leads.length > 0) throw notParallel();
        await this.follow(tx, actor, one, leadingId);
      }
    });
  }

  /** A class that was split off follows the one it was part of, or the one that class follows. */
  async followWith(tx: Tx, actor: Actor, classId: string, source: TrainingClass): Promise<void> {
    const one = await this.classes.loadForUpdate(tx, classId);
    await this.follow(tx, actor, one, source.parallelToId ?? source.id);
  }

  /** The class has a timetable of its own again; what it has stays. @throws NotFound | NotAllowed | ParallelNoMore */
  async end(actor: Actor, leadingId: string, classId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [follower] = await tx.rows<{ id: string }>(`SELECT id FROM classes WHERE id = $1 AND parallel_to_id = $2`, [
        classId,
        leadingId,
      ]);
      const one = (await this.load(tx, actor, follower ? [leadingId, classId] : [leadingId])).get(classId);
      if (one?.parallelToId !== leadingId) throw new ParallelNoMore();
      one.leadItself();
      await tx.save(one);
      await this.journal.write(tx, actor, {
        action: parallelActions.parallel_ended,
        subject: { type: 'class', id: classId },
        classId,
        facts: { leadingId },
      });
    });
  }

  private async follow(tx: Tx, actor: Actor, one: TrainingClass, leadingId: string): Promise<void> {
    one.follow(leadingId);
    await tx.save(one);
    await this.journal.write(tx, actor, {
      action: parallelActions.parallel_declared,
      subject: { type: 'class', id: one.id },
      classId: one.id,
      facts: { leadingId },
    });
  }

  private async load(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, TrainingClass>> {
    const held = new Map<string, TrainingClass>();
    for (const id of [...new Set(ids)].toSorted()) held.set(id, await this.classes.loadToManage(tx, actor, id));
    return held;
  }

  private async named(tx: Tx, id: string) {
    return tx.row<{ id: string; code: string }>('SELECT id, code FROM classes WHERE id = $1', [id]);
  }
}
