import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from './rosters';

interface Post {
  readonly id: string;
  readonly nameVi: string;
  readonly rank: string;
  readonly makesKeyCadre: boolean;
  readonly spellings: readonly string[];
  readonly citation: { readonly vi: string };
  readonly verified: boolean;
  readonly version: number;
  readonly people: number;
}

interface Held {
  readonly post: { readonly vi: string; readonly rank: string } | null;
  readonly partyPost: { readonly vi: string } | null;
  readonly isKeyCadre: boolean;
}

describe('posts and their rank', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
  });

  const held = async (id: string) => (await app.as(office).get<Held>(`/api/v1/people/${id}`)).body;
  const of = async (position: string | null, partyPosition: string | null = null, keyCadre = false) => {
    const { post, partyPost, isKeyCadre } = await held(
      (await a.person({ in: unit, position, partyPosition, keyCadre })).id,
    );
    return [post?.vi ?? null, partyPost?.vi ?? null, isKeyCadre];
  };
  const list = async (query = '') =>
    (await app.as(office).get<{ items: Post[]; next: string | null }>(`/api/v1/posts${query}`)).body.items;
  const named = async (name: string) => (await list('?limit=500')).find(({ nameVi }) => nameVi === name)!;
  const said = ({ nameVi, rank, makesKeyCadre, spellings, citation, verified }: Post) => ({
    ...{ nameVi, rank, makesKeyCadre, spellings, citationVi: citation.vi, verified },
  });
  const unknown = async (query = '?limit=500') =>
    (
      await app
        .as(office)
        .get<{ items: { text: string; people: number; place: string }[] }>(`/api/v1/posts/unknown-texts${query}`)
    ).body.items;

  it('are found in what rosters write, the longest spelling first, whatever follows it', async () => {
    expect(await of('PHÓ TRƯỞNG PHÒNG Vật tư')).toEqual(['Phó Trưởng phòng', null, true]);
    expect(await of('truong phong ke hoach')).toEqual(['Trưởng phòng', null, true]);
    expect(await of('TP. Kỹ thuật')).toEqual(['Trưởng phòng', null, true]);
    expect(await of('P.GĐ')).toEqual(['Phó Giám đốc', null, true]);
    expect(await of('PGĐ Xí nghiệp 3')).toEqual(['Phó Giám đốc xí nghiệp, chi nhánh, nhà máy', null, true]);
    expect(await of('Kế toán trưởng')).toEqual(['Kế toán trưởng', null, true]);
    expect(await of('Kế toán')).toEqual(['Nhân viên, chuyên viên', null, false]);
    expect(await of('Trợ lý Tổng Giám đốc')).toEqual(['Nhân viên, chuyên viên', null, false]);
    expect(await of('Trưởng Ban kiểm soát')).toEqual(['Trưởng Ban kiểm soát', null, true]);
  });

  it('are several in one text or column, and the highest counts', async () => {
    expect(await of('Trưởng phòng kiêm Phó Giám đốc, Công ty mẹ')).toEqual(['Phó Giám đốc', null, true]);
    expect(await of('Tổ trưởng', 'BT chi bộ, UV BCH Đảng bộ')).toEqual(['Tổ trưởng', 'Đảng ủy viên', true]);
    expect(await of('Kỹ sư', 'Chi ủy viên', true)).toEqual(['Nhân viên, chuyên viên', 'Chi ủy viên', false]);
  });

  it('leave what the roster marks to count only where the catalogue knows no post', async () => {
    expect(await of('Điều phối viên dự án', null, true)).toEqual([null, null, true]);
    expect(await of(null, 'Chi ủy viên', true)).toEqual([null, 'Chi ủy viên', true]);
    const person = await a.person({ in: unit, position: 'Tổ trưởng sản xuất', keyCadre: true });
    expect(await held(person.id)).toMatchObject({ keyCadre: true, isKeyCadre: false });
    expect(await of('Tổng Giám đốc')).toEqual(['Tổng Giám đốc', null, true]);
  });

  it('follow what is corrected of somebody', async () => {
    const secretary = await a.secretaryOf(unit);
    const person = await a.person({ in: unit, position: 'Tổ trưởng' });
    const { body } = await app.as(secretary).patch<Held>(`/api/v1/people/${person.id}`, {
      position: 'Quản đốc Phân xưởng 2',
      reason: 'Bổ nhiệm',
    });
    expect(body).toMatchObject({ post: { vi: 'Quản đốc', rank: 'department' }, isKeyCadre: true });
  });

  it('let no foreman into a theory class for an “x”, and ask for the post of whom nobody knows', async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'key_cadre', {});
    const { id } = await a.trainingClass({ course });
    const people = [
      ['Lê Tổ Trưởng', 'Tổ trưởng', true],
      ['Lê Giám Đốc', 'Giám đốc', false],
      ['Lê Lạ', 'Điều phối viên', true],
      ['Lê Lạ Nữa', 'Điều phối viên', false],
    ] as const;
    for (const [fullName, position, keyCadre] of people)
      await a.person({ in: unit, fullName, position, keyCadre, planned: false });
    const { body } = await app.as(office).get<{
      items: {
        fullName: string;
        why: { vi: string };
        checks: { rule: string; outcome: string; sentence: { vi: string } }[];
      }[];
    }>(`/api/v1/classes/${id}/candidates?unitId=${unit.id}`);
    const found = body.items.map(({ fullName, checks }) => [
      fullName,
      checks.find(({ rule }) => rule === 'key_cadre')!.outcome,
    ]);
    expect(Object.fromEntries(found)).toEqual({
      'Lê Tổ Trưởng': 'block',
      'Lê Giám Đốc': 'pass',
      'Lê Lạ': 'warn',
      'Lê Lạ Nữa': 'block',
    });
    const sentence = (name: string) =>
      body.items.find(({ fullName }) => fullName === name)!.checks.find(({ rule }) => rule === 'key_cadre')!.sentence
        .vi;
    expect(sentence('Lê Tổ Trưởng')).toContain('không phải chủ chốt theo danh mục chức vụ');
    expect(sentence('Lê Lạ')).toContain('văn phòng đào tạo bổ sung danh mục');
    expect(body.items.find(({ fullName }) => fullName === 'Lê Giám Đốc')!.why.vi).toContain('cán bộ chủ chốt');
    expect(body.items.find(({ fullName }) => fullName === 'Lê Tổ Trưởng')!.why.vi).not.toContain('cán bộ chủ chốt');
  });

  it('are tried out before they change: who would change is told, and nobody does', async () => {
    const [foreman, other] = [
      await a.person({ in: unit, fullName: 'Phạm Ca', position: 'Trưởng kíp A' }),
      await a.person({ in: unit, fullName: 'Phạm Bình', position: 'Trưởng kíp B', keyCadre: false }),
    ];
    const before = await named('Tổ trưởng');
    const post = { ...said(before), makesKeyCadre: true, spellings: [...before.spellings, 'Trưởng kíp'] };
    const trial = await app
      .as(office)
      .post<{ count: number; become: number; people: { fullName: string }[] }>('/api/v1/posts/trials', {
        postId: before.id,
        post,
      });
    expect(trial.status).toBe(200);
    expect(trial.body).toMatchObject({ become: expect.any(Number) as number });
    expect(trial.body.people.map(({ fullName }) => fullName)).toEqual(expect.arrayContaining(['Phạm Ca', 'Phạm Bình']));
    expect(await named('Tổ trưởng')).toEqual(before);
    expect(await held(other.id)).toMatchObject({ post: null, isKeyCadre: false });

    const kept = await app
      .as(office)
      .with({ 'if-match': `"${before.version}"` })
      .put<Post>(`/api/v1/posts/${before.id}`, post);
    expect(kept.body).toMatchObject({ makesKeyCadre: true, version: before.version + 1 });
    for (const { id } of [foreman, other])
      expect(await held(id)).toMatchObject({ post: { vi: 'Tổ trưởng' }, isKeyCadre: true });
    const again = app.as(office).with({ 'if-match': `"${before.version}"` });
    expect((await again.put(`/api/v1/posts/${before.id}`, post)).status).toBe(412);
    const [line] = await app.sql<{ facts: { people: number } }>(
      `SELECT facts FROM journal_lines WHERE action = 'posts.changed' AND subject_id = $1`,
      before.id,
    );
    expect(line!.facts.people).toBe(trial.body.count);
    expect((await app.as(office).put(`/api/v1/posts/${before.id}`, said(before))).status).toBe(200);
    expect(await held(foreman.id)).toMatchObject({ post: null });
  });

  it('that are ranked anew change who holds them, and those taken away leave them to the roster', async () => {
    const post = { nameVi: 'Trưởng trạm', rank: 'team', citationVi: 'Thông lệ', makesKeyCadre: true };
    const { body, status } = await app.as(office).post<Post>('/api/v1/posts', post);
    expect([status, body.verified, body.spellings]).toEqual([201, false, ['Trưởng trạm']]);
    const person = await a.person({ in: unit, position: 'Trưởng trạm bơm', keyCadre: false });
    expect(await held(person.id)).toMatchObject({ isKeyCadre: true });
    const reranked = { postId: body.id, post: { ...post, rank: 'department' } };
    expect((await app.as(office).post('/api/v1/posts/trials', reranked)).body).toMatchObject({ count: 1, become: 0 });
    expect((await app.as(office).post('/api/v1/posts/trials', { postId: body.id })).body).toMatchObject({ cease: 1 });
    expect((await app.as(office).delete(`/api/v1/posts/${body.id}`)).status).toBe(204);
    expect(await held(person.id)).toMatchObject({ post: null, isKeyCadre: false });
    expect((await app.as(office).get(`/api/v1/posts/${body.id}`)).status).toBe(404);
  });

  it('are written in one way each: what another has is refused by name, and so is what has no letters', async () => {
    const post = { nameVi: 'Chỉ huy trưởng', rank: 'department', citationVi: 'Thông lệ', spellings: ['P. GIAM DOC'] };
    const taken = await app.as(office).post<{ errors: { field: string; message: string }[] }>('/api/v1/posts', post);
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('Phó Giám đốc');
    const none = await app.as(office).post('/api/v1/posts', { ...post, spellings: ['…'] });
    expect([none.status, none.text]).toEqual([422, expect.stringContaining('cần có chữ')]);
    const long = await app.as(office).post('/api/v1/posts', { ...post, spellings: ['chỉ huy '.repeat(50)] });
    expect([long.status, long.text]).toEqual([422, expect.stringContaining('Chỉ cần ghi những từ đầu')]);
  });

  it('that the catalogue does not know are listed for the office, which settles them on their page', async () => {
    for (const position of ['Điều độ viên ca 1', 'ĐIỀU ĐỘ VIÊN CA 1', 'Giám sát an toàn'])
      await a.person({ in: unit, position, keyCadre: false });
    const texts = await unknown('?search=dieu do');
    expect(texts).toMatchObject([{ people: 2, place: 'position' }]);
    expect((await unknown('?limit=1'))[0]!.people).toBeGreaterThanOrEqual(2);
    const desk = await app.as(office).get('/');
    expect(desk.text).toContain('/posts/unknown-texts');
    const page = await app.as(office).get('/posts/unknown-texts?search=giam+sat');
    expect(page.text).toContain('Giám sát an toàn');
    const staff = await named('Nhân viên, chuyên viên');
    const form = await app.as(office).get(`/posts/${staff.id}?spelling=${encodeURIComponent('Giám sát')}`);
    expect(form.text).toContain('Giám sát');

    const fields = { ...said(staff), spellings: [...staff.spellings.slice(1), 'Giám sát'].join('\n') };
    const seen = await app.as(office).post(`/posts/${staff.id}`, { ...fields, version: `"${staff.version}"` });
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('Lưu vào danh mục');
    expect(await unknown('?search=giam sat')).toHaveLength(1);
    const fingerprint = /name="seen" value="([^"]*)"/.exec(seen.text)![1]!.replaceAll('&quot;', '"');
    const done = await app
      .as(office)
      .post(`/posts/${staff.id}`, { ...fields, version: `"${staff.version}"`, seen: fingerprint });
    expect(done.status).toBe(303);
    expect(await unknown('?search=giam sat')).toEqual([]);
    expect((await app.as(await a.secretaryOf(unit)).get('/posts/unknown-texts')).status).toBe(403);
  });

  it('are held against the mark of the roster: who is at odds is listed, to each unit its own, with a way out', async () => {
    const secretary = await a.secretaryOf(unit);
    const marked = await a.person({ in: unit, fullName: 'Hồ Đánh Dấu', position: 'Thủ kho', keyCadre: true });
    await a.person({ in: unit, fullName: 'Hồ Bỏ Sót', position: 'Trưởng phòng', keyCadre: false });
    await a.person({ in: unit, fullName: 'Hồ Khớp', position: 'Trưởng phòng', keyCadre: true });
    await a.person({ in: await a.unit(), fullName: 'Hồ Nơi Khác', position: 'Thủ kho', keyCadre: true });
    const names = async (query: string, as = secretary) =>
      (await app.as(as).get<{ items: { fullName: string }[] }>(`/api/v1/posts/contradictions${query}`)).body.items.map(
        ({ fullName }) => fullName,
      );
    expect(await names('')).toEqual(['Hồ Đánh Dấu', 'Hồ Bỏ Sót']);
    expect(await names('?kind=unmarked')).toEqual(['Hồ Bỏ Sót']);
    expect(await names('?search=noi khac', office)).toEqual(['Hồ Nơi Khác']);
    expect((await app.as(secretary).get('/')).text).toContain('2 người có dấu cán bộ chủ chốt trái với chức vụ');
    const page = await app.as(secretary).get('/posts/contradictions');
    expect(page.text).toContain(`/people/${marked.id}/edit`);
    expect(page.text).not.toContain('Hồ Nơi Khác');
    expect((await app.as(secretary).get(`/people/${marked.id}`)).text).toContain(
      'Đơn vị ghi chủ chốt, chức vụ thì không',
    );
    expect((await app.as(secretary).get('/posts/contradictions/workbook')).status).toBe(200);
    expect(await app.sql(`SELECT 1 FROM journal_lines WHERE action = 'posts.contradictions_exported'`)).toHaveLength(1);
  });

  it('are held against each row of a roster that is sent', async () => {
    const secretary = await a.secretaryOf(unit);
    const row = (n: number, position: string, mark: string) =>
      rosterRow(`${unit.code}-${n}`, `Lê An ${'ABC'[n]}`, { 'Chức vụ chính quyền': position, 'Cán bộ chủ chốt': mark });
    const file = rosterOf([row(0, 'Tổ trưởng', 'x'), row(1, 'Giám đốc', ''), row(2, 'Trưởng phòng', 'x')]);
    const { body } = await app.as(secretary).upload<DryRun>('/api/v1/roster-imports', file, { unitId: unit.id });
    const shown = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${body.id}`);
    expect(shown.body.rows.items.map(({ verdict, problems }) => [verdict, problems.map(({ code }) => code)])).toEqual([
      ['new', ['at_odds_with_post']],
      ['new', ['at_odds_with_post']],
      ['new', []],
    ]);
  });

  it('change once whoever is being stored is, so that nobody keeps the post of the catalogue before', async () => {
    const person = await a.person({ in: unit, position: 'Công nhân', keyCadre: false });
    const { running } = await app.get(Database).inTransaction(async (tx) => {
      await tx.execute(`UPDATE persons SET position = 'Trưởng bến số 1' WHERE id = $1`, [person.id]);
      const post = { nameVi: 'Trưởng bến', rank: 'team', citationVi: 'Thông lệ', makesKeyCadre: true };
      const changing = app.as(office).post('/api/v1/posts', post);
      for (let waiting = 0; waiting === 0;) {
        const row = await tx.row<{ count: number }>(
          `SELECT count(*)::int FROM pg_locks WHERE NOT granted AND relation = 'persons'::regclass`,
        );
        waiting = row.count;
      }
      return { running: changing };
    });
    expect((await running).status).toBe(201);
    expect(await held(person.id)).toMatchObject({ post: { vi: 'Trưởng bến' }, isKeyCadre: true });
  });

  it('are a list that sorts, filters, pages and is downloaded', async () => {
    const ranks = (await list('?limit=500')).map(({ rank }) => rank);
    expect(ranks[0]).toBe('unit');
    expect(ranks.at(-1)).toBe('staff');
    expect((await list('?makesKeyCadre=false&rank=team')).every(({ makesKeyCadre }) => !makesKeyCadre)).toBe(true);
    expect((await list('?search=btcb')).map(({ nameVi }) => nameVi)).toEqual(['Bí thư chi bộ']);
    expect((await list('?verified=true&sort=name')).length).toBeGreaterThan(5);
    const first = await app.as(office).get<{ next: string }>('/api/v1/posts?limit=2&sort=people');
    expect((await list(`?limit=2&sort=people&after=${encodeURIComponent(first.body.next)}`)).length).toBe(2);
    for (const path of ['/posts', '/posts/workbook', '/posts/new', '/posts/unknown-texts/workbook'])
      expect([path, (await app.as(office).get(path)).status]).toEqual([path, 200]);
    const english = await app.as(office).with({ cookie: 'locale=en' }).get('/posts?sort=-name');
    expect(english.text).toContain('Catalogue of posts');
  });
});
