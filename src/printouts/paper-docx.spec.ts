import { DocxThread } from '../platform/docx/docx-thread';
import { unpack } from '../platform/sheets/archive';
import type { Paper } from './paper';
import { docxOf } from './paper-docx';
import { pdfOf } from './paper-pdf';

describe('a paper as a document to go on writing in', () => {
  const thread = new DocxThread();
  afterAll(() => thread.onApplicationShutdown());

  const paper = (change: Partial<Paper> = {}): Paper => ({
    title: 'Danh sách học viên',
    isLandscape: false,
    letterhead: {
      superior: 'THÀNH ỦY A',
      body: 'ĐẢNG ỦY KHỐI B',
      place: 'Cần Thơ',
      signerCapacity: 'TM. Ban Thường vụ',
      signerName: 'Lê Văn Ký',
    },
    day: '2026-09-05',
    parts: [
      { kind: 'head', number: 'Số 12-QĐ/ĐUK' },
      { kind: 'title', title: 'Danh sách', about: ['Lớp A & B <c>'] },
      { kind: 'text', lead: 'Điều 1.', text: 'Mở lớp\u0007 đúng hạn.' },
      {
        kind: 'table',
        columns: [
          { label: 'TT', width: 26, characters: 5 },
          { label: 'Nam', group: 'Ngày sinh', width: 58, characters: 12 },
          { label: 'Nữ', group: 'Ngày sinh', width: 58, characters: 12 },
          { label: 'Họ và tên', width: '*', characters: 26 },
        ],
        rows: [[1, { day: '1980-05-12' }, '', 'Nguyễn Thị Ánh\nTổ 2']],
      },
      { kind: 'recipients', recipients: ['Như Điều 1'], signer: { capacity: 'Bí thư', name: 'Lê Văn Ký' } },
      { kind: 'new_page' },
      { kind: 'signatures', left: { capacity: 'Người lập' }, right: { capacity: 'Bí thư' } },
    ],
    ...change,
  });
  const partsOf = async (one: Paper) => {
    const parts = await unpack(await thread.write(docxOf(one)), 'xml');
    return (name: string) => parts.get(name)!.data.toString();
  };

  it('is A4 upright with official margins in Times New Roman, and counts its pages', async () => {
    const part = await partsOf(paper());
    const body = part('word/document.xml');
    // Twentieths of a point: 210 × 297 mm; 20, 20, 20 and, on the left, 30 mm.
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    const margin = (side: string) => Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(body)![1]);
    const millimetres = ['top', 'right', 'bottom', 'left'].map((side) => Math.round(margin(side) / 56.69));
    expect(millimetres).toEqual([20, 20, 20, 30]);
    expect(part('word/styles.xml')).toContain('Times New Roman');
    const feet = part('word/footer1.xml');
    expect(feet).toContain('Trang ');
    expect(feet).toContain('NUMPAGES');
  });

  it('says what the paper says, in its order, without what no document can hold', async () => {
    const body = (await partsOf(paper()))('word/document.xml');
    const texts = [...body.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].flatMap(([, text]) => text || []);
    const said = texts.join('|');
    expect(said).toContain('THÀNH ỦY A|ĐẢNG ỦY KHỐI B|*|Số 12-QĐ/ĐUK|ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(said).toContain('Cần Thơ, ngày 05 tháng 9 năm 2026|DANH SÁCH|Lớp A &amp; B &lt;c&gt;');
    expect(said).toContain('Điều 1. |Mở lớp đúng hạn.');
    expect(said).toContain('TT|Ngày sinh|Họ và tên|Nam|Nữ|1|12/05/1980|');
    expect(said).toContain('Nguyễn Thị Ánh|Tổ 2');
    expect(said).toContain('Nơi nhận:|- Như Điều 1|BÍ THƯ|Lê Văn Ký');
    expect(said).toContain('NGƯỜI LẬP|BÍ THƯ');
    expect(body.match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
  });

  it('has nobody sign a page on which nothing else stands', async () => {
    const signed = paper({
      parts: [
        { kind: 'text', text: 'Một.' },
        { kind: 'text', text: 'Số liệu đến hôm nay.', look: 'italic' },
        { kind: 'signatures', right: { capacity: 'Bí thư' } },
      ],
    });
    const body = (await partsOf(signed))('word/document.xml');
    const [first, last, space] = body.match(/<w:p>.*?<\/w:p>/g)!;
    expect([first, last, space].map((one) => one!.includes('<w:keepNext/>'))).toEqual([false, true, true]);
    const printed = pdfOf(signed).content as { unbreakable?: boolean; stack?: { text?: string }[] }[];
    expect(printed).toHaveLength(2);
    expect(printed[1]).toMatchObject({ unbreakable: true, stack: [{ text: 'Số liệu đến hôm nay.' }, {}] });
  });

  it('repeats the heading of a table on every page and tears no row', async () => {
    const body = (await partsOf(paper()))('word/document.xml');
    expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(body).toMatch(/<w:gridSpan w:val="2"\/>/);
    expect(body.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2);
    const rows = body.match(/<w:tr>/g)!.length;
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
  });

  it('fits its columns between the margins, however many there are', async () => {
    const columns = Array.from({ length: 20 }, (_, at) => ({ label: `HP ${at}`, width: 60, characters: 7 }));
    const table = { kind: 'table', columns, rows: [columns.map(() => 'x')] } as const;
    const body = (await partsOf(paper({ isLandscape: true, parts: [table] })))('word/document.xml');
    expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    const sides = ['left', 'right'].map((side) =>
      Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(body)![1]),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(16838 - sides[0]! - sides[1]!);
  });
});
