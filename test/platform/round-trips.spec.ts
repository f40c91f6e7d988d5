import { read, write } from '@e965/xlsx';
import { Workbook } from '@mui/x-internal-exceljs-fork';
import { compared, ourWorkbooks } from '../../bench/our-workbooks';
import type { Upload } from '../../src/platform/uploads';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import { caseFile } from '../cases/case-file';

/** Two programs that are not ours: each takes a workbook in and writes all it understood of it anew. */
const writers: Readonly<Record<string, (content: Buffer) => Promise<Buffer>>> = {
  SheetJS: (content) => {
    const workbook = read(content, { type: 'buffer', cellNF: true, cellStyles: true });
    return Promise.resolve(write(workbook, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer);
  },
  ExcelJS: async (content) => {
    const workbook = new Workbook();
    await workbook.xlsx.load(content as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  },
};

describe.each(Object.entries(writers))('after %s has read and written it', (_, rewritten) => {
  it('each of our workbooks says what it said before', async () => {
    const changed: Record<string, unknown> = {};
    for (const workbook of await ourWorkbooks()) {
      const { rows, lost, strange } = await compared(workbook, await rewritten(workbook.file.content));
      expect(rows).toBeGreaterThan(30);
      if (lost.length + strange.length > 0) changed[workbook.name] = { lost: lost[0], strange: strange[0] };
    }
    expect(changed).toEqual({});
  });

  describe('a door', () => {
    let app: TestApp;
    let a: Builders;
    let unit: BuiltUnit;
    let secretary: BuiltAccount;

    beforeAll(async () => {
      app = await TestApp.start();
      a = new Builders(app);
      unit = await a.unit();
      secretary = await a.secretaryOf(unit);
    });
    afterAll(() => app.stop());

    const seenIn = async (path: string, id: string) => {
      const shown = await app
        .as(secretary)
        .get<{ rows: { items: readonly object[] } | readonly object[] }>(`${path}/${id}`);
      const { rows } = shown.body;
      return 'items' in rows ? rows.items : rows;
    };
    const send = async (to: string, file: Upload, path: string) => {
      const { body, status } = await app
        .as(secretary)
        .upload<{ id: string; unread: unknown }>(to, file, { unitId: unit.id });
      expect(status).toBe(201);
      return { rows: await seenIn(path, body.id), unread: body.unread };
    };

    it('sees the same people in a roster', async () => {
      const file = caseFile('roster-00');
      const path = '/api/v1/roster-imports';
      const before = await send(path, file, path);
      expect(before.rows.length).toBeGreaterThan(5);
      const after = { ...file, content: await rewritten(file.content) };
      expect(await send(path, after, path)).toEqual(before);
    });

    it('sees the same people in the list it handed out', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      for (const fullName of ['Nguyễn Thị Ánh', 'Đặng Văn Hòa', 'Lê Quốc Ân'])
        await a.person({ in: unit, fullName, phone: '0912345678' });
      const form = await app.as(secretary).download(`/api/v1/classes/${inClass.id}/list-form?unitId=${unit.id}`);
      const file = { name: 'trich-ngang.xlsx', content: form.content };
      const [to, path] = [`/api/v1/classes/${inClass.id}/list-imports`, '/api/v1/list-imports'];
      const before = await send(to, file, path);
      expect(JSON.stringify(before.rows)).toContain('Đặng Văn Hòa');
      expect(await send(to, { ...file, content: await rewritten(file.content) }, path)).toEqual(before);
    });
  });
});
