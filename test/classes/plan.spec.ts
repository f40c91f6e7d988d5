import type { ClassItem } from '../../src/classes/classes.queries';
import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

describe('planning a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let courseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    courseId = (await a.course({ nameVi: 'Trung cấp lý luận chính trị', kind: 'theory' })).id;
  });
  afterAll(() => app.stop());

  let codes = 0;
  const newClass = (given: object = {}) => {
    codes += 1;
    return {
      code: `TC-${codes}`,
      courseId,
      name: 'Lớp Trung cấp khóa 12',
      mode: 'part_time',
      opensOn: '2026-02-07',
      closesOn: '2026-10-25',
      capacity: 40,
      ...given,
    };
  };
  const plan = async (given: object = {}) =>
    (await app.as(office).post<ClassItem>('/api/v1/classes', newClass(given))).body;

  it('makes a draft with all its seats in the common pool and writes it in the journal', async () => {
    const room = (
      await app.as(office).post<{ id: string }>('/api/v1/rooms', { name: 'Hội trường A', address: 'Q1', capacity: 120 })
    ).body;
    const answer = await app
      .as(office)
      .post<ClassItem>('/api/v1/classes', newClass({ capacity: 3, roomId: room.id, poolOpen: false }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.body).toMatchObject({
      state: 'draft',
      stage: 'draft',
      callIsOpen: false,
      capacity: 3,
      poolOpen: false,
      roomName: 'Hội trường A',
      courseName: 'Trung cấp lý luận chính trị',
      courseKind: 'theory',
      approvalSteps: ['bloc'],
      halfDayCount: 0,
      version: 1,
    });
    const seats = await app.sql(
      `SELECT number, unit_id FROM seats WHERE class_id = $1 ORDER BY number`,
      answer.body.id,
    );
    expect(seats).toEqual([1, 2, 3].map((number) => ({ number, unitId: null })));
    const [line] = await app.sql(`SELECT action, account_id FROM journal_lines WHERE class_id = $1`, answer.body.id);
    expect(line).toEqual({ action: 'classes.created', accountId: office.id });
  });

  it('refuses a code that is taken, in both languages', async () => {
    const { code } = await plan();
    const again = (language: string) => app.as(office, language).post('/api/v1/classes', newClass({ code }));
    expect((await again('vi')).body).toMatchObject({
      status: 409,
      code: 'class_code_taken',
      errors: [{ field: 'code' }],
    });
    expect((await again('en')).body).toMatchObject({ detail: 'Another class has this code. Choose another code.' });
  });

  it.each([
    ['an end before its start', { closesOn: '2026-02-06' }, 'closesOn', 'before_opening'],
    ['a course there is none of', { courseId: '00000000-0000-4000-8000-000000000000' }, 'courseId', 'not_in_list'],
    ['a room there is none of', { roomId: '00000000-0000-4000-8000-000000000000' }, 'roomId', 'not_in_list'],
    ['no seats', { capacity: 0 }, 'capacity', 'not_in_range'],
    ['no name', { name: ' ' }, 'name', 'required'],
    ['a state of its own', { state: 'confirmed' }, 'state', 'unknown_field'],
  ])('refuses %s, naming the field', async (_, given, field, code) => {
    const refused = await app.as(office).post('/api/v1/classes', newClass(given));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ errors: [{ field, code }] });
  });

  it('keeps drafts to the office and the administrator: others are told there is nothing', async () => {
    const { id } = await plan();
    const { bloc, group } = await a.organization();
    const admin = await a.account({ roles: [['admin', bloc]] });
    for (const account of [office, admin])
      expect((await app.as(account).get(`/api/v1/classes/${id}`)).status).toBe(200);
    const others = [
      await a.account({ roles: [['group_officer', group]] }),
      await a.account({ roles: [['data_officer', bloc]] }),
      await a.account({ roles: [['class_manager', { id }]] }),
      await a.secretaryOf(await a.unit()),
      await a.account({ person: await a.person() }),
    ];
    for (const account of others) {
      for (const path of [`/api/v1/classes/${id}`, `/api/v1/classes/${id}/half-days`, `/classes/${id}`]) {
        expect((await app.as(account).get(path)).status).toBe(404);
      }
      const list = await app.as(account).get<{ items: ClassItem[] }>('/api/v1/classes');
      expect(list.body.items.map((item) => item.id)).not.toContain(id);
      expect((await app.as(account).post('/api/v1/classes', newClass())).status).toBe(403);
      expect((await app.as(account).patch(`/api/v1/classes/${id}`, { name: 'Khác' })).status).toBe(403);
      expect((await app.as(account).get('/classes/new')).status).toBe(403);
    }
    expect((await app.as(admin).patch(`/api/v1/classes/${id}`, { name: 'Khác' })).status).toBe(403);
    expect((await app.as(null).get(`/api/v1/classes/${id}`)).status).toBe(401);
  });

  it('shows a class to everybody who is signed in once it is announced', async () => {
    const { id } = await a.trainingClass();
    for (const account of [
      await a.groupOfficer(),
      await a.secretaryOf(await a.unit()),
      await a.account({ person: await a.person() }),
    ]) {
      expect((await app.as(account).get(`/api/v1/classes/${id}`)).status).toBe(200);
      const page = await app.as(account).get<string>(`/classes/${id}`);
      expect(page.status).toBe(200);
      expect(page.text).not.toContain(`/classes/${id}/edit`);
    }
  });

  describe('and changing it', () => {
    it('changes what is sent and nothing else', async () => {
      const { id } = await plan({ name: 'Tên cũ' });
      const changed = await app
        .as(office)
        .patch<ClassItem>(`/api/v1/classes/${id}`, { name: 'Tên mới', mode: 'full_time' });
      expect(changed.body).toMatchObject({
        name: 'Tên mới',
        mode: 'full_time',
        capacity: 40,
        opensOn: '2026-02-07',
        version: 2,
      });
      const lines = await app.sql(
        `SELECT action, facts FROM journal_lines WHERE class_id = $1 ORDER BY id DESC LIMIT 1`,
        id,
      );
      expect(lines).toEqual([{ action: 'classes.changed', facts: { name: 'Tên mới', mode: 'full_time' } }]);
    });

    it('takes the room away when it is sent as nothing, and keeps it when it is left out', async () => {
      const room = (
        await app.as(office).post<{ id: string }>('/api/v1/rooms', { name: 'Phòng 2', address: 'Q3', capacity: 50 })
      ).body;
      const { id } = await plan({ roomId: room.id });
      expect((await app.as(office).patch(`/api/v1/classes/${id}`, { name: 'Khác' })).body).toMatchObject({
        roomId: room.id,
      });
      expect((await app.as(office).patch(`/api/v1/classes/${id}`, { roomId: null })).body).toMatchObject({
        roomId: null,
      });
    });

    it('is refused when somebody changed the class meanwhile', async () => {
      const { id } = await plan();
      const read = await app.as(office).get(`/api/v1/classes/${id}`);
      const mine = app.as(office).with({ 'if-match': read.headers.get('etag')! });
      await app.as(office).patch(`/api/v1/classes/${id}`, { name: 'Người khác sửa' });
      const refused = await mine.patch(`/api/v1/classes/${id}`, { name: 'Tôi sửa' });
      expect(refused.body).toMatchObject({ status: 412, code: 'changed_meanwhile' });
      const latest = await app.as(office).get<ClassItem>(`/api/v1/classes/${id}`);
      expect(latest.body.name).toBe('Người khác sửa');
      const fresh = app.as(office).with({ 'if-match': latest.headers.get('etag')! });
      expect((await fresh.patch(`/api/v1/classes/${id}`, { name: 'Tôi sửa' })).headers.get('etag')).toBe('"3"');
      expect((await app.as(office).with({ 'if-match': '"abc"' }).patch(`/api/v1/classes/${id}`, {})).status).toBe(412);
    });

    it('of two who change it at once with the same version, lets one through', async () => {
      const { id } = await plan();
      const mine = app.as(office).with({ 'if-match': '"1"' });
      const answers = await Promise.all(
        ['A', 'B', 'C', 'D'].map((name) => mine.patch(`/api/v1/classes/${id}`, { name })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412]);
    });

    it('does not leave half-days outside its days', async () => {
      const { id } = await plan();
      await a.halfDay({ id }, '2026-02-14');
      const refused = await app.as(office).patch(`/api/v1/classes/${id}`, { opensOn: '2026-02-15' });
      expect(refused.body).toMatchObject({
        status: 422,
        errors: [
          { field: 'opensOn', code: 'half_days_outside', message: expect.stringContaining('14/02/2026') as string },
        ],
      });
      const late = await app.as(office).patch(`/api/v1/classes/${id}`, { closesOn: '2026-02-10' });
      expect(late.body).toMatchObject({ errors: [{ field: 'closesOn' }] });
    });

    it('is refused for a class that is over', async () => {
      const { id } = await a.trainingClass({ state: 'closed' });
      expect((await app.as(office).patch(`/api/v1/classes/${id}`, { name: 'Khác' })).body).toMatchObject({
        status: 409,
        code: 'class_cannot_be_changed',
      });
    });
  });

  describe('on its pages', () => {
    it('keeps what was typed when the form is refused', async () => {
      const { code } = await plan();
      const typed = Object.fromEntries(
        Object.entries(newClass({ code, name: 'Lớp vừa gõ' })).map(([key, value]) => [key, String(value)]),
      );
      const refused = await app.as(office).form('/classes', typed);
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('value="Lớp vừa gõ"');
      expect(refused.text).toContain('Mã lớp này đã dùng cho một lớp khác');
      const created = await app.as(office).form('/classes', { ...typed, code: 'TC-MOI' });
      expect(created.status).toBe(303);
      const page = await app.as(office).get<string>(created.headers.get('location')!);
      expect(page.text).toContain('Lớp vừa gõ');
      expect(page.text).toContain('Bản thảo');
    });

    it('shows who edits an old version what another wrote beside what they typed, and takes theirs when sent again', async () => {
      const { id, ...item } = await plan();
      const form = await app.as(office).get<string>(`/classes/${id}/edit`);
      expect(form.text).toMatch(/name="version" value="&quot;1&quot;"/);
      await app.as(office).patch(`/api/v1/classes/${id}`, { mode: 'full_time' });
      const typed = {
        version: '"1"',
        name: 'Gõ trên bản cũ',
        code: item.code,
        mode: 'part_time',
        opensOn: item.opensOn,
        closesOn: item.closesOn,
        roomId: '',
      };
      const refused = await app.as(office).form(`/classes/${id}`, typed);
      expect(refused.status).toBe(412);
      expect(refused.text).toContain('value="Gõ trên bản cũ"');
      expect(refused.text).toContain('Người khác vừa sửa mục này');
      expect(refused.text).toMatch(/id="form-mode-now"[^>]*>Người khác vừa ghi: Tập trung</);
      expect(refused.text).not.toContain('id="form-opensOn-now"');
      expect(refused.text).toMatch(/name="version" value="&quot;2&quot;"/);
      expect((await app.as(office).form(`/classes/${id}`, { ...typed, version: '"2"' })).status).toBe(303);
    });
  });
});
