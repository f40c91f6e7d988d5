import { madeCompoundFile, madeXls } from '../../../bench/made-xls';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Cell, Sheet } from './cells';
import * as refusals from './sheets.refusals';
import { maxColumns, maxParts, maxRows, maxUnpackedBytes, readWorkbook } from './workbook';

const samples = join(__dirname, '../../../demo/data/nomination-lists');
const sample = () => readFileSync(join(samples, 'trich-ngang-CSM.xlsx'));

const read = (content: Buffer | string, name = 'danh-sach.xlsx') =>
  readWorkbook({ name, content: typeof content === 'string' ? Buffer.from(content) : content });

interface Part {
  readonly name: string;
  readonly data: Buffer | string;
  /** What the archive's directory claims, when it lies. */
  readonly claimedSize?: number;
  readonly claimedChecksum?: number;
  readonly isEncrypted?: boolean;
}

/** A zip archive, with a directory that says what it is told to. */
function zip(parts: readonly Part[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, claimedChecksum, isEncrypted } of parts) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(claimedChecksum ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedSize ?? Buffer.byteLength(data), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), fields, tail, Buffer.from(name));
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

interface BookOptions {
  readonly strings?: string;
  readonly formats?: string;
  readonly fonts?: string;
  readonly styles?: string;
  readonly sheets?: string;
  readonly properties?: string;
  readonly more?: readonly Part[];
}

/** The smallest workbook with these rows, or with what the options say instead. */
function bookParts(rows: string, options: BookOptions = {}): readonly Part[] {
  const { strings = '', formats = '', fonts = '', styles = '<xf/>', properties = '', more = [] } = options;
  const sheets = options.sheets ?? '<sheet name="Danh sách" sheetId="1" r:id="rId1"/>';
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    { name: 'xl/workbook.xml', data: `<workbook xmlns:r="r">${properties}<sheets>${sheets}</sheets></workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'worksheet', '/xl/worksheets/sheet2.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}${relation('rId4', 'styles', 'styles.xml')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${strings}</sst>` },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet><numFmts>${formats}</numFmts><fonts>${fonts}</fonts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles}</cellXfs></styleSheet>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    ...more,
  ];
}

const book = (rows: string, options?: BookOptions) => zip(bookParts(rows, options));
const text = (address: string, value: string) => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const cellsOf = async (sheet: Promise<Sheet>): Promise<readonly (readonly Cell[])[]> => (await sheet).rows;

describe('readWorkbook, .xlsx', () => {
  it('reads the workbooks of an office suite with the sheet’s own row numbers', async () => {
    const sheet = await read(sample());
    expect(sheet.name).toBe('Sheet1');
    expect(sheet.rows).toHaveLength(16);
    expect(sheet.rows[2]).toEqual([]);
    expect(sheet.rows[5]![0]).toContain('Công văn số 112-CV/ĐU');
    expect(sheet.rows[13]!.slice(0, 3)).toEqual([5, 'Bùi Thanh Đạt', '16/02/1972']);
  });

  it('reads all eight rosters, dates as days', async () => {
    const folder = join(samples, '../rosters');
    let people = 0;
    for (const name of readdirSync(folder)) {
      const { rows } = await read(readFileSync(join(folder, name)), name);
      people += rows.length - 1;
      for (const row of rows.slice(1))
        expect(row[3]).toEqual({ day: expect.stringMatching(/^(19[5-9]|200)\d-\d\d-\d\d$/) as string });
    }
    expect(people).toBe(1_210);
  });

  it('tells text, numbers, yes and no, dates and errors apart', async () => {
    const rows = cellsOf(
      read(
        book(
          `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>12.5</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" s="1"><v>34235</v></c><c r="E1" s="2"><v>34235.75</v></c><c r="F1" s="3"><v>0.5</v></c><c r="G1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="H1" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="I1" t="d"><v>1993-09-23T00:00:00Z</v></c><c r="J1" s="4"><v>34235</v></c></row>`,
          {
            strings: '<si><r><t>Phòng </t></r><r><t>Kế_x000D_ hoạch</t></r><rPh><t>phong</t></rPh></si>',
            formats:
              '<numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="h:mm"/><numFmt numFmtId="166" formatCode="#,##0 &quot;day&quot;"/>',
            styles: '<xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/>',
          },
        ),
      ),
    );
    expect((await rows)[0]).toEqual([
      'Phòng Kế\r hoạch',
      12.5,
      true,
      { day: '1993-09-23' },
      { day: '1993-09-23' },
      0.5,
      { noValue: 'error', text: '#DIV/0!' },
      'ax',
      { day: '1993-09-23' },
      34235,
    ]);
  });

  it('takes an error for no text, however it got there, and a formula without a result for no blank', async () => {
    const formulas =
      '<c r="B1"><f>A9</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f t="shared" si="0"/><v/></c>';
    expect((await cellsOf(read(book(`<row r="1">${text('A1', '#REF!')}${formulas}</row>`))))[0]).toEqual([
      { noValue: 'error', text: '#REF!' },
      { noValue: 'uncalculated', text: '=' },
      null,
      { noValue: 'uncalculated', text: '=' },
    ]);
    expect(await cellsOf(read('#N/A;Err:502;#1;# NAME', 'a.csv'))).toEqual([
      [{ noValue: 'error', text: '#N/A' }, { noValue: 'error', text: 'Err:502' }, '#1', '# NAME'],
    ]);
  });

  it('takes nothing for a cell that names no shared text', async () => {
    const strings = '<si><t>Bí thư</t></si>';
    const row =
      '<row r="1"><c t="s"><v>0</v></c><c t="s"/><c t="s"><v></v></c><c t="s"><v> </v></c><c><v>1</v></c></row>';
    expect(await cellsOf(read(book(row, { strings })))).toEqual([['Bí thư', null, null, null, 1]]);
  });

  it('keeps what is crossed out as the cell shows it', async () => {
    const formats = '<numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="0000"/>';
    const fonts = '<font/><font><strike/></font>';
    const styles = '<xf fontId="1"/><xf fontId="1" numFmtId="170"/><xf fontId="1" numFmtId="171"/>';
    const row = `<row r="1">${text('A1', 'Trần Thị Bé')}<c s="1"><v>29000</v></c><c s="2"><v>12</v></c></row>`;
    const { looks } = await read(
      book(`${row}<row r="2"><c r="D2" s="3"><v>1</v></c></row>`, { formats, fonts, styles }),
    );
    expect(looks!.struck.map((place) => place.text)).toEqual(['Trần Thị Bé', '25/05/1979', '0012']);
  });

  it('knows the other calendar, and the day in 1900 that never was', async () => {
    const row = '<row><c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c></row>';
    const styles = '<xf/><xf numFmtId="14"/>';
    expect((await cellsOf(read(book(row, { styles }))))[0]).toEqual([{ day: '1900-02-28' }, 60, { day: '1900-03-01' }]);
    const properties = '<workbookPr date1904="1"/>';
    expect((await cellsOf(read(book(row, { styles, properties }))))[0]![0]).toEqual({ day: '1904-02-29' });
  });

  it('keeps blank rows and columns in place, and counts on where addresses are left out', async () => {
    const rows = `<row r="3">${text('C3', 'ba')}<c t="inlineStr"><is><t>bốn</t></is></c></row><row><c><v>5</v></c></row><row r="6"><c r="B6" t="inlineStr"><is><t>  </t></is></c></row>`;
    expect(await cellsOf(read(book(rows)))).toEqual([[], [], [null, null, 'ba', 'bốn'], [5]]);
  });

  it('reads the sheet in front, or else the first that is not hidden', async () => {
    const sheets =
      '<sheet name="Nháp" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Chính" sheetId="2" r:id="rId2"/>';
    const more = [
      {
        name: 'xl/worksheets/sheet2.xml',
        data: `<worksheet><sheetData><row>${text('A1', 'hai')}</row></sheetData></worksheet>`,
      },
    ];
    expect(await read(book(`<row>${text('A1', 'một')}</row>`, { sheets, more }))).toMatchObject({
      name: 'Chính',
      rows: [['hai']],
    });
    const [properties, both] = [
      '<bookViews><workbookView activeTab="1"/></bookViews>',
      sheets.replace('hidden', 'visible'),
    ];
    expect(await read(book(`<row>${text('A1', 'một')}</row>`, { sheets: both, more, properties }))).toMatchObject({
      name: 'Chính',
    });
  });

  it('does not mind formats that reach the end of the sheet', async () => {
    const rows = `<row r="1">${text('A1', 'một')}<c r="XFD1" s="0"/></row><row r="1048576"><c r="A1048576" s="0"/></row>`;
    expect(await cellsOf(read(book(rows)))).toEqual([['một']]);
  });
});

describe('readWorkbook, .csv', () => {
  const people = [
    ['Họ và tên', 'Chức vụ, đơn vị'],
    ['Lê Văn "An"', 'Trưởng phòng,\nKế hoạch'],
  ];
  const quoted = people.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`));

  it.each([',', ';', '\t'])('reads text separated by %j, with or without a byte order mark', async (separator) => {
    const lines = quoted.map((row) => row.join(separator)).join('\r\n');
    expect(await cellsOf(read(lines, 'a.csv'))).toEqual(people);
    expect(await cellsOf(read(`\ufeff${lines}\r\n`, 'A.CSV'))).toEqual(people);
  });

  it('takes the separator that the lines use most, so that commas within Vietnamese text do not count', async () => {
    const rows = await cellsOf(
      read('\ufeffTT;Họ tên;Chức vụ, đơn vị\n1;An;Phó, Phòng A\n2;Bình;Phó, Phòng B', 'a.csv'),
    );
    expect(rows[2]).toEqual(['2', 'Bình', 'Phó, Phòng B']);
  });

  it('is not misled by commas that outnumber its semicolons', async () => {
    const people = [
      '1;An;Phó phòng, Phòng A, Xí nghiệp 2',
      '2;Bình;Tổ trưởng, Tổ 3, Xí nghiệp 1, Cơ sở 2',
      '3;Chi;Kỹ sư, Tổ 1, Phòng B',
    ];
    const rows = await cellsOf(read(['TT;Họ tên;Chức vụ, đơn vị', ...people].join('\r\n'), 'a.csv'));
    expect(rows).toEqual([['TT', 'Họ tên', 'Chức vụ, đơn vị'], ...people.map((line) => line.split(';'))]);
  });

  it('reads UTF-16 by the mark it begins with', async () => {
    const little = Buffer.from('\ufeffTT\tHọ tên\r\n1\tĐặng Ý', 'utf16le');
    for (const content of [little, Buffer.from(little).swap16()])
      expect((await read(content, 'a.txt')).rows).toEqual([
        ['TT', 'Họ tên'],
        ['1', 'Đặng Ý'],
      ]);
  });

  it('keeps blank lines and blank cells in place, and drops those at the end', async () => {
    expect(await cellsOf(read('a,,b,\n\n,,\nc\n\n', 'a.csv'))).toEqual([['a', null, 'b'], [], [], ['c']]);
  });
});

describe('readWorkbook refuses', () => {
  const hugePart = Buffer.alloc(maxUnpackedBytes + 1);
  const many = Array.from({ length: maxParts }, (_, index) => ({ name: `xl/media/${index}.png`, data: '' }));
  const xls = () => madeXls([{ name: 'S', rows: [['a']] }]);
  /** As one that Excel writes with a password begins. */
  const lockedXls = Buffer.from('0908100000060500000000000000000000000000' + '2f000200' + '0100', 'hex');
  const longText = `<si><t>${'a'.repeat(32_000)}</t></si>`;

  it.each<[string, () => Buffer | string, string, new (...facts: never[]) => refusals.NotAWorkbook]>([
    ['a picture', () => Buffer.from('89504e470d0a1a0a00', 'hex'), 'a.xlsx', refusals.NotAWorkbook],
    ['text that calls itself .xlsx', () => 'a,b', 'a.xlsx', refusals.NotAWorkbook],
    ['a PDF that calls itself .csv', () => '%PDF-1.7 ...', 'a.csv', refusals.NotAWorkbook],
    ['binary that calls itself .csv', () => 'a\0b', 'a.csv', refusals.NotAWorkbook],
    [
      'another kind of document in a zip',
      () => zip([{ name: 'word/document.xml', data: '<w/>' }]),
      'a.xlsx',
      refusals.NotAWorkbook,
    ],
    [
      'a Word document of old',
      () => madeCompoundFile('WordDocument', Buffer.alloc(9)),
      'a.xlsx',
      refusals.NotAWorkbook,
    ],
    [
      'an .xlsb, whose parts are no XML',
      () =>
        zip([
          {
            name: '_rels/.rels',
            data: '<Relationships><Relationship Id="b" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
          },
          { name: 'xl/workbook.bin', data: 'b' },
        ]),
      'a.xlsb',
      refusals.NotAWorkbook,
    ],
    ['an .xls of before Excel 97', () => madeCompoundFile('Book', Buffer.alloc(9)), 'a.xls', refusals.OldWorkbook],
    [
      'an .xls with a password',
      () => madeCompoundFile('Workbook', lockedXls),
      'a.xls',
      refusals.PasswordProtectedWorkbook,
    ],
    ['an .xls cut off in the middle', () => xls().subarray(0, 2_000), 'a.xls', refusals.DamagedWorkbook],
    ['an .xls of nothing', () => madeCompoundFile('Workbook', Buffer.alloc(9)), 'a.xls', refusals.DamagedWorkbook],
    ['a web page that calls itself .xls', () => '<html>', 'a.xls', refusals.OldWorkbook],
    [
      'a workbook with a password',
      () => madeCompoundFile('EncryptedPackage', Buffer.alloc(9)),
      'a.xlsx',
      refusals.PasswordProtectedWorkbook,
    ],
    [
      'a zip with a password',
      () => zip([{ name: 'a.xml', data: '', isEncrypted: true }]),
      'a.xlsx',
      refusals.PasswordProtectedWorkbook,
    ],
    ['a workbook cut off in the middle', () => sample().subarray(0, 4_000), 'a.xlsx', refusals.DamagedWorkbook],
    ['a workbook cut off in a part', () => book('<row r="1"><c r="A1'), 'a.xlsx', refusals.DamagedWorkbook],
    ['a workbook that lacks its sheet', () => zip(bookParts('').slice(0, -1)), 'a.xlsx', refusals.DamagedWorkbook],
    [
      'a cell with no such text',
      () => book('<row r="1"><c r="A1" t="s"><v>9</v></c></row>'),
      'a.xlsx',
      refusals.DamagedWorkbook,
    ],
    [
      'an address that is none',
      () => book(`<row r="1">${text('AAAA1', 'a')}</row>`),
      'a.xlsx',
      refusals.DamagedWorkbook,
    ],
    [
      'a part that unpacks past the limit',
      () => book('', { more: [{ name: 'xl/media/a.png', data: hugePart }] }),
      'a.xlsx',
      refusals.WorkbookExpandsTooFar,
    ],
    [
      'parts that unpack past the limit together',
      () =>
        book('', {
          more: ['a', 'b', 'c'].map((name) => ({ name, data: hugePart.subarray(0, hugePart.length / 3 + 1) })),
        }),
      'a.xlsx',
      refusals.WorkbookExpandsTooFar,
    ],
    [
      'a part that lies about its size',
      () => book('', { more: [{ name: 'xl/a.xml', data: hugePart, claimedSize: 100 }] }),
      'a.xlsx',
      refusals.WorkbookExpandsTooFar,
    ],
    [
      'a part that changed on its way',
      () => book('', { more: [{ name: 'xl/a.xml', data: '<a/>', claimedChecksum: 1 }] }),
      'a.xlsx',
      refusals.DamagedWorkbook,
    ],
    ['too many parts', () => book('', { more: many }), 'a.xlsx', refusals.WorkbookExpandsTooFar],
    [
      'one long text named by many cells',
      () => book('<row><c t="s"><v>0</v></c></row>'.repeat(2_000), { strings: longText }),
      'a.xlsx',
      refusals.WorkbookExpandsTooFar,
    ],
    [
      'a row too far down',
      () => book(`<row r="${maxRows + 1}"><c r="A${maxRows + 1}"><v>1</v></c></row>`),
      'a.xlsx',
      refusals.TooManyRows,
    ],
    [
      'a row millions further down',
      () => book('<row r="9999999"><c r="A9999999"><v>1</v></c></row>'),
      'a.xlsx',
      refusals.TooManyRows,
    ],
    ['a column too far out', () => book(`<row r="1">${text('XFD1', 'a')}</row>`), 'a.xlsx', refusals.TooManyColumns],
    ['too many lines', () => 'a\n'.repeat(maxRows + 1), 'a.csv', refusals.TooManyRows],
    ['too many cells in a line', () => `${','.repeat(maxColumns)}a`, 'a.csv', refusals.TooManyColumns],
    ['a sheet with nothing in it', () => book('<row r="1"><c r="A1" s="0"/></row>'), 'a.xlsx', refusals.EmptyWorkbook],
    [
      'a workbook of hidden sheets',
      () => book('', { sheets: '<sheet name="a" state="veryHidden" r:id="rId1"/>' }),
      'a.xlsx',
      refusals.EmptyWorkbook,
    ],
    ['an empty file', () => '', 'a.csv', refusals.EmptyWorkbook],
    ['a .csv of separators', () => '\ufeff;;\n;;\n', 'a.csv', refusals.EmptyWorkbook],
    [
      'Vietnamese in an old encoding',
      () => Buffer.from('H\xf6 v\xe0 t\xean', 'latin1'),
      'a.csv',
      refusals.UnreadableEncoding,
    ],
    ['a quote that never closes', () => 'a;b\n1;"2\n3;4\n', 'a.csv', refusals.QuoteNeverCloses],
    ['a quote closed by one further down', () => 'a;b\n1;"2\n3;"4\n', 'a.csv', refusals.QuoteNeverCloses],
    ['letters of TCVN3', () => book(`<row>${text('A1', 'NguyÔn V¨n Hïng')}</row>`), 'a.xlsx', refusals.OldFontLetters],
    ['letters of VNI', () => 'Họ tên\nNguyeãn Vaên Huøng', 'a.csv', refusals.OldFontLetters],
    [
      'text in UTF-16 that breaks off',
      () => Buffer.from('\ufeffTT;Tên', 'utf16le').subarray(0, 9),
      'a.csv',
      refusals.UnreadableEncoding,
    ],
  ])('%s', async (_, content, name, refusal) => {
    const refused = await read(content(), name).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(refusal);
    expect((refused as refusals.NotAWorkbook).sentence).toEqual({
      vi: expect.stringMatching(/Hãy /) as string,
      en: expect.stringMatching(/\. (Open|Try|Remove|Save|Copy|Put|Close|Send)/) as string,
    });
  });

  it('reads a sheet exactly at its limits', async () => {
    expect(await cellsOf(read('a\n'.repeat(maxRows), 'a.csv'))).toHaveLength(maxRows);
    const row = `<row r="${maxRows}"><c r="GR${maxRows}"><v>1</v></c></row>`;
    const rows = await cellsOf(read(book(row)));
    expect([rows.length, rows[maxRows - 1]!.length]).toEqual([maxRows, maxColumns]);
  });

  it('whatever is cut off a real workbook, never failing in another way', async () => {
    const whole = sample();
    for (let length = 5; length < whole.length; length += 61) {
      await expect(read(whole.subarray(0, length))).rejects.toBeInstanceOf(refusals.DamagedWorkbook);
    }
  });
});
