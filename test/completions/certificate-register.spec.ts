import { InvariantsService } from '../../src/invariants/invariants.service';
import type { BuiltClass, BuiltPerson } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

interface Item {
  readonly id: string;
  readonly number: string;
  readonly holderName: string;
  readonly state: string;
  readonly standing: string;
  readonly version: number;
  readonly verificationCode: string;
  readonly validUntil: string;
  readonly replacesNumber: string | null;
  readonly replacedByNumber: string | null;
}
interface Problem {
  readonly code: string;
  readonly errors: { field: string }[];
}
interface Line {
  readonly event: string;
  readonly reason: string | null;
  readonly facts: { version: number; holderName: string };
}

const lines = 'certificate_register_lines';

describe('the register of certificates', () => {
  let inClass: BuiltClass;
  const people: BuiltPerson[] = [];

  beforeAll(async () => {
    inClass = await given.class();
    for (const name of ['Lê Thị Anh', 'Phạm Văn Bình', 'Trần Văn Cảnh', 'Võ Văn Dũng']) {
      const person = await a.person({ fullName: name });
      people.push(person);
      await given.enrolled(inClass, { person });
    }
    await close(inClass);
  });

  const broken = async () => (await app.get(InvariantsService).examine(['I7']))[0]!.ids;
  const find = async (search: string, standing = 'issued') =>
    (
      await app
        .as(office)
        .get<{ items: Item[] }>(`/api/v1/certificates?search=${encodeURIComponent(search)}&standing=${standing}`)
    ).body.items[0]!;
  const amend = (certificate: Item, what: string, body: object) =>
    app.as(office).post<Item & Problem>(`/api/v1/certificates/${certificate.id}/${what}`, body);
  const linesOf = async ({ id }: Item) =>
    (await app.as(office).get<{ items: Line[] }>(`/api/v1/certificates/${id}/lines`)).body.items;
  const recordOf = async (person: BuiltPerson) =>
    (
      await app.sql<{ number: string | null; until: string | null }>(
        `SELECT award_number AS number, valid_until AS until FROM training_records r WHERE person_id = $1
         AND NOT EXISTS (SELECT 1 FROM training_records newer WHERE newer.supersedes_id = r.id)`,
        person.id,
      )
    )[0];

  it('has one line for each certificate, chained by the database, and the journal knows its end', async () => {
    const lines = await app.sql<{ position: number; event: string; first: boolean }>(
      `SELECT position, event, previous_hash = '' AS first FROM certificate_register_lines ORDER BY position`,
    );
    expect(lines.map(({ position, event, first }) => [position, event, first])).toEqual([
      [1, 'issued', true],
      [2, 'issued', false],
      [3, 'issued', false],
      [4, 'issued', false],
    ]);
    const [journal] = await app.sql(
      `SELECT j.facts ->> 'hash' = encode(r.last_hash, 'hex') AS fits FROM journal_lines j, certificate_registers r WHERE j.action = 'certificates.issued'`,
    );
    expect(journal).toEqual({ fits: true });
    expect(await broken()).toEqual([]);
  });

  it('keeps the number of one that is corrected, and the version before it', async () => {
    const wrong = await find('Anh');
    const corrected = await amend(wrong, 'corrections', {
      holderName: 'Lê Thị Ánh',
      reason: 'Thiếu dấu trong họ tên',
      version: 1,
    });
    expect(corrected.status).toBe(200);
    expect(corrected.body).toMatchObject({ number: wrong.number, holderName: 'Lê Thị Ánh', version: 2 });
    expect((await linesOf(wrong)).map(({ event, facts }) => [event, facts.version, facts.holderName])).toEqual([
      ['issued', 1, 'Lê Thị Anh'],
      ['corrected', 2, 'Lê Thị Ánh'],
    ]);
    const page = await app.as(null).get<string>(`/verify/${wrong.verificationCode}`);
    expect(page.text).toContain('được đính chính ngày 05/01/2026');
    const old = await app.as(office).download(`/api/v1/certificates/${wrong.id}/pdf?version=1`);
    expect(old.content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('refuses a correction that changes nothing, comes from an older page or turns days round, naming the field', async () => {
    const certificate = await find('Ánh');
    const nothing = await amend(certificate, 'corrections', { holderName: 'Lê Thị Ánh', reason: 'Như cũ' });
    expect([nothing.status, nothing.body.errors[0]!.field]).toEqual([422, 'holderName']);
    const stale = await amend(certificate, 'corrections', { holderName: 'Lê Ánh', reason: 'x', version: 1 });
    expect([stale.status, stale.body.code]).toEqual([412, 'changed_meanwhile']);
    const backwards = await amend(certificate, 'corrections', { endedOn: '2025-12-01', reason: 'x' });
    expect([backwards.status, backwards.body.errors[0]!.field]).toEqual([422, 'endedOn']);
  });

  it('gives a lost one the next number, and both know each other', async () => {
    const lost = await find('Bình');
    const young = await amend(lost, 'replacement', { reason: 'Bị mất' });
    expect(young.status).toBe(201);
    expect(young.body).toMatchObject({
      number: '005/2026/GCN-ĐUK',
      replacesNumber: lost.number,
      validUntil: lost.validUntil,
    });
    expect(young.body.verificationCode).not.toBe(lost.verificationCode);
    expect(await find('Bình', 'replaced')).toMatchObject({ id: lost.id, replacedByNumber: '005/2026/GCN-ĐUK' });
    expect((await recordOf(people[1]!))!.number).toBe('005/2026/GCN-ĐUK');
    const page = await app.as(null).get<string>(`/verify/${lost.verificationCode}`);
    expect(page.text).toContain('được cấp lại bằng giấy số 005/2026/GCN-ĐUK');
    expect(page.text).not.toContain('Bị mất');
    expect((await amend(lost, 'replacement', { reason: 'Lần nữa' })).body.code).toBe('certificate_not_in_force');
  });

  it('revokes by a decision, for good, and leaves the course in the training record', async () => {
    const certificate = await find('Cảnh');
    const form = `/certificates/${certificate.id}/revocation`;
    const refused = await app.as(office).form(form, { decision: '', reason: 'Khai sai lý lịch học tập' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Khai sai lý lịch học tập');
    const sent = { decision: '15-QĐ/ĐUK', reason: 'Khai sai lý lịch học tập' };
    expect((await app.as(office).form(form, sent)).status).toBe(303);
    expect(await recordOf(people[2]!)).toEqual({ number: null, until: null });
    const holder = await a.account({ person: people[2]! });
    const record = await app.as(holder).get<{ items: object[] }>('/api/v1/me/training-record');
    expect(record.body.items).toMatchObject([{ awardNumber: null, validUntil: null, awardRevokedOn: '2026-01-05' }]);
    for (const path of ['/my-training-record', '/']) {
      const { text } = await app.as(holder).get<string>(path);
      expect(text).toContain('Đã thu hồi ngày 05/01/2026');
      expect(text).not.toMatch(/Không thời hạn|Còn giá trị đến/);
    }
    const card = /Giấy chứng nhận, bằng còn giá trị[\s\S]{0,200}?>(\d+)</;
    expect(card.exec((await app.as(holder).get<string>('/my-training-record')).text)?.[1]).toBe('0');
    const ofRegister = await app.as(office).get<string>(`/certificates/${certificate.id}`);
    expect(ofRegister.text).toContain('Không còn giá trị');
    const page = await app.as(null, 'en').get<string>(`/verify/${certificate.verificationCode}`);
    expect(page.text).toContain('It was revoked on 05/01/2026.');
    expect(page.text).not.toContain('Khai sai');
    for (const [what, body] of [
      ['corrections', { holderName: 'Khác', reason: 'x' }],
      ['replacement', { reason: 'x' }],
      ['revocation', sent],
    ] as const)
      expect((await amend(certificate, what, body)).body.code).toBe('certificate_not_in_force');
  });

  it('has journalled what was done, with who and why, and still holds together', async () => {
    const lines = await app.sql<{ action: string; reason: string }>(
      `SELECT action, reason FROM journal_lines WHERE subject_type = 'certificate' AND action <> 'certificates.printed' ORDER BY id`,
    );
    expect(lines).toEqual([
      { action: 'certificates.corrected', reason: 'Thiếu dấu trong họ tên' },
      { action: 'certificates.replaced', reason: 'Bị mất' },
      { action: 'certificates.revoked', reason: 'Khai sai lý lịch học tập' },
    ]);
    expect(await broken()).toEqual([]);
    const page = await app.as(office).get<string>(`/certificates/${(await find('Ánh')).id}`);
    expect(page.text).toContain('Nội dung khi đó: Họ và tên: Lê Thị Anh.');
  });

  it('cannot be replaced once its time is over', async () => {
    const certificate = await find('Dũng');
    const now = app.clock.now();
    app.clock.moveTo(new Date('2031-01-06T08:00:00+07:00'));
    expect((await amend(certificate, 'replacement', { reason: 'Mất' })).body.code).toBe('certificate_expired');
    app.clock.moveTo(now);
  });

  it('is not changed by anybody: the database refuses', async () => {
    for (const harm of [
      () => a.change(lines, {}, { reason: 'khác' }),
      () => a.remove(lines),
      () => app.sql(`TRUNCATE ${lines}`),
    ])
      await expect(harm()).rejects.toThrow('never changed');
  });

  describe('looked at by the doctor', () => {
    const kept = ['certificate_register_lines', 'certificates_handed_out'];
    const tables = ['certificate_registers', 'certificates', ...kept];
    const past = async (guard: 'DISABLE' | 'ENABLE') => {
      for (const table of kept) await app.sql(`ALTER TABLE ${table} ${guard} TRIGGER USER`);
    };

    beforeAll(async () => {
      for (const table of tables) await app.sql(`CREATE TABLE kept_${table} AS TABLE ${table}`);
    });
    beforeEach(() => past('DISABLE'));
    afterEach(async () => {
      await past('DISABLE');
      await app.sql(`TRUNCATE ${tables.join(', ')}`);
      for (const table of tables) await app.sql(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
      await past('ENABLE');
      expect(await broken()).toEqual([]);
    });

    const certificate = (sequence: number, words: object) => a.change('certificates', { sequence }, words);
    const cutOut = async (sequence: number) => {
      const [entered] = await app.sql<{ id: string }>('SELECT id FROM certificates WHERE sequence = $1', sequence);
      await a.remove(lines, { certificateId: entered!.id });
    };
    it.each<[string, () => Promise<unknown>, string]>([
      ['a changed line', () => a.change(lines, { position: 5 }, { reason: 'khác' }), 'GCN 2026 line 5'],
      [
        'a name changed in a line',
        () => app.sql(`UPDATE ${lines} SET facts = facts || '{"holderName": "Khác"}' WHERE position = 1`),
        'GCN 2026 line 1',
      ],
      ['a line taken out of the middle', () => a.remove(lines, { position: 5 }), 'GCN 2026 line 6'],
      [
        'the last line cut off',
        () => app.sql(`DELETE FROM ${lines} WHERE position = (SELECT max(position) FROM ${lines})`),
        'GCN 2026 end of the register',
      ],
      [
        'a broken chain whose own hashes fit',
        async () => {
          await a.change(lines, { position: 6 }, { previousHash: Buffer.from('x') });
          await app.sql(`UPDATE ${lines} l SET hash = certificate_line_hash(l) WHERE position = 6`);
        },
        'GCN 2026 line 6',
      ],
      ['a certificate changed past the register', () => certificate(4, { holderName: 'Khác' }), '004/2026/GCN-ĐUK'],
      ['a certificate nobody entered', () => cutOut(4), '004/2026/GCN-ĐUK'],
      [
        'a gap in the numbers',
        async () => {
          await cutOut(3);
          await a.remove('certificates', { sequence: 3 });
        },
        'GCN 2026',
      ],
      [
        'a replacement that leads nowhere',
        () => certificate(5, { replacesId: null }),
        '002/2026/GCN-ĐUK replaced by none',
      ],
      [
        'a replacement of one that is in force',
        () =>
          app.sql(
            'UPDATE certificates SET replaces_id = (SELECT id FROM certificates WHERE sequence = 4) WHERE sequence = 5',
          ),
        '005/2026/GCN-ĐUK replaces 004/2026/GCN-ĐUK',
      ],
    ])('shows %s', async (_, harm, found) => {
      await harm();
      await past('ENABLE');
      expect(await broken()).toContain(found);
    });

    it('shows a register written anew from the first line, because the journal remembers', async () => {
      await certificate(4, { holderName: 'Khác' });
      await app.sql(`CREATE TABLE again AS SELECT * FROM ${lines} ORDER BY position`);
      await app.sql(`TRUNCATE ${lines}`);
      await a.change('certificate_registers', {}, { lastPosition: 0, lastHash: '' });
      await past('ENABLE');
      await app.sql(
        `INSERT INTO ${lines} (certificate_id, event, at, account_id, actor_name, reason, decision)
         SELECT certificate_id, event, at, account_id, actor_name, reason, decision FROM again ORDER BY position`,
      );
      const found = await broken();
      expect(found.some((id) => /^GCN 2026 line 4 against journal line \d+$/.test(id))).toBe(true);
    });

    it('counts lines by the hundred thousand, and names the first of them', async () => {
      await app.sql(
        `INSERT INTO ${lines} (series, year, position, certificate_id, event, at, actor_name, facts, previous_hash, hash)
         SELECT series, year, 2 * n, certificate_id, event, at, actor_name, '{}', '', '' FROM ${lines}, generate_series(10, 200_000) n WHERE position = 1`,
      );
      await past('ENABLE');
      const [finding] = await app.get(InvariantsService).examine(['I7']);
      expect(finding!.broken).toBeGreaterThan(199_990);
      expect(finding!.ids).toHaveLength(200);
      expect(finding!.ids[0]).toBe('GCN 2026 line 20');
    });

    it('shows that its guards are off', async () => {
      expect(await broken()).toEqual([
        'missing trigger certificate_register_lines_are_kept',
        'missing trigger certificate_register_lines_are_chained',
      ]);
    });
  });
});
