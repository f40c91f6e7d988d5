import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { exifWithPlace, jpeg, pdf, png } from './hostile';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
const letterFields = { 'letter.number': letter.number, 'letter.date': letter.date };

interface ScanShown {
  readonly id: string;
  readonly fileName: string;
  readonly type: string;
  readonly pages: number;
  readonly supersededAt: string | null;
}

describe('scans of letters and decisions', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let group: BuiltAccount;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let stranger: BuiltAccount;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    [office, group] = [await a.office(), await a.groupOfficer()];
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    stranger = await a.secretaryOf(await a.unit());
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    inClass = await a.trainingClass({ course, allocations: [[unit, 5]] });
  });

  const nominated = async () => {
    const person = await a.person({ in: unit });
    const { body } = await app
      .as(secretary)
      .post<{ id: string; letter: { id: string } }>(`/api/v1/classes/${inClass.id}/nominations`, {
        personId: person.id,
        letter,
      });
    return body;
  };
  const keep = (paperId: string, content: Buffer, { kind = 'unit_letter', by = secretary, name = 'cv.pdf' } = {}) =>
    app
      .as(by)
      .upload<ScanShown & { code?: string; errors?: { code: string }[] }>(
        '/api/v1/scans',
        { name, content },
        { kind, paperId },
      );
  const scansOf = async (paperId: string, by = secretary, kind = 'unit_letter') =>
    app.as(by).get<{ items: ScanShown[] }>(`/api/v1/scans?kind=${kind}&paperId=${paperId}`);
  const lines = (id: string) =>
    app.sql<{ action: string; unitId: string; facts: object }>(
      `SELECT action, unit_id, facts FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      id,
    );
  const bytesOf = (id: string, by = secretary) => app.as(by).download(`/api/v1/scans/${id}/file`);

  it('keeps one with a unit’s letter, and hands out the very bytes, to be saved and never shown', async () => {
    const { letter: paper } = await nominated();
    const kept = await keep(paper.id, pdf({ pages: 2 }), { name: 'Công văn 47.pdf' });
    expect(kept).toMatchObject({ status: 201, body: { type: 'pdf', pages: 2, fileName: 'Công văn 47.pdf' } });

    const { headers, content } = await bytesOf(kept.body.id);
    expect(content.equals(pdf({ pages: 2 }))).toBe(true);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="Cong-van-47.pdf"/i);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('keeps the same file once, however often it is sent', async () => {
    const { letter: paper } = await nominated();
    const first = await keep(paper.id, png());
    expect((await keep(paper.id, png())).body.id).toBe(first.body.id);
    expect((await scansOf(paper.id)).body.items).toHaveLength(1);
  });

  it('keeps ten files of one letter, and no more', async () => {
    const { letter: paper } = await nominated();
    for (let n = 1; n <= 10; n += 1) expect((await keep(paper.id, pdf({ pages: n }))).status).toBe(201);
    expect((await keep(paper.id, pdf({ pages: 11 }))).body).toMatchObject({ status: 409, code: 'too_many_scans' });
  });

  it('keeps no more than ten when many are sent at the same moment', async () => {
    const { letter: paper } = await nominated();
    const sent = await Promise.all(Array.from({ length: 14 }, (_, n) => keep(paper.id, pdf({ pages: n + 1 }))));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(10);
    expect((await scansOf(paper.id)).body.items).toHaveLength(10);
  });

  it('shows nothing of a unit’s letter to another unit, nor to whom it names', async () => {
    const { letter: paper } = await nominated();
    const { id } = (await keep(paper.id, pdf())).body;
    const nominee = await a.account({ person: await a.person({ in: unit }) });
    for (const by of [stranger, nominee]) {
      const refused = by === stranger ? 404 : 403;
      expect((await scansOf(paper.id, by)).status).toBe(refused);
      expect((await app.as(by).get(`/api/v1/scans/${id}`)).status).toBe(refused);
      expect((await bytesOf(id, by)).status).toBe(refused);
      expect((await keep(paper.id, png(), { by })).status).toBe(refused);
      expect((await app.as(by).get(`/scans/unit_letter/${paper.id}`)).status).toBe(refused);
    }
    for (const by of [office, group]) expect((await bytesOf(id, by)).status).toBe(200);
    expect((await keep(paper.id, png(), { by: group })).status).toBe(403);
  });

  it('writes down who else read it, not who uploaded it', async () => {
    const { letter: paper } = await nominated();
    const { id } = (await keep(paper.id, pdf())).body;
    await bytesOf(id);
    await bytesOf(id, office);
    expect((await lines(id)).map(({ action, unitId }) => [action, unitId])).toEqual([
      ['scans.kept', unit.id],
      ['scans.read', unit.id],
    ]);
  });

  it('is removed by who uploaded it, until the letter is decided upon', async () => {
    const { id, letter: paper } = await nominated();
    const slip = (await keep(paper.id, pdf())).body;
    expect((await app.as(office).delete(`/api/v1/scans/${slip.id}`)).body).toMatchObject({ code: 'not_own_scan' });
    expect((await app.as(secretary).delete(`/api/v1/scans/${slip.id}`)).status).toBe(204);
    expect((await scansOf(paper.id)).body.items).toEqual([]);

    const stands = (await keep(paper.id, png())).body;
    await app.as(group).post(`/api/v1/nominations/${id}/endorsement`);
    expect((await app.as(secretary).delete(`/api/v1/scans/${stands.id}`)).body).toMatchObject({
      status: 409,
      code: 'scan_in_use',
    });
  });

  it('is not removed once somebody else opened it, but superseded with a reason, and stays readable to the office', async () => {
    const { letter: paper } = await nominated();
    const wrong = (await keep(paper.id, pdf())).body;
    await bytesOf(wrong.id, office);
    expect((await app.as(secretary).delete(`/api/v1/scans/${wrong.id}`)).body).toMatchObject({ code: 'scan_in_use' });

    const supersede = (body: object) => app.as(secretary).post(`/api/v1/scans/${wrong.id}/supersession`, body);
    expect((await supersede({})).body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    expect((await supersede({ reason: 'Thiếu trang 2' })).status).toBe(200);
    await keep(paper.id, pdf({ pages: 2 }));

    expect((await scansOf(paper.id)).body.items.map(({ pages }) => pages)).toEqual([2]);
    expect(
      (await scansOf(paper.id, office)).body.items.map(({ pages, supersededAt }) => [pages, !supersededAt]),
    ).toEqual([
      [2, true],
      [1, false],
    ]);
    expect([(await bytesOf(wrong.id)).status, (await bytesOf(wrong.id, office)).status]).toEqual([404, 200]);
    expect((await app.as(office).post(`/api/v1/scans/${wrong.id}/supersession`, { reason: 'x' })).body).toMatchObject({
      code: 'scan_superseded',
    });
  });

  it('takes what is refused by name, whatever it is called', async () => {
    const { letter: paper } = await nominated();
    const codeOf = async (content: Buffer, name?: string) =>
      (await keep(paper.id, content, { name })).body.errors?.[0]?.code;
    expect(await codeOf(Buffer.alloc(0))).toBe('empty_file');
    expect(await codeOf(Buffer.from('PK\x03\x04'), 'cv.pdf')).toBe('no_scan');
    expect(await codeOf(pdf({ more: '4 0 obj\n<</S /JavaScript /JS (x)>>\nendobj\n' }))).toBe('has_actions');
    expect(await codeOf(png({ width: 60_000, height: 60_000 }), 'to.png')).toBe('too_many_dots');
    expect(await codeOf(Buffer.concat([pdf(), Buffer.alloc(30 * 1024 * 1024)]))).toBe('too_large');
    expect((await scansOf(paper.id)).body.items).toEqual([]);
  });

  it('leaves place and device out of a picture, and paths out of a name', async () => {
    const { letter: paper } = await nominated();
    const { body } = await keep(paper.id, jpeg({ exif: exifWithPlace }), { name: '../../x\0.exe.jpg' });
    expect(body.fileName).toBe('x.exe.jpg');
    expect((await bytesOf(body.id)).content.toString('latin1')).not.toContain('GPS');
  });

  it('names no paper there is not, and no kind there is not', async () => {
    const { letter: paper } = await nominated();
    expect((await keep(inClass.id, pdf())).status).toBe(404);
    expect((await keep(paper.id, pdf(), { kind: 'group_letter' })).status).toBe(404);
    expect((await keep(paper.id, pdf(), { kind: 'dossier' })).body).toMatchObject({ status: 422 });
    expect((await app.as(office).get(`/scans/dossier/${paper.id}`)).status).toBe(404);
  });

  describe('on pages', () => {
    const path = () => `/classes/${inClass.id}/candidates`;

    it('comes with the letter as a unit sends its people, and a file that is refused loses nothing typed', async () => {
      const person = await a.person({ in: unit });
      const typed = { personIds: person.id, unitId: unit.id, ...letterFields };
      const zip = { name: 'cv.pdf', content: Buffer.from('PK\x03\x04') };
      const refused = await app.as(secretary).upload<string>(path(), zip, typed);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('không phải PDF, JPEG hay PNG');
      expect(refused.text).toContain('value="47-CV/ĐU"');
      expect(await app.sql('SELECT 1 FROM nominations WHERE person_id = $1', person.id)).toEqual([]);

      await app.as(secretary).upload(path(), { name: 'cv.pdf', content: pdf() }, typed);
      const [paper] = await app.sql<{ id: string }>('SELECT id FROM unit_letters WHERE unit_id = $1', unit.id);
      expect((await scansOf(paper!.id)).body.items).toMatchObject([{ fileName: 'cv.pdf' }]);
    });

    it('comes with the Group’s letter as many are endorsed, and is not taken without its number', async () => {
      const both = [await nominated(), await nominated()];
      const form = (fields: Record<string, string>) => {
        const body = new FormData();
        for (const { id } of both) body.append('nominationIds', id);
        for (const [name, value] of Object.entries({ decision: 'endorse', ...fields })) body.append(name, value);
        body.append('file', new Blob([new Uint8Array(pdf())]), 'tap-doan.pdf');
        return fetch(`${app.url}/classes/${inClass.id}/nominations/reviews`, {
          method: 'POST',
          body,
          headers: { authorization: `Bearer ${group.token}`, 'accept-language': 'vi' },
          redirect: 'manual',
        });
      };
      const bare = await form({});
      expect(bare.status).toBe(422);
      expect(await bare.text()).toContain('Có bản chụp thì cần ghi số và ngày');
      expect((await form({ 'letter.number': '208-CV/ĐUTĐ', 'letter.date': '2026-01-05' })).status).toBe(303);
      const { body } = await app.as(group).get<{ groupLetter: { id: string } }>(`/api/v1/nominations/${both[0]!.id}`);
      expect((await scansOf(body.groupLetter.id, group, 'group_letter')).body.items).toHaveLength(1);
      // It names people of several units, so a unit reads its number and no more.
      expect((await scansOf(body.groupLetter.id, secretary, 'group_letter')).status).toBe(404);
    });

    it('is uploaded, superseded and removed on the page of its letter', async () => {
      const { letter: paper } = await nominated();
      const page = `/scans/unit_letter/${paper.id}`;
      expect((await app.as(secretary).get<string>(page)).text).toContain('Chưa có bản chụp');
      const nothing = await app.as(secretary).upload<string>(page, { name: '', content: Buffer.alloc(0) });
      expect(nothing.status).toBe(422);
      expect((await app.as(secretary).upload(page, { name: 'cv.pdf', content: pdf() })).status).toBe(303);
      const [first] = (await scansOf(paper.id)).body.items;
      const shown = (await app.as(secretary).get<string>(page)).text;
      expect(shown).toContain(`/api/v1/scans/${first!.id}/file`);
      expect(shown).toContain('Xóa');
      expect((await app.as(office).get<string>(page)).text).toContain('Thay bản chụp');
      await bytesOf(first!.id, office);
      const late = await app.as(secretary).form(`${page}/${first!.id}/removal`, {});
      expect(late.status).toBe(409);
      expect(late.text).toContain('đã có người khác mở');
      const bare = await app.as(secretary).form(`${page}/${first!.id}/supersession`, {});
      expect(bare.status).toBe(422);
      expect((await app.as(secretary).form(`${page}/${first!.id}/supersession`, { reason: 'Mờ' })).status).toBe(303);
      expect((await app.as(secretary).get<string>(page)).text).not.toContain('Mờ');
      expect((await app.as(office).get<string>(page)).text).toContain('Mờ');
    });

    it('lists the letters of a class with who sent them, how many they name and whether a scan is there', async () => {
      const { id, letter: paper } = await nominated();
      await nominated();
      await app.as(group).post(`/api/v1/nominations/${id}/endorsement`, {
        letter: { number: '215-CV/ĐUTĐ', date: '2026-01-05' },
      });
      await keep(paper.id, pdf());
      const list = async (query: string, by = office) =>
        (
          await app
            .as(by)
            .get<{ items: { kind: string; number: string; names: number; scans: number }[] }>(
              `/api/v1/classes/${inClass.id}/letters${query}`,
            )
        ).body.items.map(({ kind, number, names, scans }) => [kind, number, names, scans]);
      expect(await list('?sort=unit')).toEqual(
        expect.arrayContaining([
          ['unit_letter', '47-CV/ĐU', 2, 1],
          ['group_letter', '215-CV/ĐUTĐ', 1, 0],
        ]),
      );
      expect(await list('?isMissingScan=true')).toEqual([['group_letter', '215-CV/ĐUTĐ', 1, 0]]);
      expect(await list('', stranger)).toEqual([]);
      const missing = (await app.as(office).get<string>(`/classes/${inClass.id}/letters?isMissingScan=on`)).text;
      expect(missing).toContain('215-CV/ĐUTĐ');
      expect(missing).not.toContain('47-CV/ĐU');
    });

    it('records the Group’s letter with its scan for those endorsed before', async () => {
      const { id } = await nominated();
      await app.as(group).post(`/api/v1/nominations/${id}/endorsement`);
      const path = `/classes/${inClass.id}/letters`;
      expect((await app.as(group).get<string>(path)).text).toContain('chưa ghi công văn');
      const fields = { nominationIds: id, 'letter.number': '208-CV/ĐUTĐ', 'letter.date': '2026-01-05' };
      await app.as(group).upload(path, { name: 'cv.pdf', content: pdf() }, fields);
      expect((await app.as(group).get<string>(path)).text).not.toContain('chưa ghi công văn');
      const { body } = await app.as(group).get<{ groupLetter: { id: string } }>(`/api/v1/nominations/${id}`);
      expect((await scansOf(body.groupLetter.id, office, 'group_letter')).body.items).toHaveLength(1);
    });
  });
});
