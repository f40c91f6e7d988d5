import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';

const many = 40;
const file = { name: 'roster.csv', content: Buffer.from('Họ và tên\n') };

describe('a unit among many', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let [pin, latin]: BuiltUnit[] = [];

  const unitNamed = async (code: string, nameVi: string, nameEn: string): Promise<BuiltUnit> => {
    const unit = await a.unit(code);
    await app.sql('UPDATE unit_names SET name_vi = $2, name_en = $3 WHERE unit_id = $1', unit.id, nameVi, nameEn);
    return unit;
  };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    await a.organization();
    for (let n = 1; n <= many; n += 1) await unitNamed(`DV-${n}`, `Chi bộ số ${n}`, `Cell ${n}`);
    pin = await unitNamed('PIN', 'Pin Ắc quy Miền Nam', 'Southern Battery');
    latin = await unitNamed('LIX', 'Bột giặt LIX', 'LIX Detergent');
    const whole = await unitNamed('ZZ', 'Chi bộ', 'Cell');
    await a.person({ in: whole, fullName: 'Phạm Thị Đông' });
    await a.person({ in: pin, fullName: 'Nguyễn Thị Ánh' });
    await a.person({ in: latin, fullName: 'Trần Văn Bình' });
    office = await a.office();
  });
  afterAll(() => app.stop());

  const listed = async (named: string) =>
    app.as(office).get<string>(`/people?unitId.named=${encodeURIComponent(named)}`);

  it.each(['PIN', 'pin', 'PIN – Pin Ắc quy Miền Nam', 'Pin Ắc quy Miền Nam', 'pin ac quy', 'southern battery'])(
    'is meant by “%s”, without script',
    async (named) => {
      const { status, text } = await listed(named);
      expect(status).toBe(200);
      expect(text).toContain('Nguyễn Thị Ánh');
      expect(text).not.toContain('Trần Văn Bình');
      expect(text).toContain(`name="unitId.named"`);
      expect(text).toContain(`value="${named}"`);
    },
  );

  it.each(['Chi bộ', 'chi bo', 'CELL'])(
    'is meant by “%s”, its whole name, which begins that of many',
    async (named) => {
      const { status, text } = await listed(named);
      expect(status).toBe(200);
      expect(text).toContain('Phạm Thị Đông');
    },
  );

  it.each(['/people', '/training-plans/2026/proposals'])(
    'keeps its name in the field of %s asked for by its id',
    async (path) => {
      const { text } = await app.as(office).get<string>(`${path}?unitId=${pin!.id}`);
      expect(text).toContain('value="PIN – Pin Ắc quy Miền Nam"');
      expect(text).not.toContain('Trần Văn Bình');
    },
  );

  it.each([
    ['Xí nghiệp Trăng', 'Không có đơn vị nào tên hoặc mã là “Xí nghiệp Trăng”.'],
    ['chi bo so', 'Có nhiều đơn vị ứng với “chi bo so”: DV-1 – Chi bộ số 1;'],
  ])('is asked for again at its field when “%s” names none or several', async (named, said) => {
    const { status, text } = await listed(named);
    expect(status).toBe(422);
    expect(text).toContain('id="filter-unitId-error"');
    expect(text).toContain(said);
    expect(text).toContain(`value="${named}"`);
  });

  it('is the same in English', async () => {
    const { text } = await app.as(office).with({ cookie: 'locale=en' }).get<string>('/people?unitId.named=Moon');
    expect(text).toContain('No unit has the name or the code “Moon”.');
  });

  it.each([
    ['/rooms', 'hostUnitId'],
    ['/people/:id/move/preview', 'unitId'],
    ['/unit-mergers/preview', 'intoUnitId'],
  ])('stays in the refused form of %s by its code and name', async (path, field) => {
    const { id } = await a.person({ in: latin });
    const { status, text } = await app.as(office).form(path.replace(':id', id), { [field]: pin!.id });
    expect(status).toBe(422);
    expect(text).toContain('value="PIN – Pin Ắc quy Miền Nam"');
  });

  it('is the Bloc, unless told, where certificates of several units are sent', async () => {
    const { bloc } = await a.organization();
    const label = async (text: Promise<{ text: string }>) =>
      /name="unitId\.named"[^>]*value="([^"]*)"|value="([^"]*)"[^>]*name="unitId\.named"/
        .exec((await text).text)
        ?.slice(1)
        .join('');
    expect(await label(app.as(office).get<string>('/certificate-imports'))).toMatch(new RegExp(`^${bloc.code} – `));
    const told = app
      .as(office)
      .upload<string>('/certificate-imports', file, { 'unitId.named': 'PIN', validMonths: 'x' });
    expect(await label(told)).toBe('PIN');
  });

  it('is found while one types plain letters', async () => {
    const { text } = await app.as(office).get<string>('/unit-choices?among=base&q=ac%20quy');
    expect(text).toContain('PIN – Pin Ắc quy Miền Nam');
    expect(text).not.toContain('LIX');
  });

  it('is refused in a form with what was typed still in it', async () => {
    const typed = { 'unitId.named': 'Xí nghiệp Trăng', code: 'P-9', fullName: 'Lê Văn Cường' };
    const { status, text } = await app.as(office).form('/people', typed);
    expect(status).toBe(422);
    expect(text).toContain('Không có đơn vị nào tên hoặc mã là “Xí nghiệp Trăng”.');
    expect(text).toContain('value="Xí nghiệp Trăng"');
  });

  it('is named in a form as well', async () => {
    const typed = {
      ...{ 'unitId.named': 'bot giat', code: 'LIX-77', fullName: 'Lê Văn Cường', sex: 'male', birthDate: '03/02/1990' },
      ...{ standing: 'non_member', education: 'university', keyCadre: 'false', planned: 'false', theoryLevel: 'none' },
    };
    await app.as(office).form('/people', typed);
    const made = await app.sql('SELECT unit_id AS id FROM persons WHERE code = $1', 'LIX-77');
    expect(made).toEqual([{ id: latin!.id }]);
  });

  it('is named where a file is sent', async () => {
    const page = await app.as(office).upload<string>('/roster-imports', file, { 'unitId.named': 'khong co' });
    expect(page.text).toContain('Không có đơn vị nào tên hoặc mã là “khong co”.');
    expect(page.text).toContain('value="khong co"');
  });

  it('is named apart from the role of its secretary', async () => {
    const { bloc } = await a.organization();
    const admin = await a.account({ roles: [['admin', bloc]] });
    const typed = { name: 'Hoa', email: 'hoa@example.vn', place: 'unit_secretary', locale: 'vi' };
    const refused = await app.signedIn(admin).form('/accounts', typed);
    expect(refused.text).toContain('Chưa ghi đơn vị.');
    await app.signedIn(admin).form('/accounts', { ...typed, 'unitId.named': 'PIN' });
    const held = await app.sql(
      `SELECT g.unit_id AS id FROM grants g JOIN accounts a ON a.id = g.account_id WHERE a.email = 'hoa@example.vn'`,
    );
    expect(held).toEqual([{ id: pin!.id }]);
  });
});

describe('a unit among few', () => {
  it('is chosen in a list', async () => {
    const app = await TestApp.start();
    const a = new Builders(app);
    await a.organization();
    const unit = await a.unit('PIN');
    await a.unit('LIX');
    const { text } = await app.as(await a.office()).get<string>('/people');
    expect(text).toContain(`<option value="${unit.id}"`);
    expect(text).not.toContain('unitId.named');
    await app.stop();
  });
});
