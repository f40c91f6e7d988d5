import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { InvalidInput, NotAllowed } from '../platform/problems/refusals';
import { type FirstStep, mayBeLookedAt, type StepAnswer } from './first-steps';
import { mayBegin } from './first-steps.policy';
import { firstStepActions } from './first-steps.words';

/** What a person says of a step: that it was looked at, or that the office does without. */
@Injectable()
export class FirstStepsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @param answer null takes back what was said @throws NotAllowed | InvalidInput */
  async answer(actor: Actor, step: FirstStep, answer: StepAnswer | null): Promise<void> {
    if (!mayBegin(actor)) throw new NotAllowed();
    if (answer === 'looked_at' && !mayBeLookedAt(step)) throw doneOrSkipped();
    await this.database.inTransaction(async (tx) => {
      if (answer === null) await tx.execute('DELETE FROM first_step_answers WHERE step = $1', [step]);
      else
        await tx.execute(
          `INSERT INTO first_step_answers (step, answer, said_at, said_by) VALUES ($1, $2, $3, $4)
           ON CONFLICT (step) DO UPDATE SET answer = excluded.answer, said_at = excluded.said_at, said_by = excluded.said_by`,
          [step, answer, this.clock.now(), actor.accountId],
        );
      const { id } = await tx.row<{ id: string }>('SELECT organizing_bloc() AS id');
      await this.journal.write(tx, actor, {
        action: firstStepActions[answer ?? 'taken_up'],
        subject: { type: 'unit', id },
        unitId: id,
        facts: { step },
      });
    });
  }
}

const doneOrSkipped = () =>
  InvalidInput.field('answer', 'done_or_skipped', {
    vi: 'Bước này làm xong thì tự ghi nhận; nếu không cần, hãy bỏ qua.',
    en: 'This step shows by itself once it is done; where it is not needed, skip it.',
  });
