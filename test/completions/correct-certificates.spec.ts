import { certificateSheet } from '../../src/completions/certificates/sheet';
import { CertificatesQueries } from '../../src/completions/certificates/certificates.queries';
import { everybody } from '../../src/completions/completions.policy';
import type { BuiltAccount, BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

interface Item {
  readonly id: string;
  readonly number: string;
  readonly verificationCode: string;
  readonly validUntil: string | null;
  readonly version: number;
}
interface Problem {
  readonly code: string;
  readonly errors: { readonly field: string; readonly code: string }[];
}

describe('what a certificate says', () => {
  let inClass: BuiltClass;
  let learner: BuiltEnrollment;
  let holder: BuiltAccount;

  beforeEach(async () => {
    inClass = await given.class(await given.course({ nameVi: 'Bồi dưỡng đảng viên mới', nameEn: 'New members' }));
    learner = await given.enrolled(inClass, { person: await a.person({ fullName: 'Lê Thị Anh' }) });
    holder = await a.account({ person: learner.person });
    await close(inClass);
  });

  const certificate = async (standing = 'issued') =>
    (await app.as(office).get<{ items: Item[] }>(`/api/v1/certificates?classId=${inClass.id}&standing=${standing}`))
      .body.items[0]!;
  const amend = (id: string, what: string, body: object) =>
    app.as(office).post<Item & Problem>(`/api/v1/certificates/${id}/${what}`, body);
  const correct = async (body: object) =>
    amend((await certificate()).id, 'corrections', { reason: 'Ghi sai', ...body });
  const record = async () =>
    (await app.as(holder).get<{ items: Record<string, unknown>[] }>('/api/v1/me/training-record')).body.items[0]!;
  const verify = async ({ verificationCode }: Item) =>
    (await app.as(null).get<string>(`/verify/${verificationCode}`)).text;
  const printedNow = async (id: string) => {
    const printed = await app.get(CertificatesQueries).certificate(id, everybody);
    return JSON.stringify(certificateSheet(printed!, 'https://x', true));
  };

  it('is corrected in every printed fact, and record, paper and page for strangers say the same', async () => {
    const said = {
      holderName: 'Lê Thị Ánh',
      birthDate: '1981-06-13',
      unitName: 'Chi bộ Xí nghiệp 2',
      courseName: 'Bồi dưỡng đảng viên mới (đợt 2)',
      className: 'Lớp khóa II năm 2025',
      startedOn: '2025-12-16',
      endedOn: '2025-12-20',
      grade: 'very_good',
      issuedOn: '2026-01-04',
    };
    const signed = { place: 'Thủ Đức', signerCapacity: 'TM. Ban Thường vụ – Phó Bí thư', signerName: 'Phạm Minh Đức' };
    const corrected = await correct({ ...said, ...signed, decision: '7-QĐ/ĐUK' });
    expect(corrected.status).toBe(200);
    expect(corrected.body).toMatchObject({ version: 2, validUntil: '2031-01-04' });

    const recorded = Object.fromEntries(Object.entries(said).filter(([fact]) => fact !== 'birthDate'));
    expect(await record()).toMatchObject({ ...recorded, validUntil: '2031-01-04', reason: 'Ghi sai' });
    const paper = await printedNow(corrected.body.id);
    const page = await verify(corrected.body);
    for (const words of ['Chi bộ Xí nghiệp 2', said.courseName, said.className, 'Giỏi', 'Phạm Minh Đức']) {
      expect(paper).toContain(words);
      expect(page).toContain(words);
    }
    for (const words of ['LÊ THỊ ÁNH', 'Sinh ngày 13/06/1981', 'ngày 04 tháng 01 năm 2026', 'Thủ Đức'])
      expect(paper).toContain(words);
    for (const words of ['Lê Thị Ánh', '1981', '04/01/2026']) expect(page).toContain(words);
    expect(page).not.toContain('13/06/1981');
    const results = await app.as(office).get<{ items: object[] }>(`/api/v1/classes/${inClass.id}/completions`);
    expect(results.body.items).toMatchObject([{ grade: 'very_good' }]);
    const history = await app.as(office).get<string>(`/certificates/${corrected.body.id}`);
    expect(history.text).toContain('Họ và tên: Lê Thị Anh');
    expect(history.text).toContain('Xếp loại: Không xếp loại');
    expect(history.text).not.toContain('Nội dung khi đó: Ngày sinh');
  });

  it('holds as long after another day of issue, unless its last day is corrected or taken away on purpose', async () => {
    expect((await correct({ issuedOn: '2026-01-02' })).body.validUntil).toBe('2031-01-02');
    expect((await correct({ issuedOn: '2026-01-03', validUntil: '2029-12-31' })).body.validUntil).toBe('2029-12-31');
    expect((await correct({ issuedOn: '2026-01-04' })).body.validUntil).toBe('2029-12-31');
    expect((await correct({ validUntil: null })).body.validUntil).toBeNull();
    expect(await record()).toMatchObject({ issuedOn: '2026-01-04', validUntil: null, awardRevokedOn: null });
    expect((await app.as(holder).get<string>('/my-training-record')).text).toContain('Không thời hạn');
  });

  it('keeps days that can be, and another grade needs a decision', async () => {
    const refused = async (body: object) => {
      const { status, body: problem } = await correct(body);
      return [status, problem.errors[0]!.field, problem.errors[0]!.code];
    };
    expect(await refused({ issuedOn: '2026-01-06' })).toEqual([422, 'issuedOn', 'not_yet']);
    expect(await refused({ issuedOn: '2025-12-18' })).toEqual([422, 'issuedOn', 'before_end']);
    expect(await refused({ issuedOn: '2025-12-30' })).toEqual([422, 'issuedOn', 'another_year']);
    expect(await refused({ validUntil: '2026-01-01' })).toEqual([422, 'validUntil', 'before_issue']);
    expect(await refused({ grade: 'good' })).toEqual([422, 'decision', 'decision_needed']);
    const form = `/certificates/${(await certificate()).id}/correction`;
    const sent = { holderName: 'Lê Thị Ánh', grade: 'good', reason: 'Vào sổ nhầm', decision: '' };
    const page = await app.as(office).form(form, sent);
    expect(page.status).toBe(422);
    expect(page.text).toContain('Xếp loại khác với kết quả của lớp thì phải có quyết định');
    expect(page.text).toContain('value="Lê Thị Ánh"');
  });

  it('is corrected on the certificate and not in the record beside it', async () => {
    const path = `/api/v1/training-records/${(await record())['id'] as string}/corrections`;
    const beside = await app.as(office).post<Problem>(path, { holderName: 'Lê Thị Ánh', reason: 'Thiếu dấu' });
    expect([beside.status, beside.body.code]).toEqual([409, 'corrected_on_certificate']);
    expect((await app.as(office).post(path, { position: 'Tổ trưởng', reason: 'Sót' })).status).toBe(201);
    const line = await app.as(office).get<string>(`/training-records/${(await record())['id'] as string}`);
    expect(line.text).toContain('Mở giấy chứng nhận');
    expect(line.text).not.toContain('name="holderName"');
  });

  it('is in force nowhere once it was replaced, and who has the paper reads what stands in its place now', async () => {
    const { id } = await certificate();
    const young = await amend(id, 'replacement', { reason: 'Bị mất' });
    const old = await certificate('replaced');
    const page = await verify(old);
    expect(page).toContain(`Nay chỉ giấy số ${young.body.number}, cấp ngày 05/01/2026, có giá trị.`);
    expect(page).toContain(`Giấy đang có giá trị: số ${young.body.number}`);
    expect(page).toContain('Không còn giá trị');
    expect(page).not.toContain(young.body.verificationCode);
    expect(await printedNow(id)).not.toContain('Có giá trị đến');
    expect(await printedNow(young.body.id)).toContain('Có giá trị đến');
    expect(await record()).toMatchObject({ awardNumber: young.body.number });

    await amend(young.body.id, 'revocation', { reason: 'Khai sai', decision: '15-QĐ/ĐUK' });
    for (const one of [old, await certificate('revoked')]) {
      const since = await verify(one);
      expect(since).toContain('Không có giấy nào có giá trị thay cho giấy này.');
      expect(since).not.toContain('Giấy đang có giá trị');
    }
  });

  it('is in force nowhere once it was revoked: not on the record, a desk, what is needed, a list or its paper', async () => {
    const { id } = await certificate();
    await amend(id, 'revocation', { reason: 'Khai sai', decision: '15-QĐ/ĐUK' });
    const secretary = await a.secretaryOf({ id: learner.person.unitId });
    const readers: [BuiltAccount, string][] = [
      [holder, '/'],
      [holder, '/my-training-record'],
      [holder, '/certificates'],
      [holder, `/certificates/${id}`],
      [office, `/people/${learner.person.id}/training-record`],
      [secretary, `/people/${learner.person.id}/training-needs`],
      [secretary, '/reports/coverage'],
      [office, `/classes/${inClass.id}/completion`],
    ];
    for (const [reader, path] of readers) {
      const { status, text } = await app.as(reader).get<string>(path);
      expect([path, status]).toEqual([path, 200]);
      expect(text).not.toMatch(/Không thời hạn|Còn giá trị đến|>Còn giá trị</);
    }
    expect(await printedNow(id)).not.toContain('Có giá trị đến');
  });
});
