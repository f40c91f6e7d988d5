import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, pack, unpack } from './archive';
import { readWorkbook } from './workbook';
import { type AddedColumn, workbookWithColumns } from './workbook-with-columns';
import { xmlTokens } from './xlsx/xml';

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="r"';

const column = (heading: string, texts: Readonly<Record<number, string>>, width = 20): AddedColumn => ({
  heading,
  width,
  texts: new Map(Object.entries(texts).map(([row, text]) => [Number(row), text])),
});

async function withColumns(content: Buffer, headingRow: number, columns: readonly AddedColumn[], name = 'a.xlsx') {
  const file = { name, content };
  return workbookWithColumns(file, [{ sheet: await readWorkbook(file), headingRows: [headingRow], columns }]);
}

async function partsOf(content: Buffer): Promise<ReadonlyMap<string, string>> {
  const parts = [...(await unpack(content, 'all')).values()];
  for (const { name, data } of parts) if (/\.(xml|rels|vml)$/.test(name)) expectWellFormed(data.toString('utf8'));
  return new Map(parts.map(({ name, data }) => [name, data.toString('utf8')]));
}

function expectWellFormed(xml: string): void {
  const open: string[] = [];
  for (const { kind, name } of xmlTokens(xml)) {
    if (kind === 'open') open.push(name);
    if (kind === 'close') expect(open.pop()).toBe(name);
  }
  expect(open).toEqual([]);
}

const text = (name: string, data: string): Part => ({ name, data: Buffer.from(data) });
const relations = (name: string, ...all: readonly (readonly [id: string, type: string, target: string])[]) =>
  text(
    name,
    `<Relationships>${all
      .map(([id, type, target]) => {
        const mode = /^https?:|^file:/.test(target) ? ' TargetMode="External"' : '';
        return `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"${mode}/>`;
      })
      .join('')}</Relationships>`,
  );

interface Contents {
  readonly sheet: string;
  readonly sheetRelations?: readonly (readonly [string, string, string])[];
  readonly book?: string;
  readonly bookRelations?: readonly (readonly [string, string, string])[];
  readonly styles?: string;
  readonly more?: readonly Part[];
}

const plainStyles = `<styleSheet ${main}><fonts count="1"><font><sz val="12"/></font></fonts><cellXfs count="2"><xf fontId="0" fillId="0" borderId="0"/><xf fontId="0" fillId="0" borderId="3" numFmtId="14"><alignment horizontal="right" vertical="top"/></xf></cellXfs></styleSheet>`;

function book({ sheet, sheetRelations = [], book = '', bookRelations = [], styles, more = [] }: Contents) {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`;
  return pack([
    text(
      '[Content_Types].xml',
      `<Types><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>${part('xl/workbook.xml', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml')}${more.map(({ name }) => part(name, 'application/x')).join('')}</Types>`,
    ),
    relations('_rels/.rels', ['rId1', 'officeDocument', 'xl/workbook.xml']),
    text(
      'xl/workbook.xml',
      `<workbook ${main}><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets>${book}</workbook>`,
    ),
    relations(
      'xl/_rels/workbook.xml.rels',
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'styles', 'styles.xml'],
      ...bookRelations,
    ),
    text('xl/styles.xml', styles ?? plainStyles),
    text('xl/worksheets/sheet1.xml', sheet),
    ...(sheetRelations.length > 0 ? [relations('xl/worksheets/_rels/sheet1.xml.rels', ...sheetRelations)] : []),
    ...more,
  ]);
}

const sheetOf = (rows: string, { before = '', after = '' } = {}) =>
  `<worksheet ${main}>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
const cell = (address: string, value: string) => `<c r="${address}" s="1" t="inlineStr"><is><t>${value}</t></is></c>`;
const twoRows = `<row r="1" spans="1:2" ht="12">${cell('A1', 'TT')}${cell('B1', 'Họ tên')}</row><row r="2">${cell('A2', '1')}${cell('B2', 'An')}</row>`;
const sheetXml = async (content: Buffer) => (await partsOf(content)).get('xl/worksheets/sheet1.xml')!;

describe('a workbook with columns added', () => {
  it.each(['CSM', 'LIX', 'SFG'])('leaves the list of %s as it is and adds to its right', async (code) => {
    const sent = readFileSync(join(__dirname, `../../../demo/data/nomination-lists/trich-ngang-${code}.xlsx`));
    const columns = [
      column('Kết quả', { 11: 'Dự phòng' }),
      column('Lý do', { 11: 'Hết chỉ tiêu <5> & "chờ"', 30: 'x' }),
    ];
    const made = await withColumns(sent, 8, columns);
    const [before, after] = [await partsOf(sent), await partsOf(made)];
    expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
    const merged = (parts: ReadonlyMap<string, string>) =>
      /<mergeCells.*<\/mergeCells>/.exec(parts.get('xl/worksheets/sheet1.xml')!)![0];
    expect(merged(after)).toBe(merged(before));
    expect(after.get('xl/sharedStrings.xml')).toBe(before.get('xl/sharedStrings.xml'));
    const { rows } = await readWorkbook({ name: 'a.xlsx', content: made });
    expect(rows[7]!.slice(16)).toEqual(['Kết quả', 'Lý do']);
    expect(rows[10]!.slice(16)).toEqual(['Dự phòng', 'Hết chỉ tiêu <5> & "chờ"']);
    expect(rows[29]!.slice(16)).toEqual([null, 'x']);
    expect(after.get('xl/worksheets/sheet1.xml')).toContain('<dimension ref="A1:R');
  });

  it('writes texts as texts, whatever they begin with and hold', async () => {
    const texts = ['=1+1', '+84', '-1', '@x', '\t=1', '\r=1', '_x0041_', 'a\u0001b\ud800c', ']]>'];
    const made = await withColumns(
      await book({ sheet: sheetOf(twoRows) }),
      1,
      texts.map((value, index) => column(`c${index}`, { 2: value })),
    );
    const { rows } = await readWorkbook({ name: 'a.xlsx', content: made });
    expect(rows[1]!.slice(2)).toEqual([...texts.slice(0, 6), '_x0041_', 'abc', ']]>']);
    expect(await sheetXml(made)).not.toMatch(/<f\b/);
  });

  it('puts cells where rows and cells are missing, and replaces blank ones that stand there', async () => {
    const rows = `<row r="1">${cell('A1', 'TT')}${cell('B1', 'Họ tên')}<c r="C1" s="1"/><c r="D1" s="1"></c><c r="F1" s="1"/></row><row r="4"/>`;
    const made = await withColumns(await book({ sheet: sheetOf(rows) }), 1, [
      column('Kết quả', { 2: 'hai', 4: 'bốn', 6: 'sáu' }),
      column('Lý do', { 4: 'vì' }),
    ]);
    expect((await readWorkbook({ name: 'a.xlsx', content: made })).rows).toEqual([
      ['TT', 'Họ tên', 'Kết quả', 'Lý do'],
      [null, null, 'hai'],
      [],
      [null, null, 'bốn', 'vì'],
      [],
      [null, null, 'sáu'],
    ]);
    const addresses = [...(await sheetXml(made)).matchAll(/<c r="(\w+)"/g)].map(([, address]) => address);
    expect(addresses).toEqual(['A1', 'B1', 'C1', 'D1', 'F1', 'C2', 'D2', 'C4', 'D4', 'C6', 'D6']);
  });

  it('stands right of merged cells, not of formats and merges that run across the whole sheet', async () => {
    const merges = '<mergeCells count="2"><mergeCell ref="B1:D1"/><mergeCell ref="A3:XFD3"/></mergeCells>';
    const made = await withColumns(await book({ sheet: sheetOf(twoRows, { after: merges }) }), 1, [
      column('Kết quả', {}),
    ]);
    expect(await sheetXml(made)).toContain('<c r="E1"');
  });

  it('gives the columns widths, out of what was said of all columns', async () => {
    const before =
      '<dimension ref="A1"/><cols><col min="1" max="2" width="9"/><col min="3" max="16384" width="5" hidden="1"/></cols>';
    const made = await withColumns(await book({ sheet: sheetOf(twoRows, { before }) }), 1, [
      column('a', {}, 18),
      column('b', {}, 60),
    ]);
    expect(await sheetXml(made)).toContain(
      '<dimension ref="A1:D1"/><cols><col min="1" max="2" width="9"/><col min="3" max="3" width="18" customWidth="1"/><col min="4" max="4" width="60" customWidth="1"/><col width="5" hidden="1" min="5" max="16384"/></cols>',
    );
  });

  it('looks like the cells beside it: their lines, a bold heading, text that wraps in a row high enough', async () => {
    const made = await withColumns(await book({ sheet: sheetOf(twoRows) }), 1, [
      column('Một tiêu đề dài hơn một dòng', { 2: 'x' }),
    ]);
    const parts = await partsOf(made);
    const styles = parts.get('xl/styles.xml')!;
    expect(styles).toContain('<fonts count="2"><font><sz val="12"/></font><font><b/><sz val="12"/></font></fonts>');
    expect(styles).toMatch(
      /<cellXfs count="4">.*<xf fillId="0" borderId="3" fontId="1" numFmtId="0"[^>]*><alignment horizontal="center" vertical="top" wrapText="1"\/><\/xf><xf fontId="0" fillId="0" borderId="3" numFmtId="0"[^>]*><alignment horizontal="left" vertical="top" wrapText="1"\/><\/xf><\/cellXfs>/,
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toContain('<row r="1" ht="30">');
    expect(sheet).toMatch(/<c r="C1" s="2" .*<c r="C2" s="3" /);
  });

  it('gives a row without a height what its texts need, those of the sender too, and a row of one line none', async () => {
    const long = 'Phó Trưởng phòng Kế hoạch – Tổng hợp';
    const rows = `<row r="1">${cell('A1', 'TT')}${cell('B1', 'Chức vụ')}</row><row r="2">${cell('A2', '1')}${cell('B2', long)}</row><row r="3">${cell('A3', '2')}</row><row r="4">${cell('A4', '3')}</row>`;
    const made = await sheetXml(
      await withColumns(
        await book({ sheet: sheetOf(rows, { before: '<cols><col min="2" max="2" width="12"/></cols>' }) }),
        1,
        [
          column('Lý do', {
            2: 'dài hơn một dòng của cột này',
            3: 'dài hơn một dòng của cột này',
            4: 'ngắn',
            6: 'dài hơn một dòng của cột này',
          }),
        ],
      ),
    );
    expect([...made.matchAll(/<row r="(\d)"(?: ht="(\d+)")?/g)].map(([, row, height]) => [row, height])).toEqual([
      ['1', undefined],
      ['2', '45'],
      ['3', '30'],
      ['4', undefined],
      ['6', '30'],
    ]);
  });

  it('keeps the prefixes a sheet uses', async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const made = await sheetXml(await withColumns(await book({ sheet }), 1, [column('a', { 2: 'b' })]));
    expect(made).toContain('<x:cols><x:col min="2"');
    expect(made).toMatch(
      /<x:c r="B1" s="2" t="inlineStr"><x:is><x:t [^>]*>a<\/x:t><\/x:is><\/x:c><\/x:row><x:row r="2">/,
    );
  });

  it('computes, runs and reaches for nothing any more', async () => {
    const rows = `<row r="1"><c r="A1" cm="1"><f>SUM(B1:B9)</f><v>42</v></c><c r="B1" t="str"><f t="shared" ref="B1:B2" si="0"/><v>ab</v></c></row>`;
    const after =
      '<conditionalFormatting sqref="A1"><cfRule><formula>CMD()</formula></cfRule></conditionalFormatting><dataValidations><dataValidation><formula1>x</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="r1"/></hyperlinks><pageSetup paperSize="9" r:id="r6"/><drawing r:id="r2"/><legacyDrawing r:id="r3"/><mc:AlternateContent><controls><control r:id="r4"/></controls></mc:AlternateContent><oleObjects><oleObject r:id="r5"/></oleObjects><tableParts count="1"><tablePart r:id="r7"/></tableParts><extLst><ext><xm:f>A1</xm:f></ext></extLst>';
    const more = [
      text('xl/drawings/drawing1.xml', '<xdr:wsDr><c:chart r:id="r1"/></xdr:wsDr>'),
      relations('xl/drawings/_rels/drawing1.xml.rels', ['r1', 'chart', '../charts/chart1.xml']),
      text('xl/charts/chart1.xml', '<c:chart><c:f>A1</c:f></c:chart>'),
      text('xl/drawings/vmlDrawing1.vml', '<xml><x:ClientData ObjectType="Button"/></xml>'),
      text('xl/activeX/activeX1.xml', '<a/>'),
      text('xl/embeddings/oleObject1.bin', 'x'),
      text('xl/printerSettings1.bin', 'x'),
      text(
        'xl/tables/table1.xml',
        '<table id="1"><tableColumn><calculatedColumnFormula>A1</calculatedColumnFormula></tableColumn></table>',
      ),
      text('xl/vbaProject.bin', 'x'),
      text('xl/calcChain.xml', '<calcChain/>'),
      text('xl/externalLinks/externalLink1.xml', '<externalLink/>'),
      text('xl/macrosheets/sheet2.xml', '<xm:macrosheet><c><f>EXEC("calc")</f></c></xm:macrosheet>'),
      text('customUI/customUI.xml', '<customUI/>'),
    ];
    const made = await withColumns(
      await book({
        sheet: sheetOf(rows, { after }),
        sheetRelations: [
          ['r1', 'hyperlink', 'http://example.vn'],
          ['r2', 'drawing', '../drawings/drawing1.xml'],
          ['r3', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
          ['r4', 'control', '../activeX/activeX1.xml'],
          ['r5', 'oleObject', '../embeddings/oleObject1.bin'],
          ['r6', 'printerSettings', '../printerSettings1.bin'],
          ['r7', 'table', '../tables/table1.xml'],
        ],
        book: '<externalReferences><externalReference r:id="rId4"/></externalReferences><definedNames><definedName name="_xlnm.Print_Area">A1:B2</definedName><definedName name="Auto_Open">EXEC()</definedName></definedNames>',
        bookRelations: [
          ['rId3', 'calcChain', 'calcChain.xml'],
          ['rId4', 'externalLink', 'externalLinks/externalLink1.xml'],
          ['rId5', 'vbaProject', 'vbaProject.bin'],
        ],
        more,
      }),
      1,
      [column('Kết quả', {})],
    );
    const parts = await partsOf(made);
    expect([...parts.keys()]).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
      'xl/tables/table1.xml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/styles.xml',
      'xl/_rels/workbook.xml.rels',
      '_rels/.rels',
    ]);
    expect([...parts.values()].join('')).not.toMatch(
      /ormula|:f>|<f[ />]|External|vba|oleObject|control|chart|EXEC|r6|macro/,
    );
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<row r="1"><c r="A1"><v>42</v></c><c r="B1" t="str"><v>ab</v></c>',
    );
    expect(parts.get('xl/workbook.xml')).toContain(
      '<definedName name="_xlnm.Print_Area">A1:B2</definedName></definedNames>',
    );
    expect(parts.get('xl/_rels/workbook.xml.rels')!.match(/<Relationship /g)).toHaveLength(2);
  });

  describe('with rules the sender made for its cells', () => {
    const list = (formula: string, sqref = 'B2:B9') =>
      `<dataValidation type="list" allowBlank="1" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`;
    const rule = (formula: string) =>
      `<cfRule type="expression" dxfId="0" priority="1"><formula>${formula}</formula></cfRule>`;
    const looks = (...rules: readonly string[]) =>
      `<conditionalFormatting sqref="A2:B9">${rules.join('')}</conditionalFormatting>`;
    const names =
      '<definedNames><definedName name="DonVi">\'Danh mục\'!$A$1:$A$9</definedName><definedName name="Auto_Open">Macro1!$A$1</definedName><definedName name="Tinh">EXEC("calc")</definedName></definedNames>';
    const madeOf = async (after: string, around = names) =>
      partsOf(
        await withColumns(await book({ sheet: sheetOf(twoRows, { after }), book: around }), 1, [column('Kết quả', {})]),
      );

    it('keeps drop-downs and colours that look at the workbook’s own cells', async () => {
      const kept = [
        list('"Tập trung,Không tập trung"'),
        list("'Danh mục'!$A$1:$A$9"),
        list('DonVi'),
        list('OFFSET($A$1,0,0,COUNTA($A:$A),1)'),
      ];
      const colours = looks(
        rule('AND($A2=&quot;&quot;,LEN(B2)&gt;2)'),
        '<cfRule type="dataBar" priority="2"><dataBar><cfvo type="min"/><cfvo type="formula" val="$A$1"/></dataBar></cfRule>',
      );
      const parts = await madeOf(`${colours}<dataValidations count="4">${kept.join('')}</dataValidations>`);
      expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
        `</sheetData>${colours}<dataValidations>${kept.join('')}</dataValidations></worksheet>`,
      );
      expect(parts.get('xl/workbook.xml')).toContain(
        '<definedNames><definedName name="DonVi">\'Danh mục\'!$A$1:$A$9</definedName></definedNames>',
      );
    });

    it.each([
      '[1]Sheet1!$A$1',
      "'C:\\[so.xlsx]A'!$A$1",
      'cmd|&apos;/c calc&apos;!A1',
      'WEBSERVICE("http://x")',
      'INDIRECT("[so.xlsx]A!A1")',
      'Tinh',
      'EXEC("calc")',
    ])('loses those that reach out of it: %s', async (formula) => {
      const stays = list('"x,P,K"');
      const sheet = (
        await madeOf(`${looks(rule(formula))}<dataValidations>${list(formula)}${stays}</dataValidations>`)
      ).get('xl/worksheets/sheet1.xml');
      expect(sheet).toContain(`</sheetData><dataValidations>${stays}</dataValidations></worksheet>`);
      const alone = await madeOf(`<dataValidations>${list(formula)}</dataValidations><pageMargins left="1"/>`);
      expect(alone.get('xl/worksheets/sheet1.xml')).toContain('</sheetData><pageMargins left="1"/></worksheet>');
    });

    it('keeps drop-downs from another sheet, which newer programs write apart', async () => {
      const newer = (formula: string) =>
        `<x14:dataValidation type="list" allowBlank="1" xr:uid="{1}"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>C2:C9</xm:sqref></x14:dataValidation>`;
      const apart = (...all: readonly string[]) =>
        `<extLst><ext uri="x"><x14:dataValidations count="1">${all.join('')}</x14:dataValidations></ext></extLst>`;
      const kept =
        '<dataValidation type="list" allowBlank="1" sqref="C2:C9"><formula1>\'Danh mục\'!$A$1:$A$9</formula1></dataValidation>';
      const own = newer("'Danh mục'!$A$1:$A$9");
      const alone = await madeOf(`<pageMargins left="1"/>${apart(own, newer('[1]A!$A$1'))}`);
      expect(alone.get('xl/worksheets/sheet1.xml')).toContain(
        `</sheetData><dataValidations>${kept}</dataValidations><pageMargins left="1"/></worksheet>`,
      );
      const both = await madeOf(`<dataValidations>${list('"x"')}</dataValidations>${apart(own)}`);
      expect(both.get('xl/worksheets/sheet1.xml')).toContain(
        `<dataValidations>${list('"x"')}${kept}</dataValidations></worksheet>`,
      );
    });

    it('prints what was added with the area the sender prints', async () => {
      const area = (text: string) =>
        `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${text}</definedName></definedNames>`;
      const printed = async (text: string) => (await madeOf('', area(text))).get('xl/workbook.xml');
      expect(await printed("'Danh sách'!$A$1:$B$2")).toContain(area("'Danh sách'!$A$1:$C$2"));
      expect(await printed("'Danh sách'!$A:$B")).toContain(area("'Danh sách'!$A:$C"));
      expect(await printed("'Danh sách'!$A$1:$Z$9,Khác!$A$1:$B$2")).toContain(
        area("'Danh sách'!$A$1:$Z$9,Khác!$A$1:$B$2"),
      );
    });
  });

  it('loses a sheet of macros, with the names that count sheets', async () => {
    const made = await withColumns(
      await book({
        sheet: sheetOf(twoRows),
        book: '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">A1:B2</definedName></definedNames>',
        bookRelations: [['rId9', 'xlMacrosheet', 'macrosheets/sheet2.xml']],
        more: [text('xl/macrosheets/sheet2.xml', '<a/>')],
      }).then(async (content) => {
        const parts = [...(await unpack(content, 'all')).values()];
        const withMacros = '<sheet name="M" sheetId="2" state="veryHidden" r:id="rId9"/></sheets>';
        return pack(parts.map(({ name, data }) => text(name, data.toString('utf8').replace('</sheets>', withMacros))));
      }),
      1,
      [column('Kết quả', {})],
    );
    const workbook = (await partsOf(made)).get('xl/workbook.xml')!;
    expect(workbook).not.toMatch(/rId9|Print_Area/);
  });

  it('keeps pictures of the letterhead and notes on cells, without where they lead', async () => {
    const made = await withColumns(
      await book({
        sheet: sheetOf(twoRows, { after: '<drawing r:id="r1"/><legacyDrawing r:id="r2"/>' }),
        sheetRelations: [
          ['r1', 'drawing', '/xl/drawings/drawing1.xml'],
          ['r2', 'vmlDrawing', '../drawings/notes.vml'],
          ['r3', 'comments', '../comments1.xml'],
        ],
        more: [
          text(
            'xl/drawings/drawing1.xml',
            '<xdr:wsDr><xdr:pic macro="Run"><a:hlinkClick r:id="r2"/><a:blip r:embed="r1"/></xdr:pic></xdr:wsDr>',
          ),
          relations(
            'xl/drawings/_rels/drawing1.xml.rels',
            ['r1', 'image', '../media/image1.png'],
            ['r2', 'hyperlink', 'http://x'],
          ),
          text('xl/media/image1.png', 'png'),
          text('xl/drawings/notes.vml', '<xml><x:ClientData ObjectType="Note"/></xml>'),
          text('xl/comments1.xml', '<comments/>'),
        ],
      }),
      1,
      [column('Kết quả', {})],
    );
    const parts = await partsOf(made);
    expect(parts.get('xl/media/image1.png')).toBe('png');
    expect(parts.get('xl/drawings/drawing1.xml')).toBe(
      '<xdr:wsDr><xdr:pic macro=""><a:blip r:embed="r1"/></xdr:pic></xdr:wsDr>',
    );
    expect(parts.get('xl/drawings/_rels/drawing1.xml.rels')).not.toContain('http://x');
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<drawing r:id="r1"/><legacyDrawing r:id="r2"/>');
  });

  it.each([',', ';', '\t'])('a .csv comes back separated by %j, with nothing in it to compute', async (separator) => {
    const lines = [['TT', 'Họ tên', 'Ghi chú'], ['1', '=1+1', `"a${separator}b"`], [], ['2', '@x', '"nói ""được"""']];
    const sent = Buffer.from(lines.map((line) => line.join(separator)).join('\n'));
    const made = await withColumns(sent, 1, [column('Kết quả', { 2: '-1', 4: 'tốt' })], 'a.csv');
    const expected = [
      ['TT', 'Họ tên', 'Ghi chú', 'Kết quả'],
      ['1', "'=1+1", `"a${separator}b"`, "'-1"],
      ['', '', '', ''],
      ['2', "'@x", '"nói ""được"""', 'tốt'],
    ];
    expect(made.toString('utf8')).toBe(`\ufeff${expected.map((line) => `${line.join(separator)}\r\n`).join('')}`);
  });
});
