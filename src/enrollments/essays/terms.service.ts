import { Injectable } from '@nestjs/common';
import { ClassesService } from '../../classes/classes.service';
import { maySeeClass } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { NotAllowed, NotFound } from '../../platform/problems/refusals';
import { maySetEssayTerm } from '../enrollments.policy';
import { EssaysLocked } from './essays.refusals';
import { essayActions } from './essays.words';

/** Until when the essays of a class are due. Essays handed in before a change stay punctual or late as they were. */
@Injectable()
export class EssayTermsService {
  constructor(
    private readonly database: Database,
    private readonly classes: ClassesService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | NotAllowed | EssaysLocked */
  async set(actor: Actor, classId: string, dueAt: Date): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const trainingClass = await this.classes.loadForUpdate(tx, classId);
      if (!maySeeClass(actor, trainingClass)) throw new NotFound();
      if (!maySetEssayTerm(actor, classId)) throw new NotAllowed();
      if (trainingClass.hasEnded) throw new EssaysLocked();
      await tx.execute(
        `INSERT INTO essay_terms (class_id, due_at, set_at, set_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (class_id) DO UPDATE SET due_at = $2, set_at = $3, set_by = $4`,
        [classId, dueAt, this.clock.now(), actor.accountId],
      );
      const subject = { type: 'class', id: classId };
      await this.journal.write(tx, actor, { action: essayActions.due_set, subject, classId, facts: { dueAt } });
    });
  }
}
