import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeCompoundFile } from '../../bench/made-xls';
import { pack } from '../../src/platform/sheets/archive';
import { maxUnpackedBytes } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

const real = readFileSync(join(__dirname, '../../demo/data/nomination-lists/trich-ngang-CSM.xlsx'));
const compoundFile = (stream: string) => madeCompoundFile(stream, Buffer.alloc(9));

const relation = (id: string, type: string, target: string) =>
  `<Relationships><Relationship Id="${id}" Type="http://x/${type}" Target="${target}"/></Relationships>`;
const workbook = (rows: string, ...more: { name: string; data: Buffer }[]) =>
  pack([
    { name: '_rels/.rels', data: Buffer.from(relation('r', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: Buffer.from('<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>'),
    },
    { name: 'xl/_rels/workbook.xml.rels', data: Buffer.from(relation('r', 'worksheet', 'sheet.xml')) },
    { name: 'xl/sheet.xml', data: Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`) },
    ...more,
  ]);
const row = (...texts: readonly string[]) =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const heading = row('TT', 'Họ và tên', 'Ngày sinh');

describe('a file that is no list is refused with what to do, and leaves nothing behind:', () => {
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

  const upload = async <Body>(name: string, content: Buffer, language = 'vi') =>
    app.as(secretary, language).upload<Body>(`/api/v1/classes/${inClass.id}/list-imports`, { name, content });
  const stored = async () =>
    (
      await app.sql(
        `SELECT (SELECT count(*) FROM imports)::int AS lists, (SELECT count(*) FROM import_rows)::int AS rows,
           (SELECT count(*) FROM journal_lines)::int AS lines, (SELECT count(*) FROM nominations)::int AS nominations`,
      )
    )[0];

  it.each<[string, string, () => Buffer | Promise<Buffer>, number, string]>([
    ['an empty file', 'a.xlsx', () => Buffer.alloc(0), 422, 'empty_workbook'],
    ['an empty .csv', 'a.csv', () => Buffer.from('\ufeff\r\n'), 422, 'empty_workbook'],
    ['a text that calls itself .xlsx', 'a.xlsx', () => Buffer.from('TT;Họ và tên'), 415, 'not_a_workbook'],
    ['a workbook that did not arrive whole', 'a.xlsx', () => real.subarray(0, 5_000), 422, 'damaged_workbook'],
    [
      'a workbook with a password',
      'a.xlsx',
      () => compoundFile('EncryptedPackage'),
      422,
      'password_protected_workbook',
    ],
    ['an .xls of before Excel 97', 'a.xls', () => compoundFile('Book'), 415, 'old_workbook'],
    [
      'a workbook that unpacks past the limit',
      'a.xlsx',
      () => workbook(heading, { name: 'xl/media/a.png', data: Buffer.alloc(maxUnpackedBytes + 1) }),
      413,
      'workbook_expands_too_far',
    ],
    [
      'a sheet of 25,000 rows',
      'a.xlsx',
      () => workbook(heading + row('1', 'Lê Văn An', '12/05/1980').repeat(25_000)),
      413,
      'too_many_rows',
    ],
    ['a sheet without a table', 'a.xlsx', () => workbook(row('DANH SÁCH') + row('Lê Văn An')), 422, 'missing_columns'],
    ['a .csv in UTF-16', 'a.csv', () => Buffer.from('\ufeffTT;Họ và tên', 'utf16le'), 422, 'missing_columns'],
    ['a PDF', 'a.pdf', () => Buffer.from('%PDF-1.7\n%âãÏÓ'), 415, 'not_a_workbook'],
    ['a PDF that calls itself .csv', 'a.csv', () => Buffer.from('%PDF-1.7\n'), 415, 'not_a_workbook'],
  ])('%s', async (_, name, make, status, code) => {
    const content = await make();
    const before = await stored();
    const vietnamese = await upload<Problem>(name, content);
    const english = await upload<Problem>(name, content, 'en');

    expect(vietnamese.headers.get('content-type')).toContain('application/problem+json');
    expect(vietnamese.body).toMatchObject({ status, code, detail: expect.stringMatching(/ Hãy /) as string });
    expect(english.body).toMatchObject({
      status,
      code,
      detail: expect.stringMatching(/\. (Open|Try|Remove|Save|Copy|Put|Name)/) as string,
    });
    expect(english.body.detail).not.toMatch(/Hãy/);
    expect(await stored()).toEqual(before);
  });

  it('whose name holds what cannot be stored is taken by the rest of its name, as is any text', async () => {
    const content = Buffer.from('TT;Họ và tên;Ngày sinh\r\n1;Lê Văn An;12/05/1980');
    const named = await upload<{ fileName: string }>('danh\0 sách.csv', content);
    expect(named).toMatchObject({ status: 201, body: { fileName: 'danh sách.csv' } });
    const answered = await app
      .as(secretary)
      .post(`/api/v1/classes/${inClass.id}/none-this-time`, { note: 'Cả đơn vị \0đi \ud83dcông tác' });
    expect(answered.status).toBe(204);
    expect(await app.sql(`SELECT note FROM unit_answers`)).toEqual([{ note: 'Cả đơn vị đi công tác' }]);
  });

  it('and on the page the same sentence stands above the form', async () => {
    const before = await stored();
    const page = await app
      .as(secretary)
      .upload<string>(`/classes/${inClass.id}/list-imports`, { name: 'a.xls', content: compoundFile('Book') });
    expect(page.status).toBe(415);
    expect(page.text).toContain('không phải bảng tính của Excel 97 trở về sau');
    expect(page.text).toContain('enctype="multipart/form-data"');
    expect(await stored()).toEqual(before);
  });

  it.each(['Ghi chú_x0000_', 'Ghi chú&#0;', 'Ghi chú_xD83D_', 'Ghi chú&#xDC00;'])(
    'but a list with what is no letter in it, “%s”, is read without',
    async (remark) => {
      const content = await workbook(
        row('TT', 'Họ và tên', 'Ngày sinh', 'Ghi chú') + row('1', 'Lê Văn An', '12/05/1980', remark),
      );
      const { status, body } = await upload<{ rows: { verdict: string; read: { remarks: string } }[] }>(
        'a.xlsx',
        content,
      );
      expect(status).toBe(201);
      expect(body.rows.at(-1)).toMatchObject({ verdict: 'seat', read: { remarks: 'Ghi chú' } });
    },
  );

  it('but a row whose birth date is no day nominates nobody, whoever has the name', async () => {
    const content = await workbook(heading + row('1', 'Lê Văn An', '31/02/1980') + row('2', 'Lê Văn An', ''));
    const { body } = await upload<{ rows: { verdict: string; reason: { vi: string } }[] }>('a.xlsx', content);
    expect(body.rows.slice(1)).toMatchObject([
      { verdict: 'unreadable', reason: { vi: expect.stringContaining('31/02/1980') as string } },
      { verdict: 'unreadable', reason: { vi: expect.stringContaining('thiếu ngày sinh') as string } },
    ]);
  });

  it.each([
    ['with the mark of UTF-8', '\ufeffTT,Họ và tên,Ngày sinh\r\n1,Lê Văn An,12/05/1980\r\n'],
    ['without it', 'TT,Họ và tên,Ngày sinh\n1,Lê Văn An,12/05/1980\n'],
    ['separated by semicolons', 'TT;Họ và tên;Ngày sinh\r\n1;"Lê Văn An";12/05/1980'],
  ])('but a .csv %s is a list', async (_, text) => {
    const { status, body } = await upload<{ rows: { fullName: string; verdict: string }[] }>(
      'a.csv',
      Buffer.from(text),
    );
    expect(status).toBe(201);
    expect(body.rows.at(-1)).toMatchObject({ fullName: 'Lê Văn An', verdict: 'seat' });
  });
});
