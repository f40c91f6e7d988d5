import type { Parts } from '../archive';
import { readXlsx } from './read-xlsx';

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const styles =
  '<fonts><font/><font><strike/></font><font><name val="Wingdings"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';

/** A workbook of one sheet. Style 1 is crossed out, style 2 draws signs. */
function book(sheet: string, strings = '', looks = styles): Parts {
  const parts = {
    '_rels/.rels': `<Relationships>${relation('b', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('s', 'worksheet', 's.xml')}${relation('t', 'sharedStrings', 't.xml')}${relation('y', 'styles', 'y.xml')}</Relationships>`,
    'xl/s.xml': `<worksheet>${sheet}</worksheet>`,
    'xl/t.xml': `<sst>${strings}</sst>`,
    'xl/y.xml': `<styleSheet>${looks}</styleSheet>`,
  };
  return new Map(Object.entries(parts).map(([name, xml]) => [name, { name, data: Buffer.from(xml) }]));
}

const limits = { maxRows: 10, maxColumns: 5, maxCharacters: 1_000 };
const text = (address: string, style: number) =>
  `<sheetData><row r="${/\d+/.exec(address)![0]}"><c r="${address}" s="${style}" t="inlineStr"><is><t>a</t></is></c></row></sheetData>`;

describe('readXlsx', () => {
  it.each([
    ['crossed out', 1],
    ['drawn as a sign', 2],
  ])('holds text that is %s against the limits of the sheet', async (_, style) => {
    await expect(readXlsx(book(text('A11', style)), limits)).rejects.toMatchObject({ what: 'rows' });
    await expect(readXlsx(book(text('F1', style)), limits)).rejects.toMatchObject({ what: 'columns' });
    const [sheet] = await readXlsx(book(text('E10', style)), limits);
    const place = [
      { row: 9, column: 4, text: style === 1 ? 'a' : (expect.stringContaining('a (Wingdings)') as string) },
    ];
    expect(sheet!.looks).toMatchObject({ struck: style === 1 ? place : [], signs: style === 2 ? place : [] });
  });

  it.each([
    ['crossed out', 1],
    ['drawn as a sign', 2],
  ])('counts the characters of one long text that many cells name, %s', async (_, style) => {
    const cells = `<c s="${style}" t="s"><v>0</v></c>`.repeat(4);
    const named = (length: number) =>
      readXlsx(book(`<sheetData><row>${cells}</row></sheetData>`, `<si><t>${'q'.repeat(length)}</t></si>`), limits);
    await expect(named(251)).rejects.toMatchObject({ what: 'characters' });
    const [sheet] = await named(250);
    const { struck, signs } = sheet!.looks!;
    expect([struck.length, signs.length]).toEqual(style === 1 ? [4, 0] : [0, 4]);
    for (const sign of signs) expect(sign.text.length).toBeLessThan(150);
  });

  describe('of a text in a font of before Unicode', () => {
    const fonts = ['Arial', '.VnTime', 'VNI-Times', '.VnArialH'].map((name) => `<font><name val="${name}"/></font>`);
    const styled = `<fonts>${fonts.join('')}</fonts><cellXfs>${fonts.map((_, at) => `<xf fontId="${at}"/>`).join('')}</cellXfs>`;
    const read = async (...cells: readonly (readonly [style: number, text: string])[]) => {
      const rows = cells.map(
        ([style, written]) => `<row><c s="${style}" t="inlineStr"><is><t>${written}</t></is></c></row>`,
      );
      const [sheet] = await readXlsx(book(`<sheetData>${rows.join('')}</sheetData>`, '', styled), limits);
      return {
        values: sheet!.rows.map(([value]) => value),
        told: sheet!.looks!.oldFonts.map(({ row, text }) => `${row}: ${text}`),
      };
    };
    const undecided = (text: string) => ({ noValue: 'old_font', text });

    it('takes what the font shows, and tells it', async () => {
      expect(await read([1, 'NguyÔn V¨n Hïng'], [2, 'Traàn Thò Thu'], [3, 'NguyÔn ThÞ H­¬ng'])).toEqual({
        values: ['Nguyễn Văn Hùng', 'Trần Thị Thu', 'NGUYỄN THỊ HƯƠNG'],
        told: [
          '0: NguyÔn V¨n Hïng (.VnTime) → Nguyễn Văn Hùng',
          '1: Traàn Thò Thu (VNI-Times) → Trần Thị Thu',
          '2: NguyÔn ThÞ H¬ng (.VnArialH) → NGUYỄN THỊ HƯƠNG',
        ],
      });
    });

    it('leaves plain letters and Unicode as they are, and the same letters in another font', async () => {
      const letters = [
        [1, 'Le Van An'],
        [1, 'Đặng Văn Hòa'],
        [1, '12/03/1985'],
        [2, 'Nguyễn Thị Ánh'],
        [0, 'NguyÔn'],
      ] as const;
      expect(await read(...letters)).toEqual({ values: letters.map(([, text]) => text), told: [] });
    });

    it('reads what may be either as the others of the sheet are, and stores neither where they do not say', async () => {
      expect(await read([1, 'Tù'], [1, 'Lª'])).toMatchObject({ values: ['Tự', 'Lê'] });
      expect(await read([1, 'Tù'], [1, 'Hoàng'])).toEqual({ values: ['Tù', 'Hoàng'], told: [] });
      expect(await read([1, 'Tù'])).toEqual({
        values: [undecided('Tù / Tự (.VnTime)')],
        told: [],
      });
      expect((await read([1, 'Tù'], [1, 'Lª'], [1, 'Hoàng'])).values).toEqual([
        undecided('Tù / Tự (.VnTime)'),
        'Lê',
        'Hoàng',
      ]);
    });

    it('reads a piece of a cell by its own font', async () => {
      const cell = `<c s="0" t="inlineStr"><is><r><rPr><rFont val=".VnTime"/></rPr><t>NguyÔn</t></r><r><t> Ánh</t></r></is></c>`;
      const [sheet] = await readXlsx(book(`<sheetData><row>${cell}</row></sheetData>`, '', styled), limits);
      expect(sheet!.rows).toEqual([['Nguyễn Ánh']]);
    });
  });

  it('hears of a thread on a cell what was said in it, and not the note for older programs', async () => {
    const parts = new Map(book(text('A1', 0)));
    const add = (name: string, xml: string) => parts.set(name.toLowerCase(), { name, data: Buffer.from(xml) });
    add(
      'xl/_rels/s.xml.rels',
      `<Relationships>${relation('c', 'comments', 'comments1.xml')}${relation('h', 'threadedComment', 'threads.xml')}</Relationships>`,
    );
    const note = (ref: string, said: string) => `<comment ref="${ref}"><text><r><t>${said}</t></r></text></comment>`;
    add('xl/comments1.xml', `<comments>${note('A1', '[Threaded comment]')}${note('C9', 'xin rút')}</comments>`);
    const said = (what: string) => `<threadedComment ref="A1"><text>${what}</text></threadedComment>`;
    add('xl/threads.xml', `<ThreadedComments>${said('Còn công tác?')}${said('Đã chuyển')}</ThreadedComments>`);
    const [sheet] = await readXlsx(parts, limits);
    expect(sheet!.looks!.comments).toEqual([
      { row: 0, column: 0, text: 'Còn công tác? / Đã chuyển' },
      { row: 8, column: 2, text: 'xin rút' },
    ]);
  });

  it('knows which columns are hidden, however often and in whatever ranges it is said', async () => {
    const hidden = [
      'min="2" max="4"',
      'min="3" max="3"',
      'min="0" max="1"',
      'min="9" max="7"',
      'min="990" max="16384"',
    ];
    const [sheet] = await readXlsx(
      book(`<cols>${hidden.map((range) => `<col ${range} hidden="1"/>`).join('')}</cols>${text('A1', 0)}`),
      limits,
    );
    const { hiddenColumns } = sheet!.looks!;
    expect([...hiddenColumns]).toEqual([0, 1, 2, 3, ...Array.from({ length: 11 }, (_, at) => 989 + at)]);
  });
});
