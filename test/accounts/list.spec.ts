import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';

interface Listed {
  readonly items: readonly { readonly name: string; readonly state: string }[];
  readonly next: string | null;
}

describe('the list of accounts', () => {
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;
  let secretary: BuiltAccount;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    const other = await a.unit();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    secretary = await a.secretaryOf(unit);
    await a.change('accounts', { id: admin.id }, { name: 'Lê Văn Yên' });
    await a.change('accounts', { id: secretary.id }, { name: 'Phạm Thị Bình' });
    for (const [fullName, of] of [
      ['Nguyễn Thị Ánh', unit],
      ['Nguyễn Văn An', unit],
      ['Vũ Thị Xuân', other],
    ] as const)
      await a.account({ person: await a.person({ in: of, fullName }) });
    await a.change('accounts', { name: 'Nguyễn Văn An' }, { acceptedAt: null });
    await a.change('accounts', { name: 'Vũ Thị Xuân' }, { disabledAt: app.clock.now(), disabledReason: 'x' });
  });
  afterAll(() => app.stop());

  const list = async (query = '', as = admin) => (await app.as(as).get<Listed>(`/api/v1/accounts${query}`)).body;
  const names = async (query = '', as = admin) => (await list(query, as)).items.map(({ name }) => name);

  it('is by given name, in the order asked for, page by page', async () => {
    const all = ['Nguyễn Văn An', 'Nguyễn Thị Ánh', 'Phạm Thị Bình', 'Vũ Thị Xuân', 'Lê Văn Yên'];
    expect(await names()).toEqual(all);
    expect(await names('?sort=-name')).toEqual(all.toReversed());
    for (const sort of ['name', '-name', 'email', '-email', 'createdAt', '-createdAt']) {
      const whole = await names(`?sort=${sort}`);
      const first = await list(`?sort=${sort}&limit=2`);
      const second = await list(`?sort=${sort}&limit=3&after=${first.next}`);
      expect([...first.items, ...second.items].map(({ name }) => name)).toEqual(whole);
      expect(second.next).toBeNull();
    }
  });

  it('is narrowed by words of a name, an address, role, unit and state', async () => {
    expect(await names('?search=nguyen anh')).toEqual(['Nguyễn Thị Ánh']);
    expect(await names(`?search=${secretary.email}`)).toEqual(['Phạm Thị Bình']);
    expect(await names('?search=%25')).toEqual([]);
    expect(await names('?role=unit_secretary')).toEqual(['Phạm Thị Bình']);
    expect(await names(`?unitId=${unit.id}`)).toEqual(['Nguyễn Văn An', 'Nguyễn Thị Ánh', 'Phạm Thị Bình']);
    expect(await names('?state=invited')).toEqual(['Nguyễn Văn An']);
    expect(await names('?state=locked')).toEqual(['Vũ Thị Xuân']);
    expect((await app.as(admin).get('/accounts?search=khongai')).text).toContain('Không có tài khoản nào khớp');
  });

  it('shows a secretary the people of the own unit, and nobody else', async () => {
    expect(await names('', secretary)).toEqual(['Nguyễn Văn An', 'Nguyễn Thị Ánh']);
    const [other] = (await list('?state=locked')).items as unknown as { id: string }[];
    expect((await app.as(secretary).get(`/accounts/${other!.id}`)).status).toBe(404);
    expect((await app.as(secretary).get(`/api/v1/accounts/${admin.id}`)).status).toBe(404);
  });

  it('is exported as it is filtered', async () => {
    const { status, content } = await app.as(admin).download('/accounts/workbook?state=active');
    expect(status).toBe(200);
    const { rows } = await readWorkbook({ name: 'tai-khoan.xlsx', content });
    const written = JSON.stringify(rows);
    for (const word of ['Nguyễn Thị Ánh', secretary.email]) expect(written).toContain(word);
    expect(written).not.toContain('Vũ Thị Xuân');
    const [line] = await app.sql<{ facts: unknown }>(
      `SELECT facts FROM journal_lines WHERE action = 'accounts.exported'`,
    );
    expect(line!.facts).toEqual({ count: 3 });
  });
});
