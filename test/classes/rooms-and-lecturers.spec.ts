import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('rooms and lecturers', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  it('lists lecturers by given name in Vietnamese order, page by page', async () => {
    for (const fullName of ['NGUYỄN VĂN ĐỨC', 'Trần Thị Dung', 'Lê Văn Ân', 'Phạm An']) {
      expect((await app.as(office).post('/api/v1/lecturers', { fullName, workplace: 'Trường Chính trị' })).status).toBe(
        201,
      );
    }
    const first = await app
      .as(office)
      .get<{ items: { fullName: string }[]; next: string }>('/api/v1/lecturers?limit=3');
    expect(first.body.items.map(({ fullName }) => fullName)).toEqual(['Phạm An', 'Lê Văn Ân', 'Trần Thị Dung']);
    const second = await app
      .as(office)
      .get<{ items: object[]; next: null }>(`/api/v1/lecturers?after=${first.body.next}`);
    expect(second.body).toEqual({
      items: [expect.objectContaining({ fullName: 'Nguyễn Văn Đức', workplace: 'Trường Chính trị' })],
      next: null,
    });
  });

  it('refuses a second room of one name, in both languages', async () => {
    const room = { name: 'Hội trường lớn', address: '138 Hai Bà Trưng', capacity: 200 };
    expect((await app.as(office).post('/api/v1/rooms', room)).body).toMatchObject(room);
    const again = (language: string) => app.as(office, language).post('/api/v1/rooms', room);
    expect((await again('vi')).body).toMatchObject({
      status: 409,
      code: 'room_name_taken',
      detail: expect.stringContaining('Đã có phòng mang tên này') as string,
    });
    expect((await again('en')).body).toMatchObject({ errors: [{ field: 'name' }] });
  });

  it('may be read by the office and the administrator, and added by the office', async () => {
    const { bloc } = await a.organization();
    const admin = await a.account({ roles: [['admin', bloc]] });
    for (const path of ['/api/v1/rooms', '/api/v1/lecturers', '/rooms', '/lecturers']) {
      expect((await app.as(admin).get(path)).status).toBe(200);
      for (const account of [await a.secretaryOf(await a.unit()), await a.groupOfficer(), await a.account()]) {
        expect((await app.as(account).get(path)).status).toBe(403);
      }
    }
    expect((await app.as(admin).post('/api/v1/rooms', { name: 'P', address: 'Q', capacity: 1 })).status).toBe(403);
    expect((await app.as(admin).post('/api/v1/lecturers', { fullName: 'P', workplace: 'Q' })).status).toBe(403);
    expect((await app.as(admin).get<string>('/rooms')).text).not.toContain('Thêm phòng');
  });

  it('are added on their pages, which keep what was typed', async () => {
    const refused = await app.as(office).form('/rooms', { name: 'Phòng họp tầng 3', address: '', capacity: 'nhiều' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="Phòng họp tầng 3"');
    expect(refused.text).toContain('value="nhiều"');
    const added = await app.as(office).form('/rooms', { name: 'Phòng họp tầng 3', address: 'Quận 3', capacity: '40' });
    expect(added.headers.get('location')).toBe('/rooms');
    expect((await app.as(office).get<string>('/rooms')).text).toContain('Phòng họp tầng 3');
    await app.as(office).form('/lecturers', { fullName: 'Đỗ Thị Minh', workplace: 'Ban Tuyên giáo' });
    expect((await app.as(office).get<string>('/lecturers')).text).toContain('Đỗ Thị Minh');
  });
});
