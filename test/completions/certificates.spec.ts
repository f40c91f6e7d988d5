import { lookUps } from '../../src/completions/certificates/verifications.service';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import type { BuiltAccount, BuiltClass, BuiltPerson, BuiltUnit } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

interface Item {
  readonly id: string;
  readonly number: string;
  readonly holderName: string;
  readonly standing: string;
  readonly verificationCode: string;
}

describe('certificates', () => {
  let inClass: BuiltClass;
  let [mine, other]: BuiltUnit[] = [];
  let me: BuiltPerson;
  let holder: BuiltAccount;

  beforeAll(async () => {
    inClass = await given.class(await given.course({ nameVi: 'Bồi dưỡng đảng viên mới', nameEn: 'New members' }));
    [mine, other] = [await a.unit(), await a.unit()];
    me = await a.person({ in: mine!, fullName: 'Lê Thị Ánh' });
    holder = await a.account({ person: me });
    await given.enrolled(inClass, { person: me });
    await given.enrolled(inClass, { person: await a.person({ in: mine!, fullName: 'Phạm Văn Bình' }) });
    await given.enrolled(inClass, { person: await a.person({ in: other!, fullName: 'Trần Văn Cảnh' }) });
    await close(inClass);
  });

  const list = async (account: BuiltAccount, query = '') =>
    (await app.as(account).get<{ items: Item[]; next: string | null }>(`/api/v1/certificates${query}`)).body;
  const names = async (account: BuiltAccount, query = '') =>
    (await list(account, query)).items.map(({ holderName }) => holderName);

  it('are shown to the office and the Group whole, to a unit of its people, to a cadre the own, to nobody else', async () => {
    const all = ['Trần Văn Cảnh', 'Phạm Văn Bình', 'Lê Thị Ánh'];
    expect(await names(office)).toEqual(all);
    expect(await names(await a.groupOfficer())).toEqual(all);
    expect(await names(await a.secretaryOf(mine!))).toEqual(['Phạm Văn Bình', 'Lê Thị Ánh']);
    expect(await names(holder)).toEqual(['Lê Thị Ánh']);
    expect(await names(await a.account())).toEqual([]);
    expect((await app.as(null).get('/api/v1/certificates')).status).toBe(401);
  });

  it('are found by class, year, unit, name and number', async () => {
    expect(await names(office, `?classId=${inClass.id}&year=2026&unitId=${other!.id}`)).toEqual(['Trần Văn Cảnh']);
    expect(await names(office, '?year=2025')).toEqual([]);
    expect(await names(office, '?search=thi%20anh')).toEqual(['Lê Thị Ánh']);
    expect(await names(office, '?search=002/2026')).toEqual(['Phạm Văn Bình']);
    expect(await names(office, '?search=%25')).toEqual([]);
    expect(await names(await a.secretaryOf(mine!), `?unitId=${other!.id}`)).toEqual([]);
  });

  it('come in pages, the latest number first', async () => {
    const first = await list(office, '?limit=2');
    const second = await list(office, `?limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ number }) => number.slice(0, 3))).toEqual(['003', '002', '001']);
    expect(second.next).toBeNull();
  });

  it('are read one by one by whoever may see them', async () => {
    const [theirs] = (await list(office, `?unitId=${other!.id}`)).items;
    const path = `/api/v1/certificates/${theirs!.id}`;
    expect((await app.as(office).get(path)).body).toMatchObject({
      number: '003/2026/GCN-ĐUK',
      holderName: 'Trần Văn Cảnh',
      issuedOn: '2026-01-05',
      validUntil: '2031-01-05',
      standing: 'issued',
    });
    expect((await app.as(await a.secretaryOf(mine!)).get(path)).status).toBe(404);
  });

  it('are verified by anybody who holds the paper, who learns what is printed on it and no more', async () => {
    const [certificate] = (await list(office, '?search=anh')).items;
    const page = await app.as(null).get<string>(`/verify/${certificate!.verificationCode}`);
    expect(page.status).toBe(200);
    for (const said of [
      'Lê Thị Ánh',
      'Bồi dưỡng đảng viên mới',
      '15/12/2025',
      '19/12/2025',
      '05/01/2026',
      'Còn giá trị',
      `Đơn vị ${mine!.code}`,
      '1980',
      'Không xếp loại',
      'T/M Ban Thường vụ',
    ])
      expect(page.text).toContain(said);
    for (const kept of [me.id, me.code, 'Trưởng phòng Kỹ thuật', '12/05/1980']) expect(page.text).not.toContain(kept);
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
  });

  it('are recognised however the code was typed, and an unknown code says what to do', async () => {
    const [certificate] = (await list(office, '?search=anh')).items;
    const typed = certificate!.verificationCode.replaceAll('-', '').toLowerCase();
    expect((await app.as(null, 'en').get<string>(`/verify/${typed}`)).text).toContain('In force');
    const unknown = await app.as(null).get<string>('/verify/0000-0000-0000-0000');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('Hãy so lại từng ký tự');
  });

  it('say so when their time is over', async () => {
    const [expired] = (await list(office, '?search=binh')).items;
    const now = app.clock.now();
    app.clock.moveTo(new Date('2031-01-05T23:00:00+07:00'));
    expect((await app.as(null).get<string>(`/verify/${expired!.verificationCode}`)).text).toContain('Còn giá trị');
    app.clock.moveTo(new Date('2031-01-06T00:00:00+07:00'));
    expect((await app.as(null).get<string>(`/verify/${expired!.verificationCode}`)).text).toContain('Hết giá trị');
    app.clock.moveTo(now);
  });

  it('stand on a page with filters for who looks after units, and plainly for a cadre', async () => {
    const page = await app.as(office).get<string>('/certificates?search=cảnh');
    expect(page.text).toContain('003/2026/GCN-ĐUK');
    expect(page.text).not.toContain('001/2026/GCN-ĐUK');
    const own = await app.as(await a.account({ person: await a.person() }), 'en').get<string>('/certificates');
    expect(own.text).toContain('Chưa có giấy chứng nhận nào');
  });

  it('are sorted by name, day of issue and validity, and narrowed by register and state', async () => {
    const byName = ['Lê Thị Ánh', 'Phạm Văn Bình', 'Trần Văn Cảnh'];
    expect(await names(office, '?sort=name')).toEqual(byName);
    expect(await names(office, '?sort=-name')).toEqual(byName.toReversed());
    const first = await list(office, '?sort=validUntil&limit=2');
    const second = await list(office, `?sort=validUntil&limit=2&after=${first.next}`);
    expect([...first.items, ...second.items].map(({ number }) => number.slice(0, 3))).toEqual(['001', '002', '003']);
    const mixed = await app.as(office).get(`/api/v1/certificates?sort=name&after=${first.next}`);
    expect(mixed.status).toBe(422);
    expect(await names(office, '?series=GCN&standing=issued')).toHaveLength(3);
    expect(await names(office, '?series=KHAC')).toEqual([]);
    expect(await names(office, '?standing=expired')).toEqual([]);
    const now = app.clock.now();
    app.clock.moveTo(new Date('2031-01-06T00:00:00+07:00'));
    expect(await names(office, '?standing=expired')).toHaveLength(3);
    app.clock.moveTo(now);
  });

  it('are printed with typeface and code for the holder and whoever may see them, and for nobody else', async () => {
    const [certificate] = (await list(office, '?search=anh')).items;
    const path = `/api/v1/certificates/${certificate!.id}/pdf`;
    const printed = await app.as(holder).download(path);
    expect(printed.status).toBe(200);
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect(printed.content.toString('latin1')).toContain('Tinos');
    expect((await app.as(await a.secretaryOf(other!)).download(path)).status).toBe(404);
    expect((await app.as(null).download(path)).status).toBe(401);
    await app.as(office).download(path);
    const journalled = await app.sql(`SELECT person_id FROM journal_lines WHERE action = 'certificates.printed'`);
    expect(journalled).toEqual([{ personId: me.id }]);
  });

  it('are printed for a class in one file, a page each, as far as the reader may see them', async () => {
    const pagesFor = async (account: BuiltAccount) => {
      const { content } = await app.as(account).download(`/classes/${inClass.id}/certificates/pdf`);
      return content.toString('latin1').match(/\/Type \/Page\b/g)?.length;
    };
    expect(await pagesFor(office)).toBe(3);
    expect(await pagesFor(await a.secretaryOf(mine!))).toBe(2);
    const beyond = await app.as(office).download(`/api/v1/classes/${inClass.id}/certificates/pdf?part=2`);
    expect(beyond.status).toBe(404);
    expect((await app.as(office).get<string>(`/certificates?classId=${inClass.id}`)).text).toContain(
      'In giấy chứng nhận của lớp',
    );
  });

  it('are taken away as a paper as the list shows them, by the office alone, and the journal knows', async () => {
    const workbook = await app.as(office).download('/certificates/paper?format=xlsx&search=anh');
    expect(workbook.status).toBe(200);
    expect(workbook.headers.get('content-disposition')).toContain('so-cap-giay-chung-nhan.xlsx');
    const { rows } = await readWorkbook({ name: 'so.xlsx', content: workbook.content });
    expect(JSON.stringify(rows)).toContain('Lê Thị Ánh');
    expect(JSON.stringify(rows)).not.toContain('Phạm Văn Bình');
    expect((await app.as(await a.secretaryOf(mine!)).download('/certificates/paper')).status).toBe(403);
    const [line] = await app.sql<{ count: string }>(
      `SELECT facts ->> 'count' AS count FROM journal_lines WHERE action = 'certificates.exported'`,
    );
    expect(line!.count).toBe('1');
  });

  it('are asked for by typing the code where there is no camera, and a missing code says what to type', async () => {
    const [certificate] = (await list(office, '?search=anh')).items;
    const typed = certificate!.verificationCode.replaceAll('-', ' ').toLowerCase();
    const found = await app.as(null).get<string>(`/verify?code=${encodeURIComponent(typed)}`);
    expect(found.headers.get('location')).toBe(`/verify/${certificate!.verificationCode}`);
    expect((await app.as(null).get<string>('/verify?code=')).text).toContain('Hãy gõ mã xác minh');
  });

  it('are looked up often by one reader, but not without end', async () => {
    const look = () => app.as(null, 'en').get<string>('/verify/0000-0000-0000-0000');
    await a.change('verification_attempts', {}, { points: lookUps - 1 });
    expect((await look()).status).toBe(404);
    const refused = await look();
    expect(refused.status).toBe(429);
    expect(refused.text).toContain('Too many codes were looked up');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
