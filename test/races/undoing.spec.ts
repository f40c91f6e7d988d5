import { Nomination } from '../../src/nominations/nomination.entity';
import { NominationsService } from '../../src/nominations/nominations.service';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { until } from '../completions/closing';
import { Crowd, waitingForLocks, whileHeld, without } from './crowd';

describe('a race of undoing an acceptance and telling of it', () => {
  let app: TestApp;
  let crowd: Crowd;

  // A database for each: what a control breaks must not be seen by the next.
  beforeEach(async () => {
    app = await TestApp.start({ DECISION_WAIT_MINUTES: '10' });
    crowd = await Crowd.gather(app, { units: 1, peopleEach: 1 });
  });
  afterEach(() => app.stop());

  const tell = async () => {
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
  };

  /** The acceptance is undone in its last moment, and while that goes on its time ends and people are told. */
  async function race(): Promise<{ undone: boolean; told: boolean }> {
    const { secretary, people } = crowd.sides[0]!;
    const inClass = await crowd.aClass(1);
    const person = people[0]!;
    await crowd.a.account({ person });
    const { id } = (await crowd.nominate(secretary, inClass, person.id)).body;
    await app.as(crowd.office).post(`/api/v1/nominations/${id}/acceptance`);
    let telling: Promise<void> = Promise.resolve();
    await whileHeld(
      app,
      { lock: `SELECT FROM persons WHERE id = '${person.id}' FOR NO KEY UPDATE`, waiting: 1 },
      () => app.as(crowd.office).post(`/api/v1/nominations/${id}/decision/reversal`),
      async (holder) => {
        app.clock.moveTo(new Date(app.clock.now().getTime() + 10 * 60_000));
        telling = tell();
        const waits = until(async () => ((await waitingForLocks(holder)) === 2 ? true : null));
        await Promise.race([telling, waits]);
      },
    );
    await telling;
    await tell();
    const [row] = await app.sql<{ undone: boolean; told: boolean }>(
      `SELECT n.state = 'submitted' AS undone, EXISTS (
         SELECT FROM reminders r WHERE r.nomination_id = n.id AND r.rule = 'nomination_accepted' AND r.state = 'written') AS told
       FROM nominations n WHERE n.id = $1`,
      id,
    );
    return row!;
  }

  it('undoes it and tells nobody', async () => {
    expect(await race()).toEqual({ undone: true, told: false });
    expect(await crowd.broken()).toEqual([]);
  });

  it('undoes it and tells of it all the same, when whoever undoes does not have the nomination alone', async () => {
    const unlocked: NominationsService['loadToEnd'] = (tx, id) => tx.findOneByOrFail(Nomination, { id });
    await without(app.get(NominationsService), 'loadToEnd', unlocked, async () => {
      expect(await race()).toEqual({ undone: true, told: true });
    });
  });
});
