import { RosterImportsService } from '../../src/people/rosters/imports.service';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from './rosters';

describe('a roster', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const code = (number: number) => `${unit.code}-${number}`;
  const send = async (...people: Record<string, string>[]) =>
    app.as(secretary).upload<DryRun>('/api/v1/roster-imports', rosterOf(people), { unitId: unit.id });
  const apply = (id: string) => app.as(secretary).post(`/api/v1/roster-imports/${id}/application`);
  const reverse = (id: string) => app.as(secretary).post(`/api/v1/roster-imports/${id}/reversal`);
  const sendAndApply = async (...people: Record<string, string>[]) => {
    const { body } = await send(...people);
    expect((await apply(body.id)).status).toBe(200);
    return body.id;
  };
  const show = async (id: string, query = '') =>
    (await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${id}${query}`)).body;
  const stored = async () => app.sql(`SELECT * FROM persons WHERE unit_id = $1 ORDER BY code`, unit.id);
  const personId = async (number: number) =>
    (await app.sql<{ id: string }>(`SELECT id FROM persons WHERE code = $1`, code(number)))[0]!.id;

  it('is first a dry run, which says of each row what would become of it and changes nobody', async () => {
    await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'), rosterRow(code(3), 'Lê Chi'));
    const before = await stored();
    const sent = await send(
      rosterRow(code(1), 'Lê An'),
      rosterRow(code(2), 'Lê Bình', { 'Chức vụ chính quyền': 'Phó Giám đốc', 'Xếp loại 2025': 'HTXSNV' }),
      rosterRow(code(4), 'LÊ  DUNG'),
      rosterRow(code(5), 'Lê Én', { 'Ngày sinh': '31/02/1990' }),
    );
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      state: 'previewed',
      summary: { new: 1, changed: 1, same: 1, refused: 1, notInFile: 1 },
    });
    expect(await stored()).toEqual(before);

    const shown = await show(sent.body.id);
    expect(shown.rows.items.map(({ rowNumber, verdict }) => [rowNumber, verdict])).toEqual([
      [2, 'same'],
      [3, 'changed'],
      [4, 'new'],
      [5, 'refused'],
    ]);
    expect(shown.rows.items[1]).toMatchObject({
      before: { position: 'Trưởng phòng', ratings: { 2025: 'good' } },
      after: { position: 'Phó Giám đốc', ratings: { 2025: 'excellent' } },
    });
    expect(shown.rows.items[2]).toMatchObject({ before: null, after: { fullName: 'Lê Dung' } });
    expect(shown.rows.items[3]!.problems[0]!.message.vi).toContain('31/02/1990');
    expect(shown.notInFile).toMatchObject([{ code: code(3), fullName: 'Lê Chi' }]);
    expect((await show(sent.body.id, '?verdict=refused')).rows.items).toHaveLength(1);
  });

  it('is applied exactly as compared, refused rows and people not in it left alone', async () => {
    await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(3), 'Lê Chi'));
    const { body } = await send(
      rosterRow(code(1), 'Lê An', { 'Chức vụ chính quyền': 'Phó Giám đốc' }),
      rosterRow(code(4), 'Lê Dung'),
      rosterRow(code(5), 'Lê Én', { 'Tình trạng': 'chưa rõ' }),
    );
    const applied = await apply(body.id);
    expect(applied.body).toEqual(body.summary);
    expect(await stored()).toMatchObject([
      { code: code(1), position: 'Phó Giám đốc' },
      { code: code(3), fullName: 'Lê Chi', position: 'Trưởng phòng' },
      { code: code(4), foldedName: 'le dung', sortName: 'Dung0 Lê' },
    ]);
    const lines = await app.sql(
      `SELECT action, facts->>'new' AS new FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      body.id,
    );
    expect(lines).toEqual([
      { action: 'roster_imports.previewed', new: '1' },
      { action: 'roster_imports.applied', new: '1' },
    ]);
    const shown = await show(body.id, '?verdict=new');
    expect(shown.rows.items[0]!.personId).toBe(await personId(4));
    expect(shown.state).toBe('applied');
  });

  it('is applied once', async () => {
    const id = await sendAndApply(rosterRow(code(1), 'Lê An'));
    expect((await apply(id)).body).toMatchObject({ status: 409, code: 'roster_already_applied' });
  });

  it('is applied once even when two people press the button together', async () => {
    const { body } = await send(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => apply(body.id)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await stored()).toHaveLength(2);
  });

  it.each([
    ['a person it changes', 1],
    ['a person it leaves as they are', 2],
  ])('is not applied when %s was changed since the dry run', async (_, number) => {
    await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
    const { body } = await send(
      rosterRow(code(1), 'Lê An', { 'Chức vụ chính quyền': 'Phó Giám đốc' }),
      rosterRow(code(2), 'Lê Bình'),
      rosterRow(code(3), 'Lê Chi'),
    );
    await a.change('persons', { code: code(number) }, { position: 'Khác' });
    expect((await apply(body.id)).body).toMatchObject({ status: 409, code: 'people_changed_since_dry_run' });
    expect(await stored()).toHaveLength(2);
    expect((await show(body.id)).state).toBe('previewed');
  });

  /** Somebody without a party cell keeps every fact when they move. */
  const bare = { 'Chi bộ': '' };
  const moveAway = async (...numbers: readonly number[]) => {
    const elsewhere = await a.unit();
    const codes = numbers.map(code);
    await a.change('persons', { code: codes }, { unitId: elsewhere.id, cell: null });
    return async () =>
      app.sql(`SELECT code, full_name, phone FROM persons WHERE unit_id = $1 ORDER BY code`, elsewhere.id);
  };

  it.each([
    ['it changes', 1],
    ['it leaves as they are', 2],
  ])('writes nothing about a person %s who moved to another unit since, and names them', async (_, number) => {
    await sendAndApply(rosterRow(code(1), 'Lê An', bare), rosterRow(code(2), 'Lê Bình', bare));
    const { body } = await send(
      rosterRow(code(1), 'Lê An', { ...bare, 'Điện thoại': '0912345678' }),
      rosterRow(code(2), 'Lê Bình', bare),
    );
    const standing = await moveAway(number);
    const before = await standing();
    const refused = await apply(body.id);
    expect(refused.body).toMatchObject({
      status: 409,
      code: 'people_changed_since_dry_run',
      facts: { people: 1, who: [{ code: code(number), why: 'elsewhere' }] },
    });
    expect(refused.body['detail']).toContain(`(${code(number)}) đã chuyển sang đơn vị khác`);
    expect(await standing()).toEqual(before);
    expect((await show(body.id)).state).toBe('previewed');
  });

  it('is not applied when somebody was added under one of its codes since', async () => {
    const { body } = await send(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
    await a.person({ in: unit, code: code(2) });
    expect((await apply(body.id)).body).toMatchObject({ code: 'people_changed_since_dry_run', facts: { people: 1 } });
    expect(await stored()).toHaveLength(1);
  });

  it('takes away what a used column leaves blank where that is asked for, and leaves alone what it has no column for', async () => {
    await sendAndApply(
      rosterRow(code(1), 'Lê An', { 'Điện thoại': '0912345678' }),
      rosterRow(code(2), 'Lê Bình', { 'Điện thoại': '0912345679' }),
    );
    const { body } = await send(
      rosterRow(code(1), 'Lê An', { 'Chức vụ Đảng': '', 'Xếp loại 2025': '' }),
      rosterRow(code(2), 'Lê Bình'),
    );
    expect(body.summary).toMatchObject({ changed: 0, same: 2 });
    await app
      .as(secretary)
      .post(`/api/v1/roster-imports/${body.id}/application`, { remove: ['partyPosition', 'email'] });
    expect(await stored()).toMatchObject([
      { partyPosition: null, phone: '0912345678', ratings: { 2025: 'good' } },
      { partyPosition: 'Chi ủy viên', phone: '0912345679' },
    ]);
  });

  it('adds a year’s ratings to those of earlier years', async () => {
    await sendAndApply(rosterRow(code(1), 'Lê An'));
    const row: Record<string, string> = { ...rosterRow(code(1), 'Lê An'), 'Xếp loại 2026': 'HTXSNV' };
    delete row['Xếp loại 2025'];
    await sendAndApply(row);
    expect(await stored()).toMatchObject([{ ratings: { 2025: 'good', 2026: 'excellent' } }]);
  });

  it('does not lower a theory level that a class recorded here led to, and may lower any other', async () => {
    await sendAndApply(
      rosterRow(code(1), 'Lê An', { 'Trình độ LLCT': 'Trung cấp' }),
      rosterRow(code(2), 'Lê Bình', { 'Trình độ LLCT': 'Trung cấp' }),
    );
    await a.change('persons', { code: code(1) }, { theoryLevelEarned: 'intermediate' });
    const { body } = await send(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
    const { rows } = await show(body.id);
    expect(rows.items).toMatchObject([
      { verdict: 'same', problems: [{ code: 'level_earned_here' }] },
      { verdict: 'changed', after: { theoryLevel: 'elementary' } },
    ]);
  });

  it('refuses what cannot be told for sure, row by row and with the remedy', async () => {
    const other = await a.person({ code: `LA-${unit.code}` });
    await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
    const { body } = await send(
      rosterRow('', 'Lê Không Mã'),
      rosterRow(code(7), 'Lê Lặp'),
      rosterRow(code(7), 'Lê Lại'),
      rosterRow(other.code, 'Lê Của Nơi Khác'),
      rosterRow(code(1), 'Trần Hoàn Toàn Khác', { 'Ngày sinh': '01/01/1990' }),
      rosterRow(code(9), 'Lê Bình'),
      rosterRow(code(10), 'Lê Thiếu', { 'Giới tính': '', 'Trình độ chuyên môn': '' }),
      rosterRow(code(11), 'Lê Mai Sau', { 'Ngày chính thức': '01/01/2008' }),
      rosterRow('TỔNG CỘNG', ''),
    );
    expect(body.summary).toMatchObject({ new: 0, changed: 0, refused: 8 });
    const { rows } = await show(body.id);
    expect(rows.items.map(({ problems }) => problems.map((problem) => `${problem.field} ${problem.code}`))).toEqual([
      ['code missing'],
      ['code repeated'],
      ['code repeated'],
      ['code of_another_unit'],
      ['code of_somebody_else'],
      ['code known_by_another_code'],
      ['sex missing', 'education missing'],
      ['officialOn before_joining'],
    ]);
    expect(body.passedOver).toMatchObject([
      { rowNumber: 1, kind: 'letterhead' },
      { rowNumber: 10, kind: 'total' },
    ]);
    expect(rows.items[3]!.problems[0]!.message.vi).not.toContain(other.fullName);
    expect(rows.items[5]!.problems[0]!.message.vi).toContain(`hãy ghi mã số ${code(2)}`);
  });

  it('takes two people of one name and birth date when it names both', async () => {
    await sendAndApply(rosterRow(code(1), 'Lê An'));
    await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê An'));
    expect(await stored()).toHaveLength(2);
  });

  it('names the columns it did not read', async () => {
    const { body } = await send({ ...rosterRow(code(1), 'Lê An'), 'Nhóm máu': 'O' });
    expect(body.unread).toMatchObject([{ what: 'column', label: 'Nhóm máu' }]);
  });

  it('is shown in the list of them without what was read of its file', async () => {
    const { body } = await send(rosterRow(code(1), 'Lê An'));
    const { items } = (await app.as(secretary).get<{ items: object[] }>('/api/v1/roster-imports')).body;
    expect(items).toMatchObject([{ id: body.id, unitCode: unit.code, state: 'previewed', summary: { new: 1 } }]);
    const ofTheFile = ['choice', 'tables', 'unread', 'matched', 'passedOver', 'doubtedDays', 'removable'];
    expect(Object.keys(await show(body.id))).toEqual(expect.arrayContaining(ofTheFile));
    expect(Object.keys(items[0]!).filter((key) => ofTheFile.includes(key))).toEqual([]);
  });

  describe('reversed', () => {
    it('removes whom it added and restores whom it changed', async () => {
      await sendAndApply(rosterRow(code(1), 'Lê An'));
      const before = await stored();
      const id = await sendAndApply(
        rosterRow(code(1), 'Lê Văn An', { 'Chức vụ chính quyền': 'Phó Giám đốc' }),
        rosterRow(code(2), 'Lê Bình'),
      );
      const reversed = await reverse(id);
      expect(reversed.status).toBe(200);
      expect(await stored()).toEqual(before.map((row) => ({ ...row, version: expect.any(Number) as number })));
      expect(await show(id)).toMatchObject({ state: 'reversed', rows: { items: [{}, { personId: null }] } });
      expect((await reverse(id)).body).toMatchObject({ code: 'roster_already_reversed' });
      expect((await apply(id)).body).toMatchObject({ code: 'roster_already_reversed' });
    });

    it('must have been applied', async () => {
      const { body } = await send(rosterRow(code(1), 'Lê An'));
      expect((await reverse(body.id)).body).toMatchObject({ code: 'roster_not_applied_yet' });
    });

    it.each([
      ['was nominated', 'nominations', 'đã được cử đi học'],
      ['has an account', 'accounts', 'đã có tài khoản'],
      ['is enrolled', 'enrollments', 'đã là học viên'],
    ])('is refused, naming the person, when one of them %s', async (_, table, reason) => {
      const id = await sendAndApply(rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình'));
      const person = await personId(2);
      if (table === 'accounts') await a.change('accounts', { id: secretary.id }, { personId: person });
      else {
        const { id: classId } = await a.trainingClass();
        const at = app.clock.now();
        if (table === 'nominations')
          await a.insert('nominations', {
            classId,
            personId: person,
            unitId: unit.id,
            state: 'draft',
            checks: '[]',
            createdAt: at,
            version: 1,
          });
        else {
          const entry = await a.insert('office_entries', { classId, reason: 'mẫu', enteredAt: at });
          await a.insert('enrollments', {
            classId,
            personId: person,
            unitId: unit.id,
            officeEntryId: entry,
            enrolledAt: at,
          });
        }
      }
      const refused = await reverse(id);
      expect(refused.body).toMatchObject({ status: 409, code: 'roster_built_on', facts: { usedBy: table } });
      expect(refused.body['detail']).toContain(`Lê Bình (${code(2)}) ${reason}`);
      expect(await stored()).toHaveLength(2);
    });

    it('is refused when somebody it added or changed was changed again', async () => {
      await sendAndApply(rosterRow(code(1), 'Lê An'));
      const id = await sendAndApply(
        rosterRow(code(1), 'Lê An', { 'Chức vụ chính quyền': 'Phó Giám đốc' }),
        rosterRow(code(2), 'Lê Bình'),
      );
      await a.change('persons', { code: [code(1), code(2)] }, { phone: '0900000000' });
      expect((await reverse(id)).body).toMatchObject({
        status: 409,
        code: 'people_changed_since_applied',
        facts: { people: 2 },
      });
    });

    it('writes nothing about whom it added or changed and who moved to another unit since, and names them', async () => {
      await sendAndApply(rosterRow(code(1), 'Lê An', bare));
      const id = await sendAndApply(
        rosterRow(code(1), 'Lê Văn An', { ...bare, 'Điện thoại': '0912345678' }),
        rosterRow(code(2), 'Lê Bình', bare),
      );
      const standing = await moveAway(1, 2);
      const before = await standing();
      const refused = await reverse(id);
      expect(refused.body).toMatchObject({ status: 409, code: 'people_changed_since_applied', facts: { people: 2 } });
      expect(refused.body['detail']).toContain(`Lê Bình (${code(2)}) đã chuyển sang đơn vị khác`);
      expect(await standing()).toEqual(before);
    });

    it('is refused when it would lower a theory level earned since', async () => {
      await sendAndApply(rosterRow(code(1), 'Lê An'));
      const id = await sendAndApply(rosterRow(code(1), 'Lê An', { 'Trình độ LLCT': 'Trung cấp' }));
      await a.change('persons', { code: code(1) }, { theoryLevelEarned: 'intermediate' });
      expect((await reverse(id)).body).toMatchObject({ status: 409, code: 'theory_level_earned_here' });
    });
  });

  describe('who may', () => {
    it('is for the office and the unit’s own secretary; another unit’s is not found, and readers may only look', async () => {
      const { body } = await send(rosterRow(code(1), 'Lê An'));
      const other = app.as(await a.secretaryOf(await a.unit()));
      const { bloc } = await a.organization();
      const reader = app.as(await a.account({ roles: [['data_officer', bloc]] }));
      const file = rosterOf([rosterRow(code(1), 'Lê An')]);

      expect((await other.upload('/api/v1/roster-imports', file, { unitId: unit.id })).status).toBe(404);
      expect((await other.get(`/api/v1/roster-imports/${body.id}`)).status).toBe(404);
      expect((await other.get(`/roster-imports/${body.id}`)).status).toBe(404);
      expect((await other.post(`/api/v1/roster-imports/${body.id}/application`)).status).toBe(404);
      expect((await other.get<{ items: [] }>('/api/v1/roster-imports')).body.items).toEqual([]);

      expect((await reader.get(`/api/v1/roster-imports/${body.id}`)).status).toBe(200);
      expect((await reader.post(`/api/v1/roster-imports/${body.id}/application`)).status).toBe(403);
      expect((await reader.upload('/api/v1/roster-imports', file, { unitId: unit.id })).status).toBe(403);
      expect((await reader.get(`/roster-imports/${body.id}`)).text).not.toContain('/application"');

      expect((await app.as(await a.groupOfficer()).get(`/api/v1/roster-imports/${body.id}`)).status).toBe(403);
      const office = app.as(await a.office());
      expect((await office.post(`/api/v1/roster-imports/${body.id}/application`)).status).toBe(200);
    });

    it('is asked of the use case too, not of the door alone', async () => {
      const stranger = await app.actor((await a.account()).id);
      const file = rosterOf([rosterRow(code(1), 'Lê An')]);
      await expect(app.get(RosterImportsService).preview(stranger, unit.id, file)).rejects.toMatchObject({
        code: 'not_found',
      });
    });
  });

  describe('on its page', () => {
    const broken = { name: 'danh-sach.xlsx', content: Buffer.from('PK\x03\x04 hỏng') };

    it('says clearly what is wrong with a broken file, and keeps the chosen unit', async () => {
      const office = await a.office();
      const page = await app.as(office).upload<string>('/roster-imports', broken, { unitId: unit.id });
      expect(page.status).toBe(422);
      expect(page.text).toContain('Tệp “danh-sach.xlsx” bị hỏng hoặc chưa tải lên đủ');
      // Among many units it stands by its name in a field; among few it is the one chosen in the list.
      expect(page.text).toMatch(
        new RegExp(
          `value="${unit.code} – |<option[^>]*(selected[^>]*value="${unit.id}"|value="${unit.id}"[^>]*selected)`,
        ),
      );
      const english = await app
        .as(office, 'en')
        .with({ cookie: 'locale=en' })
        .upload<string>('/roster-imports', broken, { unitId: unit.id });
      expect(english.text).toContain('is damaged or did not arrive whole');
      expect(await app.sql(`SELECT 1 FROM imports WHERE unit_id = $1`, unit.id)).toEqual([]);
    });

    it('misses nobody whom a row names without a code, or by another', async () => {
      const there = await a.unit();
      const by = await a.secretaryOf(there);
      for (const [at, fullName, birthDate] of [
        [1, 'Lê Văn An', '1980-05-12'],
        [2, 'Trần Thị Chi', '1980-05-12'],
        [3, 'Lý Văn Em', '1980-05-12'],
        [4, 'Đỗ Thị Giang', '1971-01-01'],
        [5, 'Hồ Văn Hải', '1980-05-12'],
      ] as const)
        await a.person({ in: there, code: `${there.code}-${at}`, fullName, birthDate });
      const file = rosterOf([
        rosterRow('', 'LÊ VĂN AN'),
        rosterRow('#N/A', 'Đ/c Trần Thị Chi'),
        rosterRow('', 'Lý Văn Em', { 'Ngày sinh': 'không rõ' }),
        rosterRow('', 'Đỗ Thị Giang'),
        rosterRow(`${there.code}-9`, 'Hồ Văn Hải'),
      ]);
      const { body } = await app.as(by).upload<DryRun>('/api/v1/roster-imports', file, { unitId: there.id });
      const { body: shown } = await app.as(by).get<ShownRoster>(`/api/v1/roster-imports/${body.id}`);
      // Of the same name and born on another day is somebody else.
      expect(shown.notInFile.map(({ fullName }) => fullName)).toEqual(['Đỗ Thị Giang']);
    });

    it('says so of a nomination list, leads to where lists are sent, and applies it only by a tick', async () => {
      const given = Object.entries(rosterRow(`${unit.code}-91`, 'Nguyễn Thị Ánh', { 'Hình thức học': 'Tập trung' }));
      const list = rosterOf([Object.fromEntries(given.filter(([label]) => label !== 'Cán bộ chủ chốt'))]);
      const { body } = await app.as(secretary).upload<DryRun>('/api/v1/roster-imports', list, { unitId: unit.id });
      expect(body).toMatchObject({ seemsList: true, summary: { new: 1 } });
      const page = await app.as(secretary).get<string>(`/roster-imports/${body.id}`);
      expect(page.text).toContain('Tệp này có vẻ là danh sách cử đi học');
      expect(page.text).toContain('href="/classes"');
      const refused = await app.as(secretary).post(`/api/v1/roster-imports/${body.id}/application`, {});
      expect(refused).toMatchObject({ status: 409, body: { code: 'roster_is_list', errors: [{ field: 'meant' }] } });
      const form = await app.as(secretary).form(`/roster-imports/${body.id}/application`, {});
      expect(form).toMatchObject({
        status: 409,
        text: expect.stringContaining('Cần xác nhận đây là danh sách') as string,
      });
      expect((await app.as(secretary).form(`/roster-imports/${body.id}/application`, { meant: 'true' })).status).toBe(
        303,
      );
    });

    it.each([
      ['without a table', rosterOf([{ 'Ghi chú': 'x' }]), 'Không tìm thấy cột “Họ và tên”, “Ngày sinh”'],
      [
        'with nobody in it',
        { name: 'a.csv', content: Buffer.from('Mã số;Họ và tên;Ngày sinh\n') },
        'không có người nào',
      ],
    ])('says so of a file %s', async (_, file, sentence) => {
      const page = await app.as(secretary).upload<string>('/roster-imports', file, { unitId: unit.id });
      expect(page.status).toBe(422);
      expect(page.text).toContain(sentence);
    });

    it('leads from the file to the dry run, from there to applying, and from there to reversing', async () => {
      const file = rosterOf([rosterRow(code(1), 'Lê An'), rosterRow(code(2), 'Lê Bình', { 'Ngày sinh': '1980' })]);
      const sent = await app.as(secretary).upload<string>('/roster-imports', file, { unitId: unit.id });
      expect(sent.status).toBe(303);
      const address = sent.headers.get('location')!;
      const dryRun = await app.as(secretary).get(address);
      expect(dryRun.text).toContain('Chưa có gì được ghi');
      expect(dryRun.text).toContain('mới có năm');
      expect(dryRun.text).toContain(`action="${address}/application"`);

      expect((await app.as(secretary).form(`${address}/application`, {})).status).toBe(303);
      const applied = await app.as(secretary).get(address);
      expect(applied.text).toContain('Đã ghi lúc 08:00 05/01/2026');
      expect(applied.text).toContain(`action="${address}/reversal"`);

      const again = await app.as(secretary).form(`${address}/application`, {});
      expect(again.status).toBe(409);
      expect(again.text).toContain('đã được ghi vào hệ thống rồi');

      expect((await app.as(secretary).form(`${address}/reversal`, {})).status).toBe(303);
      expect((await app.as(secretary).get(address)).text).toContain('Đã hoàn tác');
      expect((await app.as(secretary).get('/roster-imports')).text).toContain('danh-sach.csv');
    });
  });
});
