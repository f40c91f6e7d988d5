import { caseFile } from '../cases/case-file';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

interface Shown {
  readonly id: string;
  readonly rows: readonly { rowNumber: number; verdict: string; reason: string }[];
}

describe('what is no value in a list', () => {
  let app: TestApp;
  let secretary: BuiltAccount;
  let unit: BuiltUnit;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    inClass = await a.trainingClass({ allocations: [[unit, 3]] });
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
  });
  afterAll(() => app.stop());

  const send = async <Body = Shown>(file: { name: string; content: Buffer }) =>
    app.as(secretary).upload<Body>(`/api/v1/classes/${inClass.id}/list-imports`, file);
  const csv = (text: string) => ({ name: 'danh-sach.csv', content: Buffer.from(text) });

  it('a quote that never closes is told by the row where it opens', async () => {
    const refused = await send<{ code: string; detail: string }>(caseFile('list-11'));
    expect(refused).toMatchObject({ status: 422, body: { code: 'quote_never_closes' } });
    expect(refused.body.detail).toContain('mở ở dòng 4');
  });

  it('a formula nobody calculated is no blank row: it is told at its address', async () => {
    const { body } = await send(caseFile('list-15'));
    const row = body.rows.find(({ rowNumber }) => rowNumber === 5)!;
    expect(row.verdict).toBe('unreadable');
    expect(JSON.stringify(row)).toContain('Ô B5 (Họ và tên) là công thức chưa được tính');
  });

  it('an error keeps even a person of the roster from being nominated', async () => {
    const list = 'TT;Họ và tên;Ngày sinh;Chức vụ;Tuổi\n1;Lê Văn An;12/05/1980;#REF!;#VALUE!\n2;#N/A;12/05/1980;CV;1';
    const { body } = await send(csv(list));
    expect(body.rows.filter(({ rowNumber }) => rowNumber > 1)).toMatchObject([
      { rowNumber: 2, verdict: 'unreadable' },
      { rowNumber: 3, verdict: 'unreadable' },
    ]);
    const said = JSON.stringify(body.rows);
    expect(said).toContain('Ô D2 (Chức vụ) mang giá trị lỗi #REF!');
    expect(said).toContain('Ô B3 (Họ và tên) mang giá trị lỗi #N/A');
    // Nobody reads that column.
    expect(said).not.toContain('#VALUE!');
  });

  it('letters of an old font are refused, in the heading too', async () => {
    for (const text of [
      'TT;Họ và tên;Ngày sinh\n1;Nguyeãn Vaên Huøng;12/05/1980',
      'TT;Hä vµ tªn;Ngµy sinh\n1;Lan;1980',
    ])
      expect(await send(csv(text))).toMatchObject({ status: 422, body: { code: 'old_font_letters' } });
  });
});
