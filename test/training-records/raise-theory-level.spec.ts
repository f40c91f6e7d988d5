import type { TheoryLevel } from '../../src/people/person.values';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { TheoryLevelsService } from '../../src/training-records/theory-levels.service';
import { TestApp } from '../app';
import { Builders } from '../builders';

describe('raising the theory level', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  const raise = (people: readonly { id: string }[], level: TheoryLevel) =>
    app.get(Database).inTransaction((tx) => {
      const ids = people.map(({ id }) => id);
      return app.get(TheoryLevelsService).raise(tx, Actor.service('spec'), ids, level);
    });
  const levelOf = async (id: string) => {
    const [row] = await app.sql<{ level: string; earned: string }>(
      `SELECT theory_level AS level, theory_level_earned AS earned FROM persons WHERE id = $1`,
      id,
    );
    return row;
  };

  it('raises everybody at once, with a journal line for whoever rose', async () => {
    const low = await a.person({ theoryLevel: 'none' });
    const middle = await a.person({ theoryLevel: 'elementary' });
    const high = await a.person({ theoryLevel: 'advanced' });
    await raise([low, middle, high], 'intermediate');
    expect(await levelOf(low.id)).toEqual({ level: 'intermediate', earned: 'intermediate' });
    expect(await levelOf(middle.id)).toEqual({ level: 'intermediate', earned: 'intermediate' });
    const lines = await app.sql(`SELECT person_id FROM journal_lines WHERE action = 'people.theory_level_raised'`);
    expect(lines.map(({ personId }) => personId).sort()).toEqual([low.id, middle.id].sort());
  });

  it('never lowers it, in whatever order levels arrive', async () => {
    const person = await a.person({ theoryLevel: 'advanced' });
    await raise([person], 'intermediate');
    expect(await levelOf(person.id)).toEqual({ level: 'advanced', earned: 'intermediate' });

    const twice = await a.person({ theoryLevel: 'none' });
    await raise([twice], 'intermediate');
    await raise([twice], 'elementary');
    expect(await levelOf(twice.id)).toEqual({ level: 'intermediate', earned: 'intermediate' });
  });

  it('is kept by the database too', async () => {
    const person = await a.person({ theoryLevel: 'elementary' });
    await raise([person], 'intermediate');
    await expect(person.becomes({ theoryLevel: 'elementary' })).rejects.toThrow('persons_keep_the_level_earned');
  });
});
