import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { WhatWasRead } from '../../../src/platform/sheets/tables';
import type { Sheet } from '../../../src/platform/sheets/cells';
import { readSheets } from '../../../src/platform/sheets/workbook';
import { TestApp } from '../../app';
import { Builders } from '../../builders';

/** As a reader of tables sees it: cells with what stands beside them, wherever the file keeps it. */
const seenOf = (sheets: readonly Sheet[]) =>
  sheets.map(({ name, rows, looks }) => {
    const { hiddenRows, hiddenColumns, merges, ...others } = looks!;
    return {
      ...{ ...others, part: '', colours: null, name, hiddenRows: [...hiddenRows] },
      rows: rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)),
      // One sheet hides all that is left of its columns, another none of them.
      hiddenColumns: [...hiddenColumns].filter((column) => rows.some((row) => column < row.length)),
      merges: merges.toSorted((one, other) => one.top - other.top || one.left - other.left),
    };
  });
const read = async (path: string) => seenOf(await readSheets({ name: basename(path), content: readFileSync(path) }));

/** Cases as LibreOffice saves them in other formats. */
describe('the same file', () => {
  const files = readdirSync(__dirname).filter((name) => /\.(xls|ods)$/.test(name));

  it.each(files)('is read from %s as from the .xlsx', async (name) => {
    const original = join(__dirname, '..', `${basename(name, extname(name))}.xlsx`);
    expect(await read(join(__dirname, name))).toEqual(await read(original));
  });

  it('stands here in both', () => {
    expect(files.filter((name) => name.endsWith('.xls'))).toHaveLength(files.length / 2);
  });
});

describe('a list of another format', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  it.each(['xls', 'ods'])(
    '.%s is tried out as the .xlsx is, and comes back as one with the outcomes',
    async (ending) => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      const name = `list-10-struck-through.${ending}`;
      const file = { name, content: readFileSync(join(__dirname, name)) };
      const path = `/api/v1/classes/${inClass.id}/list-imports`;
      const { status, body } = await app.as(secretary).upload<TriedList>(path, file);
      expect(status).toBe(201);
      expect(body.unread).toMatchObject([
        { where: '5:5', what: 'struck_row', sample: '2 · Lê Thị Bình · 12/05/1982 · CV' },
        { where: 'B6', what: 'struck', label: 'Họ và tên', sample: 'Đỗ Văn Cũ' },
      ]);
      const { headers, content } = await app.as(secretary).download(`/api/v1/list-imports/${body.id}/workbook`);
      expect(headers.get('content-disposition')).toContain('list-10-struck-through-ket-qua.xlsx');
      const [sheet] = await readSheets({ name: 'a.xlsx', content });
      const people = sheet!.rows.filter((row) =>
        ['Nguyễn Văn An', 'Trần Hữu Công', 'Vũ Thị Dung'].includes(String(row[1]).trim()),
      );
      expect(people.map((row) => row.slice(-2).map((cell) => typeof cell))).toEqual(
        Array.from({ length: 3 }, () => ['string', 'string']),
      );
    },
  );
});

interface TriedList extends WhatWasRead {
  readonly id: string;
}
