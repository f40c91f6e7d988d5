import { Actor } from '../src/platform/access/actor';
import { Database } from '../src/platform/database/database';
import { type Action, declareActions } from '../src/platform/journal/actions';
import { Journal } from '../src/platform/journal/journal';
import { sealJournal } from '../src/platform/journal/journal.jobs';
import { playIntermediateClass } from './acts/intermediate-class';
import { setUp } from './acts/organization';
import { countAgainstPlan, planYears } from './acts/plan';
import { playToday } from './acts/today';
import type { Stage } from './stage';

export const { started, finished } = declareActions('demo', {
  started: { vi: 'đã bắt đầu câu chuyện minh họa', en: 'began the story' },
  finished: { vi: 'đã kể xong câu chuyện minh họa', en: 'ended the story' },
});

/** The whole story on an empty database, up to today. */
export async function play(stage: Stage): Promise<void> {
  const today = stage.clock.today();
  await mark(stage, started);
  await setUp(stage);
  await planYears(stage, today);
  await playIntermediateClass(stage);
  await playToday(stage, today);
  await countAgainstPlan(stage, today);
  await stage.work(sealJournal, {});
  await mark(stage, finished);
}

async function mark(stage: Stage, action: Action): Promise<void> {
  await stage.get(Database).inTransaction((tx) =>
    stage.get(Journal).write(tx, Actor.service('demo'), {
      action,
      subject: { type: 'demo', id: '00000000-0000-0000-0000-000000000000' },
    }),
  );
}
