import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson } from '../builders';

interface Row {
  readonly fullName: string;
  readonly verdict: string;
  readonly personId: string | null;
  readonly certificate: Record<string, unknown> | null;
  readonly problems: { readonly field: string; readonly code: string }[];
}
interface Trial {
  readonly id: string;
  readonly state: string;
  readonly summary: Record<string, number>;
  readonly unread: readonly unknown[];
}

const heading = 'TT;Họ và tên;Ngày sinh;Mã cán bộ;Chương trình;Số GCN;Ngày cấp;Nơi cấp;Giá trị đến;Xếp loại';

describe('a sheet of certificates from before this service', () => {
  let app: TestApp;
  let a: Builders;
  let dataOfficer: BuiltAccount;
  let blocId: string;
  let courseId: string;
  let [an, binh]: BuiltPerson[] = [];
  let count = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    const { bloc } = await a.organization();
    blocId = bloc.id;
    dataOfficer = await a.account({ roles: [['data_officer', bloc]] });
    courseId = (await a.course({ nameVi: 'Bồi dưỡng nhận thức về Đảng', raisesTo: 'elementary' })).id;
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    count += 1;
    an = await a.person({ fullName: 'Lê Văn An', birthDate: `1985-03-0${count}`, theoryLevel: 'none' });
    binh = await a.person({ fullName: 'Phạm Thị Bình', birthDate: `1990-11-0${count}` });
  });

  const send = async (lines: readonly string[], fields: Record<string, string> = {}, by = dataOfficer) =>
    app
      .as(by)
      .upload<Trial & { code: string; errors: { field: string }[] }>(
        '/api/v1/certificate-imports',
        { name: 'so-cap-giay.csv', content: Buffer.from(`\uFEFF${[heading, ...lines].join('\r\n')}`, 'utf8') },
        { unitId: blocId, ...fields },
      );
  const shown = async (id: string, query = '') =>
    (await app.as(dataOfficer).get<Trial & { rows: { items: Row[] } }>(`/api/v1/certificate-imports/${id}${query}`))
      .body;
  const apply = (id: string) =>
    app.as(dataOfficer).post<{ code: string }>(`/api/v1/certificate-imports/${id}/application`);
  const recordOf = async ({ id }: BuiltPerson) =>
    (
      await app
        .as(dataOfficer)
        .get<{ theoryLevel: string; items: { id: string; awardNumber: string }[] }>(
          `/api/v1/people/${id}/training-record`,
        )
    ).body;
  const course = 'Bồi dưỡng nhận thức về Đảng';
  const number = (n: number) => `${n}/${2000 + count}/GCN`;

  it('is compared first, row by row, and enters nothing', async () => {
    const trial = await send([
      `1;LÊ VĂN AN;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;Giỏi`,
      `2;Phạm Thị Bình;;${binh!.code};${course};${number(2)};30/06/2022;Đảng ủy Khối;Không thời hạn;`,
      `3;Trần Lạ Mặt;01/01/1980;;${course};${number(3)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
      `4;Lê Văn An;0${count}/03/1985;;Lớp nấu ăn;${number(4)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
      `5;Lê Văn An;0${count}/03/1985;;${course};${number(5)};30/06/2022;Đảng ủy Khối;;`,
      `6;Lê Văn An;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
      `7;Lê Văn An;0${count}/03/1985;${binh!.code};${course};${number(6)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
      `;Cộng: 7 giấy;;;;;;;;`,
    ]);
    expect(trial.status).toBe(201);
    expect(trial.body.summary).toEqual({ new: 2, same: 0, refused: 5 });
    const { items } = (await shown(trial.body.id)).rows;
    expect(items.map(({ verdict, problems }) => [verdict, ...problems.map(({ code }) => code)])).toEqual([
      ['new'],
      ['new'],
      ['refused', 'nobody_known'],
      ['refused', 'unknown_course'],
      ['refused', 'missing'],
      ['refused', 'number_taken'],
      ['refused', 'code_of_another'],
    ]);
    expect(items[0]).toMatchObject({ personId: an!.id, certificate: { grade: 'very_good', validUntil: '2027-06-30' } });
    expect(items[1]).toMatchObject({ personId: binh!.id, certificate: { validUntil: null } });
    expect((await recordOf(an!)).items).toEqual([]);
  });

  it('is entered as compared, once, and a second file enters only what is new', async () => {
    const first = `1;Lê Văn An;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;`;
    const { id } = (await send([first])).body;
    expect((await apply(id)).body).toEqual({ entered: 1 });
    expect((await apply(id)).body.code).toBe('certificates_already_entered');
    expect(await recordOf(an!)).toMatchObject({
      theoryLevel: 'elementary',
      items: [{ kind: 'earlier_certificate', awardNumber: number(1), courseId, holderName: 'Lê Văn An' }],
    });
    const second = `2;Phạm Thị Bình;0${count}/11/1990;;${course};${number(2)};30/06/2022;Đảng ủy Khối;30/06/2027;`;
    expect((await send([first, second])).body.summary).toEqual({ new: 1, same: 1, refused: 0 });
  });

  it('takes course, issuer and how long they hold from beside the file, where the file says nothing', async () => {
    const row = `1;Lê Văn An;0${count}/03/1985;;;${number(1)};30/06/2022;;;`;
    expect((await send([row])).body.summary).toMatchObject({ new: 0, refused: 1 });
    const { id } = (await send([row], { courseId, issuedBy: 'Đảng ủy Khối', validMonths: '60' })).body;
    const [said] = (await shown(id)).rows.items;
    expect(said!.certificate).toMatchObject({ courseId, issuedBy: 'Đảng ủy Khối', validUntil: '2027-06-30' });
    const lasting = (await send([row], { courseId, issuedBy: 'Đảng ủy Khối', validMonths: '0' })).body;
    expect((await shown(lasting.id)).rows.items[0]).toMatchObject({
      verdict: 'new',
      certificate: { validUntil: null },
    });
    const again = await app.as(dataOfficer).post<Trial>(`/api/v1/certificate-imports/${id}/readings`, {});
    expect(again.body.summary).toMatchObject({ new: 1 });
  });

  it('enters nothing when somebody entered one of them meanwhile', async () => {
    const rows = [
      `1;Lê Văn An;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
      `2;Phạm Thị Bình;0${count}/11/1990;;${course};${number(2)};30/06/2022;Đảng ủy Khối;30/06/2027;`,
    ];
    const [one, other] = [(await send(rows)).body, (await send(rows.slice(0, 1))).body];
    await apply(other.id);
    const refused = await apply(one.id);
    expect([refused.status, refused.body.code]).toEqual([409, 'certificates_changed_since_dry_run']);
    expect((await recordOf(binh!)).items).toEqual([]);
  });

  it('is taken back whole with a reason, unless one of it was corrected since', async () => {
    const { id } = (
      await send([`1;Lê Văn An;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;`])
    ).body;
    await apply(id);
    const [line] = (await recordOf(an!)).items;
    const back = (reason?: string) =>
      app.as(dataOfficer).post<{ code: string }>(`/api/v1/certificate-imports/${id}/reversal`, { reason });
    expect((await back()).status).toBe(422);
    await app
      .as(await a.office())
      .post(`/api/v1/training-records/${line!.id}/corrections`, { grade: 'good', reason: 'Sót' });
    expect((await back('Nhầm tệp')).body.code).toBe('certificates_built_on');

    const other = (
      await send([`1;Lê Văn An;0${count}/03/1985;;${course};${number(2)};30/06/2022;Đảng ủy Khối;30/06/2027;`])
    ).body;
    await apply(other.id);
    const page = await app.as(dataOfficer).form(`/certificate-imports/${other.id}/reversal`, { reason: 'Nhầm tệp' });
    expect(page.status).toBe(303);
    expect((await recordOf(an!)).items.map(({ awardNumber }) => awardNumber)).toEqual([number(1)]);
    expect((await shown(other.id)).state).toBe('reversed');
  });

  it('leaves out its sender’s own row, and is nobody’s who only keeps a roster', async () => {
    const mine = await a.account({ person: an!, roles: [['data_officer', (await a.organization()).bloc]] });
    const row = `1;Lê Văn An;0${count}/03/1985;;${course};${number(1)};30/06/2022;Đảng ủy Khối;30/06/2027;`;
    const { id } = (await send([row], {}, mine)).body;
    expect((await shown(id)).rows.items[0]).toMatchObject({
      verdict: 'refused',
      problems: [{ code: 'about_oneself' }],
    });
    const secretary = await a.secretaryOf({ id: an!.unitId });
    expect((await send([row], { unitId: an!.unitId }, secretary)).status).toBe(403);
  });
});
