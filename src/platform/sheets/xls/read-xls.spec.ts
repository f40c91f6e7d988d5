import { madeCompoundFile, madeXls } from '../../../../bench/made-xls';
import { rootStreams } from './compound-file';
import { readXls } from './read-xls';
import { RecordBytes } from './records';

const limits = { maxRows: 100, maxColumns: 20, maxCharacters: 10_000 };
const streamOf = (file: Buffer) => rootStreams(file).get('Workbook')!();
const read = async (stream: Buffer) => readXls(madeCompoundFile('Workbook', stream), limits);
const u16 = (...numbers: readonly number[]) => Buffer.from(Uint16Array.from(numbers).buffer);
const record = (type: number, ...numbers: readonly number[]) =>
  Buffer.concat([u16(type, numbers.length * 2), u16(...numbers)]);
const withRecord = (made: Buffer) => {
  const book = streamOf(madeXls([{ name: 'S', rows: [['a']] }]));
  // Before the end of the sheet, which is the last record.
  const end = book.lastIndexOf(u16(0x0a, 0));
  return Buffer.concat([book.subarray(0, end), made, book.subarray(end)]);
};

describe('readXls', () => {
  it('reads numbers in each way they are kept', async () => {
    const double = Buffer.concat([u16(0x203, 14, 1, 0, 0), Buffer.alloc(8)]);
    double.writeDoubleLE(1.5, 10);
    const small = (column: number, number: number) => {
      const made = Buffer.concat([u16(0x27e, 10, 1, column, 0), Buffer.alloc(4)]);
      made.writeInt32LE(number, 10);
      return made;
    };
    const several = record(0xbd, 2, 0, 0, (7 << 2) | 2, 0, 0, (8 << 2) | 2, 0, 1);
    const numbers = [double, small(1, (-3 << 2) | 2), small(2, (1234 << 2) | 3), small(3, 0x40080000), several];
    const [sheet] = await read(withRecord(Buffer.concat(numbers)));
    expect(sheet!.rows.slice(1)).toEqual([
      [1.5, -3, 12.34, 3],
      [7, 8],
    ]);
  });

  it('reads what a formula comes to: a number, yes or no, an error, and a text that follows', async () => {
    const formula = (column: number, ...result: readonly number[]) => record(0x06, 1, column, 0, ...result, 0, 0, 0);
    const cells = [
      formula(0, 0, 0, 0, 0x4000),
      formula(1, 1, 1, 0, 0xffff),
      formula(2, 2, 0x17, 0, 0xffff),
      formula(3, 0, 0, 0, 0xffff),
      Buffer.concat([u16(0x207, 5), Buffer.from([2, 0, 0, 0x61, 0x62])]),
      formula(4, 3, 0, 0, 0xffff),
    ];
    const [sheet] = await read(withRecord(Buffer.concat(cells)));
    expect(sheet!.rows[1]).toEqual([2, true, { noValue: 'error', text: '#REF!' }, 'ab']);
  });

  it('reads letters whose width changes where a record is continued', () => {
    const parts = [
      [5, 0, 0x08, 1, 0, 0x61, 0x62],
      [1, 0xa1, 0x1e, 0x63, 0],
      [0, 0x64, 2, 0],
      [3, 0],
    ];
    const bytes = new RecordBytes(parts.map((part) => Buffer.from(part)));
    expect(bytes.richText()).toEqual({ text: 'abạcd', runs: [{ from: 2, font: 3 }] });
  });

  it('passes over the charts that stand within a sheet', async () => {
    const chart = Buffer.concat([
      record(0x809, 0x600, 0x20, 0, 0),
      record(0x208, 0, 0, 0, 0, 0, 0, 0x20, 0),
      record(0x0a),
    ]);
    const [sheet] = await read(withRecord(chart));
    expect([sheet!.rows, [...sheet!.looks!.hiddenRows]]).toEqual([[['a']], []]);
  });

  it.each([
    ['cut off', (stream: Buffer) => stream.subarray(0, stream.lastIndexOf(u16(0x0a, 0)) - 6)],
    ['whose sheet stands nowhere', (stream: Buffer) => changed(stream, stream.indexOf(u16(0x85)) + 4, 0x00ffffff)],
    [
      'with more shared texts than there are',
      (stream: Buffer) => changed(stream, stream.indexOf(u16(0xfc)) + 8, 1_000_000),
    ],
  ])('takes none %s', async (_, broken) => {
    // Filled up with nothing, as a stream is.
    await expect(read(broken(streamOf(madeXls([{ name: 'S', rows: [['a']] }]))))).rejects.toMatchObject({
      name: 'Error',
      message: expect.stringMatching(/record|sheet/) as string,
    });
  });

  it('walks no stream again and again for sheets that are said to stand in one place', async () => {
    const long = { name: 'S', rows: Array.from({ length: 90 }, () => ['a', 'b', 'c']) };
    const short = { name: 'T', rows: [['a']] };
    const stream = streamOf(madeXls([long, short, short, short, short]));
    const first = stream.readUInt32LE(stream.indexOf(u16(0x85)) + 4);
    let same = stream;
    for (let at = stream.indexOf(u16(0x85)); same.readUInt16LE(at) === 0x85; at += 4 + same.readUInt16LE(at + 2))
      same = changed(same, at + 4, first);
    await expect(readXls(madeCompoundFile('Workbook', same), { ...limits, maxCharacters: 1e6 })).rejects.toThrow(
      'within',
    );
  });

  it('follows no chain of sectors in a circle', async () => {
    const file = madeXls([{ name: 'S', rows: [['a']] }]);
    // The first sector of the stream leads to itself.
    expect(() => rootStreams(changed(file, 512 + 2 * 4, 2)).get('Workbook')!()).toThrow('circle');
    await expect(readXls(file, limits)).resolves.toHaveLength(1);
  });
});

function changed(content: Buffer, at: number, number: number): Buffer {
  const copy = Buffer.from(content);
  copy.writeUInt32LE(number, at);
  return copy;
}
