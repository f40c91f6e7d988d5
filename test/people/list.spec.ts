import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';

interface Listed {
  readonly items: readonly { id: string; fullName: string; code: string; birthDate: string }[];
  readonly next: string | null;
}

describe('the list of people', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let other: BuiltUnit;
  let office: BuiltAccount;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit('MIA');
    other = await a.unit('LAC');
    office = await a.office();
    secretary = await a.secretaryOf(unit);
    const people: [string, string, object][] = [
      ['Nguyễn Thị Ánh', 'MIA-01', { birthDate: '1985-01-01', theoryLevel: 'none' }],
      ['Trần Văn Thanh', 'MIA-02', { birthDate: '1981-01-01', keyCadre: false }],
      ['Lê Thị Đào', 'MIA-03', { birthDate: '1982-01-01', standing: 'probationary' }],
      ['Đỗ Thị Dung', 'MIA-04', { birthDate: '1983-01-01' }],
      ['Phạm 100%_Khoa', 'MIA-05', { birthDate: '1984-01-01' }],
    ];
    for (const [fullName, code, more] of people) await a.person({ in: unit, fullName, code, ...more });
    await a.person({ in: other, fullName: 'Nguyễn Thị Ánh', code: 'LAC-01' });
  });
  afterAll(() => app.stop());

  const list = async (account: BuiltAccount, query = '') => app.as(account).get<Listed>(`/api/v1/people${query}`);
  const codes = async (account: BuiltAccount, query: string) =>
    (await list(account, query)).body.items.map(({ code }) => code);

  it.each([
    ['nguyen thi anh', ['MIA-01']],
    ['NGUYỄN THỊ ÁNH', ['MIA-01']],
    ['ánh nguyễn', ['MIA-01']],
    ['anh', ['MIA-01']],
    ['dao', ['MIA-03']],
    ['mia-02', ['MIA-02']],
    ['02', ['MIA-02']],
    ['100%_k', ['MIA-05']],
    ['1__%', []],
    ['khong co ai', []],
  ])('finds by name, marked or not, or by code: %s', async (search, found) => {
    expect(await codes(secretary, `?search=${encodeURIComponent(search)}`)).toEqual(found);
  });

  it('sorts by the given name in Vietnamese order, by code and by birth date, both ways', async () => {
    expect(await codes(secretary, '')).toEqual(['MIA-05', 'MIA-01', 'MIA-04', 'MIA-03', 'MIA-02']);
    expect(await codes(secretary, '?sort=-name')).toEqual(['MIA-02', 'MIA-03', 'MIA-04', 'MIA-01', 'MIA-05']);
    expect(await codes(secretary, '?sort=-code')).toEqual(['MIA-05', 'MIA-04', 'MIA-03', 'MIA-02', 'MIA-01']);
    expect(await codes(secretary, '?sort=birthDate')).toEqual(['MIA-02', 'MIA-03', 'MIA-04', 'MIA-05', 'MIA-01']);
  });

  it.each(['name', '-name', 'code', 'birthDate', '-birthDate'])(
    'pages through everybody once, sorted by %s',
    async (sort) => {
      const whole = await codes(office, `?sort=${sort}`);
      const paged: string[] = [];
      let after: string | null = '';
      while (after !== null) {
        const cursor: string = after ? `&after=${after}` : '';
        const { body } = await list(office, `?sort=${sort}&limit=2${cursor}`);
        paged.push(...body.items.map(({ code }) => code));
        after = body.next;
      }
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(6);
    },
  );

  it('goes on only in the order it was begun in', async () => {
    const { next } = (await list(office, '?sort=name&limit=2')).body;
    for (const sort of ['-name', 'birthDate']) {
      const mixed = await app.as(office).get<{ code: string }>(`/api/v1/people?sort=${sort}&after=${next}`);
      expect([mixed.status, mixed.body.code]).toEqual([422, 'invalid_input']);
    }
  });

  it('narrows by key cadre, standing and theory level', async () => {
    expect(await codes(secretary, '?keyCadre=false')).toEqual(['MIA-02']);
    expect(await codes(secretary, '?standing=probationary')).toEqual(['MIA-03']);
    expect(await codes(secretary, '?theoryLevel=none')).toEqual(['MIA-01']);
    expect((await list(secretary, '?standing=unknown')).body).toMatchObject({ errors: [{ field: 'standing' }] });
  });

  it('shows a secretary the own unit alone; the people of another are not found', async () => {
    expect(await codes(secretary, '?search=anh')).toEqual(['MIA-01']);
    expect((await list(secretary, `?unitId=${other.id}`)).status).toBe(404);
    const [stranger] = (await list(office, `?unitId=${other.id}`)).body.items;
    expect((await app.as(secretary).get(`/api/v1/people/${stranger!.id}`)).status).toBe(404);
    expect((await app.as(secretary).get(`/people/${stranger!.id}`)).status).toBe(404);
    expect((await app.as(office).get(`/api/v1/people/${stranger!.id}`)).body).toMatchObject({
      code: 'LAC-01',
      unitCode: 'LAC',
      unitName: 'Đơn vị LAC',
    });
  });

  it('shows a cadre nobody but themselves', async () => {
    const person = await a.person({ in: unit, fullName: 'Võ Tự Xem', code: 'MIA-90' });
    const colleague = await a.person({ in: unit, fullName: 'Võ Người Khác', code: 'MIA-91' });
    const cadre = await a.account({ person });
    expect((await list(cadre)).status).toBe(403);
    expect((await app.as(cadre).get(`/api/v1/people/${person.id}`)).body).toMatchObject({ fullName: 'Võ Tự Xem' });
    expect((await app.as(cadre).get(`/api/v1/people/${colleague.id}`)).status).toBe(404);
    await a.remove('persons', { id: colleague.id });
  });

  it('leaves a journal line when somebody reads another person’s record, and none when it is one’s own', async () => {
    const person = await a.person({ in: unit, fullName: 'Võ Nhật Ký', code: 'MIA-92' });
    const cadre = await a.account({ person });
    await app.as(cadre).get(`/api/v1/people/${person.id}`);
    await app.as(secretary).get(`/api/v1/people/${person.id}`);
    await app.as(secretary).get(`/people/${person.id}`);
    const lines = await app.sql(
      `SELECT account_id AS by FROM journal_lines WHERE action = 'people.read' AND person_id = $1`,
      person.id,
    );
    expect(lines).toEqual([{ by: secretary.id }, { by: secretary.id }]);
  });

  it('is a page with the same filters, which says when nobody was found', async () => {
    const page = await app.as(secretary).get('/people?search=nguyen+thi+anh&keyCadre=true');
    expect(page.text).toContain('Nguyễn Thị Ánh');
    expect(page.text).toContain('value="nguyen thi anh"');
    expect(page.text).toContain('Tìm thấy 1 người');
    expect(page.text).not.toContain('LAC-01');
    expect((await app.as(secretary).get('/people?search=xyz')).text).toContain('Không tìm thấy ai');
  });
});
