import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IdempotencyJobs } from '../../src/platform/idempotency/idempotency.jobs';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
const letterFields = { 'letter.number': letter.number, 'letter.date': letter.date };

describe('the pages of nominations', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let other: BuiltUnit;
  let secretary: BuiltAccount;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    // Whoever an earlier spec spoke of is like nobody in this one.
    await app.sql('UPDATE persons SET folded_name = id::text');
    [unit, other] = [await a.unit(), await a.unit()];
    secretary = await a.secretaryOf(unit);
    inClass = await a.trainingClass({
      poolOpen: false,
      allocations: [
        [unit, 1],
        [other, 2],
      ],
    });
  });

  const nominate = async (fullName: string, of = unit) => {
    const person = await a.person({ in: of, fullName: fullName });
    const wanted = { personId: person.id, unitId: of.id, letter };
    return (await app.as(office).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, wanted)).body.id;
  };
  const page = async (path: string, as = secretary) => (await app.as(as).get<string>(path)).text;
  const stateOf = async (id: string) =>
    (await app.sql<{ state: string }>('SELECT state FROM nominations WHERE id = $1', id))[0]!.state;
  /** The opening tag of the control with this name. */
  const control = (html: string, name: string) =>
    html.match(/<[^>]+>/g)!.find((tag) => tag.includes(` name="${name}"`)) ?? '';

  describe('the list of a class', () => {
    it('shows a secretary the unit’s own people and nobody else’s', async () => {
      await nominate('Lê Thị Thu Ngân');
      const theirs = await nominate('Trương Quốc Việt', other);
      for (const path of ['nominations', 'seats', 'list-imports', 'candidates']) {
        const shown = await page(`/classes/${inClass.id}/${path}`);
        expect(shown).not.toContain('Trương Quốc Việt');
      }
      expect(await page(`/classes/${inClass.id}/nominations`)).toContain('Lê Thị Thu Ngân');
      expect(await page(`/classes/${inClass.id}/nominations?unitId=${other.id}`)).not.toContain('Trương Quốc Việt');
      expect((await app.as(secretary).get(`/nominations/${theirs}`)).status).toBe(404);
    });

    it('offers no way into a class that is over', async () => {
      const ways = async (as: BuiltAccount) => {
        const shown = await page(`/classes/${inClass.id}/nominations`, as);
        return ['/candidates"', '/list-imports"', '/outsiders/new"'].filter((way) =>
          shown.includes(`href="/classes/${inClass.id}${way}`),
        );
      };
      expect(await ways(secretary)).toEqual(['/candidates"', '/list-imports"']);
      expect(await ways(office)).toContain('/outsiders/new"');
      await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Ít người' });
      for (const as of [secretary, office]) expect(await ways(as)).toEqual([]);
    });

    it('finds a name however it is typed', async () => {
      await nominate('Nguyễn Thị Ánh');
      for (const typed of ['nguyen thi anh', 'Thị Ánh', 'THỊ ÁNH']) {
        const found = await page(`/classes/${inClass.id}/nominations?search=${encodeURIComponent(typed)}`);
        expect(found).toContain('Nguyễn Thị Ánh');
      }
      for (const typed of ['%', 'nguyen_thi'])
        expect(await page(`/classes/${inClass.id}/nominations?search=${encodeURIComponent(typed)}`)).not.toContain(
          'Nguyễn Thị Ánh',
        );
    });

    it('says in one sentence where each stands, and who waits behind whom', async () => {
      await nominate('Phạm Hoàng Sơn');
      await nominate('Vũ Hữu Khoa');
      const shown = await page(`/classes/${inClass.id}/nominations`);
      expect(shown).toContain('Đang giữ chỉ tiêu số 1. Chờ văn phòng đào tạo xét duyệt.');
      expect(shown).toContain('Dự phòng số 1');
    });

    it('offers decisions only to those who may decide', async () => {
      await nominate('Phạm Hoàng Sơn');
      const path = `/classes/${inClass.id}/nominations`;
      expect(await page(path)).not.toContain('name="nominationIds"');
      expect(await page(path, office)).toContain('value="accept"');
      expect((await app.as(secretary).form(`${path}/reviews`, { decision: 'accept' })).status).toBe(403);
    });

    it('leads nobody to a page they may not open', async () => {
      const nominee = await a.person({ in: unit });
      const wanted = { personId: nominee.id, unitId: unit.id, letter };
      await app.as(office).post(`/api/v1/classes/${inClass.id}/nominations`, wanted);
      const path = `/classes/${inClass.id}/nominations`;
      expect(await page(path)).toContain(`/classes/${inClass.id}/overrides`);
      expect(await page(path, await a.account({ person: nominee }))).not.toContain('/overrides');
    });

    it('decides on many at once and says of each who was refused why', async () => {
      const holder = await nominate('Phạm Hoàng Sơn');
      const reserve = await nominate('Vũ Hữu Khoa');
      const path = `/classes/${inClass.id}/nominations/reviews`;
      const answer = await app.as(office).pageAfter(path, { nominationIds: [holder, reserve], decision: 'accept' });
      expect(answer.text).toContain('Đã duyệt 1 người vào lớp.');
      expect(answer.text).toContain('1 người chưa thực hiện được');
      expect(answer.text).toContain('Người này đang là dự phòng, chưa có chỉ tiêu nên chưa thể duyệt.');
      expect(await Promise.all([holder, reserve].map(stateOf))).toEqual(['accepted', 'submitted']);
    });

    it('decides as well on who is ticked on another page, in a form that may carry a file or not', async () => {
      const [here, elsewhere] = [await nominate('Phạm Hoàng Sơn'), await nominate('Vũ Hữu Khoa')];
      const path = `/classes/${inClass.id}/nominations/reviews`;
      const ticked = { nominationIds: here, 'nominationIds.elsewhere': elsewhere };
      const noFile = { name: '', content: Buffer.alloc(0) };
      const returned = { ...ticked, decision: 'return', reason: 'Thiếu công văn', correctBy: '2026-01-15' };
      expect((await app.as(office).upload(path, noFile, returned)).status).toBe(303);
      expect(await Promise.all([here, elsewhere].map(stateOf))).toEqual(['returned', 'returned']);
      const rejected = { ...ticked, decision: 'reject', reason: 'Quá hạn' };
      expect((await app.as(office).form(path, rejected)).status).toBe(303);
      expect(await Promise.all([here, elsewhere].map(stateOf))).toEqual(['rejected', 'rejected']);
    });

    it('keeps ticks and typing of a decision that lacks its reason', async () => {
      const holder = await nominate('Phạm Hoàng Sơn');
      const path = `/classes/${inClass.id}/nominations/reviews`;
      const fields = { nominationIds: holder, decision: 'return', correctBy: '2026-01-15' };
      const answer = await app.as(office).form(path, fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Cần ghi lý do.');
      expect(control(answer.text, 'correctBy')).toContain('value="15/01/2026"');
      expect(control(answer.text, 'nominationIds')).toContain('checked');
      expect(await stateOf(holder)).toBe('submitted');
    });
  });

  describe('one nomination', () => {
    it('keeps the reason of a return that names no day', async () => {
      const id = await nominate('Phạm Hoàng Sơn');
      const answer = await app.as(office).form(`/nominations/${id}/return`, { reason: 'Thiếu xác nhận xếp loại' });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('Thiếu xác nhận xếp loại</textarea>');
    });

    it('tells its story: who, when and why', async () => {
      const id = await nominate('Phạm Hoàng Sơn');
      await app.as(secretary).form(`/nominations/${id}/withdrawal`, { reason: 'Chuyển công tác' });
      const shown = await page(`/nominations/${id}`);
      expect(shown).toContain('Rút đề nghị');
      expect(shown).toContain('Chuyển công tác');
      expect(shown).toContain('được xếp chỉ tiêu');
      expect(shown).toContain(secretary.email);
    });

    it('offers what its reader may do, and nothing once it is over', async () => {
      const id = await nominate('Phạm Hoàng Sơn');
      expect(await page(`/nominations/${id}`)).toContain(`/nominations/${id}/withdrawal`);
      expect(await page(`/nominations/${id}`)).not.toContain(`/nominations/${id}/acceptance`);
      expect(await page(`/nominations/${id}`, office)).toContain(`/nominations/${id}/acceptance`);
      await app.as(secretary).form(`/nominations/${id}/withdrawal`, { reason: 'Chuyển công tác' });
      expect(await page(`/nominations/${id}`, office)).not.toContain('<form method="post" action="/nominations');
    });
  });

  describe('nominating from the roster', () => {
    it('keeps the ticks when the letter is missing, and nominates nobody', async () => {
      const person = await a.person({ in: unit, fullName: 'Đỗ Thị Ngọc Lan' });
      const path = `/classes/${inClass.id}/candidates`;
      const answer = await app.as(secretary).form(path, { unitId: unit.id, personIds: person.id });
      expect(answer.status).toBe(422);
      expect(control(answer.text, 'personIds')).toContain('checked');
      expect(control(answer.text, 'letter.number')).toContain('aria-invalid="true"');
      expect(await page(`/classes/${inClass.id}/nominations`)).not.toContain('Đỗ Thị Ngọc Lan');
    });

    it('shows fifty at a time, finds others by name, and keeps who is ticked in the table', async () => {
      const large = await a.unit();
      const by = await a.secretaryOf(large);
      const people = [];
      for (let n = 0; n < 60; n += 1)
        people.push(await a.person({ in: large, fullName: `Nguyễn Văn ${String.fromCodePoint(65 + (n % 26))}${n}` }));
      const path = `/classes/${inClass.id}/candidates`;
      const rowsOf = (text: string) => text.match(/name="personIds"/g)?.length;
      const valueOf = (text: string, name: string) =>
        new RegExp(`name="${name}" value="([^"]+)"`).exec(text)?.[1] ?? null;

      const first = (await app.as(by).get<string>(path)).text;
      expect(rowsOf(first)).toBe(50);
      const ticked = valueOf(first, 'personIds')!;
      const typed = { unitId: large.id, personIds: ticked, 'letter.number': '7-CV/ĐU' };
      const turned = await app.as(by).form(path, { ...typed, cursor: valueOf(first, 'cursor')! });
      expect({ status: turned.status, rows: rowsOf(turned.text) }).toEqual({ status: 200, rows: 11 });
      expect(turned.text).toMatch(new RegExp(`value="${ticked}" checked`));
      expect(control(turned.text, 'letter.number')).toContain('value="7-CV/ĐU"');

      const last = people.at(-1)!;
      const found = await app.as(by).form(path, { ...typed, search: 'h59', find: 'true' });
      expect(rowsOf(found.text)).toBe(2);
      expect(found.text).toContain(last.id);
      expect(rowsOf((await app.as(by).get<string>(`${path}?search=h59`)).text)).toBe(1);
      expect(await page(`/classes/${inClass.id}/nominations`, office)).not.toContain('Nguyễn Văn A0');
    });

    it('says of each what became of them', async () => {
      const people = [await a.person({ in: unit }), await a.person({ in: unit })];
      const stranger = await a.person({ in: other, fullName: 'Trương Quốc Việt' });
      const answer = await app.as(office).pageAfter(`/classes/${inClass.id}/candidates`, {
        unitId: unit.id,
        ...letterFields,
        personIds: [...people, stranger].map(({ id }) => id),
      });
      expect(answer.text).toContain('Đã gửi 2 người.');
      expect(answer.text).toContain('Được xếp chỉ tiêu số 1.');
      expect(answer.text).toContain('Dự phòng số 1 của đơn vị.');
      expect(answer.text).toContain('Không còn sinh hoạt tại đơn vị cử.');
    });

    it('sends nobody again when what became of them is read again, and tells nobody else', async () => {
      const path = `/classes/${inClass.id}/candidates`;
      const fields = { unitId: unit.id, ...letterFields, personIds: (await a.person({ in: unit })).id };
      const sent = await app.as(secretary).form(path, fields);
      expect(sent.status).toBe(303);
      const told = sent.headers.get('location')!;
      for (let times = 2; times > 0; times -= 1) expect(await page(told)).toContain('Đã gửi 1 người.');
      expect(await app.sql('SELECT 1 FROM nominations WHERE class_id = $1', inClass.id)).toHaveLength(1);

      const colleague = await a.secretaryOf(unit);
      expect(await page(told, colleague)).not.toContain('Đã gửi 1 người.');
      app.clock.moveTo(new Date(startOfSpecs.getTime() + 73 * 3_600_000));
      await app.get(IdempotencyJobs).forgetOld();
      expect(await page(told)).toContain('Cử người đi học');
    });

    it('takes “nobody this time” for an answer, which the office reads', async () => {
      const path = `/classes/${inClass.id}/none-this-time`;
      await app.as(secretary).form(path, { unitId: unit.id, note: 'Đều đã có trình độ trung cấp' });
      const shown = await page(`/classes/${inClass.id}/nominations`, office);
      expect(shown).toContain('Đều đã có trình độ trung cấp');
    });
  });

  describe('the seats of a class', () => {
    it('add up to the capacity in the line of totals', async () => {
      await nominate('Phạm Hoàng Sơn');
      const shown = await page(`/classes/${inClass.id}/seats`, office);
      const [foot] = /<tfoot.*?<\/tfoot>/.exec(shown)!;
      expect(foot!.replace(/<[^>]+>/g, ' ').match(/\d+/g)).toEqual(['3', '1', '2', '0']);
    });

    it('keep every number of an allocation that is refused', async () => {
      await inClass.seatGoesTo(null);
      const units = await app.sql<{ id: string }>(`SELECT id FROM units WHERE kind = 'base'`);
      const all = Object.fromEntries(units.map(({ id }) => [`seats.${id}`, '0']));
      const typed = { ...all, [`seats.${unit.id}`]: '7', [`seats.${other.id}`]: 'hai', reason: 'Kế hoạch 15' };
      const answer = await app.as(office).form(`/classes/${inClass.id}/seats/allocations`, typed);
      expect(answer.status).toBe(422);
      expect(control(answer.text, `seats.${unit.id}`)).toContain('value="7"');
      expect(control(answer.text, `seats.${other.id}`)).toContain('value="hai"');
      expect(answer.text).toContain('value="Kế hoạch 15"');
      expect(answer.text).toContain(`${other.code}: Ghi một số nguyên`);
    });

    it('keep in their history who gave back how many, and why', async () => {
      const giving = { unitId: unit.id, count: '1', reason: 'Không có nhu cầu' };
      await app.as(secretary).form(`/classes/${inClass.id}/seats/returns`, giving);
      const shown = await page(`/classes/${inClass.id}/seats`, office);
      expect(shown).toContain(`${unit.code} trả lại 1 chỉ tiêu`);
      expect(shown).toContain('Không có nhu cầu');
    });
  });

  describe('an Excel list', () => {
    const name = 'trich-ngang-CSM.xlsx';
    const content = readFileSync(join(__dirname, '../../demo/data/nomination-lists', name));
    const names = ['Lê Văn Thành', 'Hồ Ngọc Khoa', 'Phan Minh Anh', 'Trần Quốc Long', 'Bùi Thanh Đạt'];

    const upload = async () =>
      where(await app.as(secretary).upload(`/classes/${inClass.id}/list-imports`, { name, content }));
    const where = async ({ headers }: { headers: Headers }) => {
      const path = headers.get('location')!;
      return { path, shown: await page(path) };
    };
    /** Puts the first two of the five on the unit's roster, as the file has them. */
    const twoOnRoster = async () => {
      await upload();
      const [list] = await app.sql<{ rows: { fullName: string; birth: { day: string } }[] }>(
        `SELECT jsonb_agg(seen ORDER BY position) AS rows FROM import_rows
         WHERE import_id = (SELECT id FROM imports WHERE class_id = $1 LIMIT 1) AND verdict <> 'passed_over'`,
        inClass.id,
      );
      for (const { fullName, birth } of list!.rows.slice(0, 2))
        await a.person({ in: unit, fullName: fullName, birthDate: birth.day });
    };

    it('is tried out row by row before anybody is nominated', async () => {
      await twoOnRoster();
      const { shown } = await upload();
      // Whom the roster does not have needs a look, and comes first; samples of the columns stand above.
      const inOrder = [...names.slice(2), ...names.slice(0, 2)].map((one) => shown.lastIndexOf(one));
      expect(inOrder).toEqual(inOrder.toSorted((one, next) => one - next));
      expect(inOrder.every((at) => at > 0)).toBe(true);
      expect(shown).toContain('<p>2 người: 1 chỉ tiêu, 1 dự phòng; 3 dòng không gửi</p>');
      expect(shown).toContain('dòng không phải là người');
      expect(await app.sql('SELECT 1 FROM nominations WHERE class_id = $1', inClass.id)).toEqual([]);
    });

    it('does what was promised, links to each nomination, and can be undone as a whole', async () => {
      await twoOnRoster();
      const { path } = await upload();
      // The roster knows less of these two than the list says.
      await app.as(secretary).form(`${path}/application`, { acknowledged: 'true' });
      const applied = await page(path);
      expect(applied.match(/href="\/nominations\//g)).toHaveLength(2);
      await app.as(secretary).form(`${path}/reversal`, { reason: 'Gửi nhầm lớp' });
      expect(await page(path)).toContain('Đã hoàn tác');
    });

    it('offers another dry run when things changed since the first', async () => {
      await twoOnRoster();
      const { path } = await upload();
      await nominate('Người Đến Trước');
      const refused = await app.as(secretary).form(`${path}/application`, {});
      expect(refused.status).toBe(409);
      expect(refused.text).toContain('Xem thử lại');
      const { shown } = await where(await app.as(secretary).form(`${path}/retrial`, {}));
      expect(shown).toContain('2 người: 0 chỉ tiêu, 2 dự phòng');
    });

    it('keeps the chosen unit when no file was chosen', async () => {
      const form = new FormData();
      form.append('unitId', unit.id);
      const answer = await fetch(`${app.url}/classes/${inClass.id}/list-imports`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${office.token}`, 'accept-language': 'vi' },
      });
      const shown = await answer.text();
      expect(answer.status).toBe(422);
      expect(shown).toContain('Chưa có tệp nào được chọn.');
      expect(shown).toMatch(
        new RegExp(
          `value="${unit.code} – |<option[^>]*(selected[^>]*value="${unit.id}"|value="${unit.id}"[^>]*selected)`,
        ),
      );
    });
  });

  it('cancelling a class says what will end, and needs a reason', async () => {
    await nominate('Phạm Hoàng Sơn');
    const path = `/classes/${inClass.id}/cancellation`;
    expect(await page(path, office)).toContain('1 đề nghị cử học kết thúc');
    expect((await app.as(office).form(path, { reason: '' })).status).toBe(422);
    await app.as(office).form(path, { reason: 'Không đủ học viên' });
    expect(await page(path, office)).toContain('không còn gì để hủy');
    expect((await app.as(secretary).get(path)).status).toBe(403);
  });
});
