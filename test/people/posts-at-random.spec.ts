import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

interface Trial {
  readonly count: number;
  readonly become: number;
  readonly cease: number;
}

/** Words that are spellings of each other's beginnings, parted in every way a roster parts them. */
const words = ['lô', 'lô an', 'lô an ca', 'ca', 'Ca Đêm', 'P. lô', 'lô-an', 'an', 'đêm lô'];
const between = [', ', ' kiêm ', ' và ', '; ', ' ', ' – ', '/', '\n'];
const ranks = ['staff', 'team', 'department', 'unit'];

describe('a catalogue of posts that is changed at random', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let state = 7;

  const chance = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  const one = <Value>(of: readonly Value[]) => of[chance(of.length)]!;
  const text = () => Array.from({ length: 1 + chance(3) }, () => one(words)).join(one(between));

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    const unit = await a.unit();
    for (let at = 0; at < 30; at++)
      await a.person({
        in: unit,
        position: text(),
        partyPosition: chance(2) ? text() : null,
        keyCadre: chance(2) === 0,
      });
  });
  afterAll(() => app.stop());

  const keyCadres = async () =>
    app.sql<{ id: string; isKey: boolean; posts: string }>(
      `SELECT id, is_key_cadre(key_by_post, key_cadre) AS is_key, concat(post_id, party_post_id, planned_post_id, key_by_post) AS posts
       FROM persons ORDER BY id`,
    );

  it('changes those its dry run told of and nobody else, and leaves everybody with the post their text says', async () => {
    const posts: string[] = [];
    let changed = 0;
    for (let round = 0; round < 40; round++) {
      const id = posts.length > 0 && chance(2) ? one(posts) : undefined;
      const goes = id !== undefined && chance(4) === 0;
      const post = {
        ...{ nameVi: one(words), rank: one(ranks), makesKeyCadre: chance(2) === 0, citationVi: 'Mẫu' },
        ...(chance(2) && { spellings: [one(words), one(words)] }),
      };
      const trial = await app
        .as(office)
        .post<Trial>('/api/v1/posts/trials', { ...(id && { postId: id }), ...(!goes && { post }) });
      const before = await keyCadres();
      const path = `/api/v1/posts${id ? `/${id}` : ''}`;
      const by = app.as(office);
      const { status, body } = goes ? await by.delete(path) : id ? await by.put(path, post) : await by.post(path, post);
      expect([status, trial.status]).toEqual(trial.status === 200 ? [goes ? 204 : id ? 200 : 201, 200] : [422, 422]);
      if (status === 422) continue;
      if (goes) posts.splice(posts.indexOf(id), 1);
      else if (!id) posts.push((body as { id: string }).id);
      const after = await keyCadres();
      const became = after.filter(({ isKey }, at) => isKey && !before[at]!.isKey).length;
      const ceased = after.filter(({ isKey }, at) => !isKey && before[at]!.isKey).length;
      expect(trial.body).toMatchObject({ become: became, cease: ceased });
      const others = after.filter((person, at) => person.posts !== before[at]!.posts).length;
      expect(trial.body.count).toBeGreaterThanOrEqual(others);
      changed += others;
      const wrong = await app.sql(
        `SELECT FROM persons WHERE (post_id, party_post_id) IS DISTINCT FROM (post_written(position), post_written(party_position))`,
      );
      expect(wrong).toEqual([]);
    }
    expect(changed).toBeGreaterThan(10);
  });
});
