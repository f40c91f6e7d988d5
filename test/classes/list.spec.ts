import type { ClassItem } from '../../src/classes/classes.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('the list of classes', () => {
  let app: TestApp;
  let a: Builders;
  let reader: BuiltAccount;
  let theory: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    reader = await a.secretaryOf(await a.unit());
    theory = await a.course({ kind: 'theory' });
    const planned = [
      { code: 'B-1', name: 'Bồi dưỡng đảng viên mới đợt 1', opensOn: '2026-03-01', closesOn: '2026-03-08' },
      {
        code: 'A-1',
        name: 'Áp dụng nghị quyết',
        opensOn: '2026-02-01',
        closesOn: '2026-02-02',
        callClosesAt: '2026-01-03T00:00:00+07:00',
      },
      {
        code: 'C-1',
        name: 'Cao cấp khóa 3',
        opensOn: '2025-09-01',
        closesOn: '2026-12-01',
        course: theory,
        state: 'confirmed' as const,
      },
      { code: 'D-1', name: 'Đợt 2 nhận thức về Đảng', opensOn: '2026-03-01', closesOn: '2026-03-05' },
      { code: 'Z-9', name: 'Bản thảo', opensOn: '2026-05-01', closesOn: '2026-05-05', state: 'draft' as const },
    ];
    for (const given of planned) await a.trainingClass(given);
  });
  afterAll(() => app.stop());

  const list = async (query = '', account = reader) => {
    const answer = await app.as(account).get<{ items: ClassItem[]; next: string | null }>(`/api/v1/classes${query}`);
    return { codes: answer.body.items.map(({ code }) => code), next: answer.body.next };
  };

  it('shows the newest opening day first, without drafts', async () => {
    const { codes, next } = await list();
    expect(codes.slice(0, 2).toSorted()).toEqual(['B-1', 'D-1']);
    expect(codes.slice(2)).toEqual(['A-1', 'C-1']);
    expect(next).toBeNull();
  });

  it('shows the office its drafts too', async () => {
    expect((await list('', await a.office())).codes).toContain('Z-9');
    expect((await list('?state=draft')).codes).toEqual([]);
  });

  it('sorts by name in Vietnamese order, both ways', async () => {
    expect((await list('?sort=name')).codes).toEqual(['A-1', 'B-1', 'C-1', 'D-1']);
    expect((await list('?sort=-name')).codes).toEqual(['D-1', 'C-1', 'B-1', 'A-1']);
  });

  it.each([
    ['with marks', 'Đảng viên'],
    ['without marks', 'dang vien'],
    ['in capitals', 'ĐẢNG VIÊN'],
    ['in decomposed letters', 'Đảng viên'.normalize('NFD')],
    ['by code', 'b-1'],
  ])('finds a class by part of its name %s', async (_, search) => {
    expect((await list(`?search=${encodeURIComponent(search)}`)).codes).toEqual(['B-1']);
  });

  it('takes what is typed as it is, not as a pattern', async () => {
    expect((await list(`?search=${encodeURIComponent('%')}`)).codes).toEqual([]);
    expect((await list(`?search=${encodeURIComponent('B_1')}`)).codes).toEqual([]);
  });

  it('narrows by course, state, year of opening and open call', async () => {
    expect((await list(`?courseId=${theory.id}`)).codes).toEqual(['C-1']);
    expect((await list('?state=confirmed')).codes).toEqual(['C-1']);
    expect((await list('?year=2025')).codes).toEqual(['C-1']);
    expect((await list('?openCall=true&sort=name')).codes).toEqual(['B-1', 'D-1']);
    expect((await list('?openCall=true&year=2025')).codes).toEqual([]);
  });

  it.each(['-opensOn', 'opensOn', 'name', '-name'])(
    'walks page by page through every class once, by %s',
    async (sort) => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list(
          `?sort=${sort}&limit=1${after ? `&after=${after}` : ''}`,
        );
        seen.push(...page.codes);
        after = page.next;
      } while (after);
      expect(seen).toEqual((await list(`?sort=${sort}`)).codes);
      expect(seen).toHaveLength(4);
    },
  );

  it('refuses a cursor of another order', async () => {
    const { next } = await list('?sort=name&limit=1');
    const refused = await app.as(reader).get(`/api/v1/classes?after=${next}`);
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'after', code: 'not_a_cursor' }] });
  });

  it('has a page with the same filters, and says what to do when nothing matches', async () => {
    const page = await app.as(reader).get<string>('/classes?search=cao+cap&sort=name');
    expect(page.text).toContain('Cao cấp khóa 3');
    expect(page.text).not.toContain('Áp dụng nghị quyết');
    expect(page.text).not.toContain('/classes/new');
    expect((await app.as(reader).get<string>('/classes?search=khong+co')).text).toContain('Hãy bỏ bớt điều kiện');
    expect((await app.as(await a.office()).get<string>('/classes')).text).toContain('/classes/new');
  });
});
