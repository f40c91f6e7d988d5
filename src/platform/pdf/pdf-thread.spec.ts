import { MovableClock } from '../clock';
import { documentHead, documentTitle, ruledTable, signature } from './pdf-parts';
import { PdfThread } from './pdf-thread';

type Margins = [number, number, number, number];

describe('a printed document', () => {
  const clock = new MovableClock();
  clock.moveTo(new Date('2026-11-20T02:00:00Z'));
  const printer = new PdfThread(clock);

  afterAll(() => printer.onApplicationShutdown());

  const letterhead = { superior: 'THÀNH ỦY', body: 'ĐẢNG ỦY KHỐI', place: 'Thành phố Hồ Chí Minh' };

  it('carries its typeface and repeats the heading of a long table on every page', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => [n + 1, 'Nguyễn Thị Ánh Ngọc', 'Đảng ủy Công ty Lix']);
    const columns = [
      { label: 'TT', width: 30, alignment: 'center' },
      { label: 'Họ và tên', width: '*' },
      { label: 'Đơn vị', width: '*' },
    ] as const;
    const pdf = await printer.print({
      title: 'Danh sách',
      content: [
        documentHead({ letterhead, number: 'Số 1-DS/ĐU', day: '2026-11-20' }),
        documentTitle('Danh sách học viên', 'Lớp trung cấp lý luận chính trị'),
        ruledTable(columns, rows),
        signature('Trưởng ban'),
      ],
    });
    const text = pdf.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(2);
    expect(text).toMatch(/\/Count [4-6]\b/);
  });

  it('leaves no heading alone at the foot of a page', async () => {
    const lines = Array.from({ length: 31 }, (_, at) => ({ text: `Dòng ${at}`, margin: [0, 0, 0, 6] as Margins }));
    const rows = Array.from({ length: 40 }, (_, at) => [at]);
    const heading = { text: 'II. Kết quả', headlineLevel: 1, margin: [0, 12, 0, 6] as Margins };
    const content = [...lines, heading, ruledTable([{ label: 'TT', width: 30 }], rows)];
    const pagesOf = async (hasHeadings: boolean) => {
      const pdf = await printer.print({ title: 'Báo cáo', content, hasHeadings });
      return Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))![1]);
    };
    // The table alone fills a page; with its heading it goes on to the next.
    expect([await pagesOf(false), await pagesOf(true)]).toEqual([2, 3]);
  });

  it('reads no file and asks no address for what somebody typed', async () => {
    const content = [{ image: '/etc/hostname', width: 10 }];
    await expect(printer.print({ title: 'Ảnh', content })).rejects.toThrow();
    await expect(
      printer.print({ title: 'Ảnh', content: [{ image: 'http://127.0.0.1:9/a.png', width: 10 }] }),
    ).rejects.toThrow();
  });
});
