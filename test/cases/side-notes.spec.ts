import { listTable, readNominationList } from '../../src/nominations/lists/sheet';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';
import { type Row } from '../../src/platform/sheets/cells';
import { readTables, tablesIn } from '../../src/platform/sheets/tables';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { caseFile } from './case-file';

/** What offices write beside the cells, and mean. */
describe('what is said beside the cells', () => {
  const roster = async (start: string) => readRoster(await readTables(caseFile(start), rosterTable));
  const list = async (start: string) => readNominationList(await readTables(caseFile(start), listTable));
  /** A table of one person with these rows below it. */
  const below = (...rows: Row[]) =>
    readNominationList(
      tablesIn(
        [{ name: 'a', rows: [['TT', 'Họ và tên', 'Ngày sinh'], [1, 'Lê Văn An', '05/06/1980'], ...rows] }],
        listTable,
      ),
    );

  it('in a note on a cell is told at its cell, in its words', async () => {
    const { rows, read } = await roster('roster-28');
    expect(rows).toMatchObject([{ code: 'SVG-0992', position: 'Trưởng kho' }]);
    expect(read.unread).toEqual([
      { where: 'G2', what: 'comment', label: null, sample: 'Từ 01/3/2026 là Phó Trưởng phòng Vật tư', cells: 1 },
    ]);
  });

  it('in a line below the table comes to whom it names', async () => {
    const { rows, passedOver } = await list('list-17');
    expect(
      rows.map(({ fullName, notes }) => [fullName, notes.map(({ rowNumber, text }) => `${rowNumber} ${text}`)]),
    ).toEqual([
      [
        'Phan Trung Quân',
        [
          '11 * Đ/c Phan Trung Quân đang nghỉ ốm, xin rút khỏi danh sách, thay bằng đ/c Trần Thị Kim Anh (sinh 21/5/1972).',
        ],
      ],
      ['Nguyễn Thị Thu Ngân', []],
      ['Đặng Trung Tuấn', ['12 * Đ/c Đặng Trung Tuấn là dự phòng.']],
    ]);
    expect(passedOver.slice(-5).map(({ rowNumber, kind }) => `${rowNumber} ${kind}`)).toEqual([
      '10 total',
      '11 note',
      '12 note',
      '13 signature',
      '14 signature',
    ]);
  });

  it('that colours mean something is a note, and opens no group of reserves', async () => {
    expect((await list('list-19')).passedOver.at(-1)).toMatchObject({ rowNumber: 6, kind: 'note' });
  });

  it.each(['Lê Văn An xin rút tên', '- Đồng chí Lê Văn An: dự phòng', 'Ghi chú: đ/c LÊ VĂN AN đi công tác'])(
    'is a note of somebody: %s',
    (text) => {
      const { rows, passedOver } = below([], [text]);
      expect(rows[0]!.notes).toEqual([{ rowNumber: 4, text }]);
      expect(passedOver.at(-1)).toMatchObject({ kind: 'note' });
    },
  );

  it.each([
    [['NGƯỜI LẬP BIỂU', 'BÍ THƯ'], 'signature'],
    [['Lê Văn An', 'Trần Văn Bình'], 'signature'],
    [['Phó Bí thư Lê Văn An'], 'signature'],
    [['Người lập: Lê Văn An, Văn phòng'], 'signature'],
    [['* Danh sách dự phòng:'], 'group_heading'],
    [['B. Các đồng chí dự phòng'], 'group_heading'],
    [['Các đồng chí dự phòng'], 'group_heading'],
  ])('is no note of anybody: %j', (texts, kind) => {
    const { rows, passedOver } = below(...(kind === 'signature' ? [['T/M BAN THƯỜNG VỤ']] : []), texts);
    expect([rows[0]!.notes, passedOver.at(-1)!.kind]).toEqual([[], kind]);
  });

  it('in colours comes to whose row has one that most have not, with the line that explains it', async () => {
    const { rows, read } = await roster('roster-29');
    const legend = 'Ghi chú: dòng tô xanh là đảng viên đã chuyển sinh hoạt đi nơi khác';
    expect(read.unread).toEqual([{ where: '3:3', what: 'colour', label: legend, sample: 'Ứng Hoàng Phi', cells: 1 }]);
    expect(rows.map(({ remarks }) => remarks.map(({ message }) => message.vi))).toEqual([
      [],
      [expect.stringContaining(`dòng 5 ghi: “${legend}”`)],
    ]);
    const nominated = (await list('list-19')).rows.map(({ notes }) => notes);
    expect(nominated).toEqual([[], [{ rowNumber: 6, text: 'Chữ đỏ: dự phòng.', isOnColour: true }]]);
  });

  it('in colours that a format does not show is told where a line speaks of them', () => {
    expect(below(['* Chữ đỏ: dự phòng']).read.unread).toEqual([
      { where: '3', what: 'colour', label: '* Chữ đỏ: dự phòng', sample: '', cells: 0 },
    ]);
  });

  it('is to be acknowledged before the person is nominated', async () => {
    const app = await TestApp.start();
    try {
      const a = new Builders(app);
      const unit = await a.unit();
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      await a.person({ in: unit, fullName: 'Phan Trung Quân', birthDate: '1982-05-21' });
      await a.person({ in: unit, fullName: 'Đặng Trung Tuấn', birthDate: '1976-10-03' });
      const { body } = await app.as(await a.secretaryOf(unit)).upload<{
        rows: { verdict: string; checks: { rule: string; outcome: string; sentence: { vi: string } }[] }[];
      }>(`/api/v1/classes/${inClass.id}/list-imports`, caseFile('list-18'));
      const noted = body.rows.flatMap(({ checks }) => checks.filter(({ rule }) => rule === 'note_in_list'));
      expect(noted).toMatchObject([
        {
          outcome: 'warn',
          sentence: { vi: expect.stringContaining('dòng 6: “* Đ/c Phan Trung Quân xin rút') as string },
        },
        {
          outcome: 'warn',
          sentence: { vi: expect.stringContaining('dòng 7: “* Đ/c Đặng Trung Tuấn là dự phòng') as string },
        },
      ]);
    } finally {
      await app.stop();
    }
  });
});
