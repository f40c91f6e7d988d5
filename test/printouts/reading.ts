import { unpack } from '../../src/platform/sheets/archive';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import type { TestApp } from '../app';
import type { BuiltAccount } from '../builders';

/** Papers as somebody gets them, read back. */
export function papersOf(app: TestApp) {
  const fetched = (as: BuiltAccount, path: string) => app.as(as).download(path);
  const asked = (path: string, format: string) => `${path}${path.includes('?') ? '&' : '?'}format=${format}`;
  const rows = async (as: BuiltAccount, path: string): Promise<string[][]> => {
    const { content, status } = await fetched(as, asked(path, 'xlsx'));
    expect(status).toBe(200);
    const read = await readWorkbook({ name: 'paper.xlsx', content });
    return read.rows.map((row) => row.map(cellText));
  };
  return {
    rows,
    /** All that stands in it, in order. */
    text: async (as: BuiltAccount, path: string): Promise<string> =>
      (await rows(as, path)).flat().filter(Boolean).join(' '),
    status: async (as: BuiltAccount, path: string): Promise<number> => (await fetched(as, path)).status,
    /** That it comes as each of the three kinds, and what the Word document says. */
    word: async (as: BuiltAccount, path: string): Promise<string> => {
      const pdf = await fetched(as, asked(path, 'pdf'));
      expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      const { content, status } = await fetched(as, asked(path, 'docx'));
      expect(status).toBe(200);
      const parts = await unpack(content, 'xml');
      const body = parts.get('word/document.xml')!.data.toString();
      return [...body.matchAll(/<w:t [^>]*>([^<]+)</g)].map(([, said]) => said).join(' ');
    },
  };
}
