import { download } from './downloads';

describe('a file to be saved', () => {
  const headerOf = (name: string) => download({ name, content: Buffer.from('x') }).getHeaders().disposition;

  it('keeps its whole name where a number in it has a slash', () => {
    expect(headerOf('Điểm danh TC-01/2026.xlsx')).toBe(
      `attachment; filename="diem-danh-tc-01-2026.xlsx"; filename*=UTF-8''%C4%90i%E1%BB%83m%20danh%20TC-01-2026.xlsx`,
    );
  });
});
