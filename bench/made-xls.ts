import type { MadeCell, MadeSheet } from './made-workbook';
import { columnNumber } from '../src/platform/sheets/xlsx/addresses';

const sectorBytes = 512;
const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const ofTable = 0xfffffffd;
/** Shorter streams would have to stand among others in a stream of their own. */
const shortest = 4096;

/** An OLE2 compound file with one stream. */
export function madeCompoundFile(name: string, stream: Buffer): Buffer {
  const content = Buffer.concat([stream, Buffer.alloc(Math.max(0, shortest - stream.length))]);
  const sectors = Math.ceil(content.length / sectorBytes);
  let tables = 1;
  while (tables * (sectorBytes / 4) < tables + 1 + sectors) tables++;
  const chains = Buffer.alloc(tables * sectorBytes, 0xff);
  const first = tables + 1;
  for (let at = 0; at < tables; at++) chains.writeUInt32LE(ofTable, at * 4);
  chains.writeUInt32LE(endOfChain, tables * 4);
  for (let at = 0; at < sectors; at++)
    chains.writeUInt32LE(at === sectors - 1 ? endOfChain : first + at + 1, (first + at) * 4);
  const header = Buffer.alloc(sectorBytes, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 76);
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const)
    header.writeUInt16LE(value, at);
  for (const [value, at] of [
    [tables, 44],
    [tables, 48],
    [shortest, 56],
    [endOfChain, 60],
    [endOfChain, 68],
  ] as const)
    header.writeUInt32LE(value, at);
  for (let at = 0; at < tables; at++) header.writeUInt32LE(at, 76 + at * 4);
  const directory = Buffer.concat([
    entry('Root Entry', 5, 1, endOfChain, 0),
    entry(name, 2, free, first, content.length),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, chains, directory, content, Buffer.alloc(sectors * sectorBytes - content.length)]);
}

function entry(name: string, kind: number, child: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 0, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes.writeUInt8(kind, 66);
  for (const [value, at] of [
    [free, 68],
    [free, 72],
    [child, 76],
    [start, 116],
    [size, 120],
  ] as const)
    bytes.writeUInt32LE(value, at);
  return bytes;
}

const u16 = (...numbers: readonly number[]) => {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, at * 2);
  return bytes;
};
const u32 = (number: number) => u16(number & 0xffff, number >>> 16);
const record = (type: number, ...parts: readonly Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u16(type, content.length), content]);
};
const shortText = (text: string) => Buffer.concat([Buffer.from([text.length, 1]), Buffer.from(text, 'utf16le')]);
const beginning = (kind: number) => record(0x809, u16(0x600, kind, 0, 0), Buffer.alloc(8));
const end = record(0x0a);

/** Plain, crossed out, in a font of signs, and in one of before Unicode, as {@link madeWorkbook} numbers them. */
const fonts = [
  { name: 'Arial', isStruck: false },
  { name: 'Arial', isStruck: true },
  { name: 'Wingdings 2', isStruck: false },
  { name: '.VnTime', isStruck: false },
];

/** A workbook of these sheets as Excel 97 to 2003 write it; the one in front counts from 0. There a formula is always calculated. */
export function madeXls(sheets: readonly MadeSheet[], inFront = 0): Buffer {
  const strings: Buffer[] = [];
  const bodies = sheets.map((sheet) => sheetRecords(sheet, strings));
  const looks = [
    record(0x3d, Buffer.alloc(10), u16(inFront, 0, 1, 600)),
    ...fonts.map(({ name, isStruck }) =>
      record(0x31, u16(200, isStruck ? 0x08 : 0), Buffer.alloc(10), shortText(name)),
    ),
    ...fonts.map((_, font) => record(0xe0, u16(font, 0), Buffer.alloc(16))),
  ];
  const shared = [record(0xfc, u32(strings.length), u32(strings.length)), ...strings.map((text) => record(0x3c, text))];
  const named = (places: readonly number[]) =>
    sheets.map(({ name, isHidden }, at) =>
      record(0x85, u32(places[at] ?? 0), Buffer.from([isHidden ? 1 : 0, 0]), shortText(name)),
    );
  const book = (places: readonly number[]) => Buffer.concat([beginning(5), ...looks, ...named(places), ...shared, end]);
  let next = book([]).length;
  const places = bodies.map((body) => {
    const place = next;
    next += body.length;
    return place;
  });
  return madeCompoundFile('Workbook', Buffer.concat([book(places), ...bodies]));
}

function sheetRecords(sheet: MadeSheet, strings: Buffer[]): Buffer {
  const { rows, hiddenRows = [], hiddenColumns = [], merges = [], comments = [] } = sheet;
  const areas = merges.map((ref) => {
    const [from = '', to = from] = ref.split(':');
    const rowOf = (address: string) => Number(address.replace(/\D/g, '')) - 1;
    return u16(rowOf(from), rowOf(to), columnNumber(from) - 1, columnNumber(to) - 1);
  });
  return Buffer.concat([
    beginning(0x10),
    ...hiddenColumns.map((at) => record(0x7d, u16(at, at, 2048, 0, 1, 0))),
    ...rows.map((_, at) => record(0x208, u16(at, 0, 0, 255, 0, 0, hiddenRows.includes(at) ? 0x20 : 0, 0))),
    ...rows.flatMap((cells, row) => cells.map((cell, column) => cellRecord(u16(row, column), cell, strings))),
    ...comments.flatMap(({ text }, at) => [
      record(0x5d, u16(0x15, 0x12, 0x19, at + 1), Buffer.alloc(14), Buffer.alloc(4)),
      record(0x1b6, Buffer.alloc(10), u16(text.length, 0, 0, 0)),
      record(0x3c, Buffer.from([1]), Buffer.from(text, 'utf16le')),
    ]),
    ...comments.map(({ place }, at) =>
      record(0x1c, u16(Number(place.replace(/\D/g, '')) - 1, columnNumber(place) - 1, 0, at + 1), shortText('A')),
    ),
    ...(areas.length > 0 ? [record(0xe5, u16(areas.length), ...areas)] : []),
    end,
  ]);
}

function cellRecord(place: Buffer, cell: MadeCell, strings: Buffer[]): Buffer {
  if (cell === null) return Buffer.alloc(0);
  const text = (value: string, style: number, plainFrom?: number) => {
    const runs = plainFrom === undefined ? [] : [u16(0, 1), u16(plainFrom, 0)];
    const flags = Buffer.from([runs.length > 0 ? 9 : 1]);
    const counted = runs.length > 0 ? u16(runs.length) : Buffer.alloc(0);
    strings.push(Buffer.concat([u16(value.length), flags, counted, Buffer.from(value, 'utf16le'), ...runs]));
    return record(0xfd, place, u16(style), u32(strings.length - 1));
  };
  if (typeof cell === 'string') return text(cell, 0);
  if ('error' in cell) return record(0x205, place, u16(0), Buffer.from([0x2a, 1]));
  if ('signs' in cell) return text(cell.signs, 2);
  if ('vnTime' in cell) return text(cell.vnTime, 3);
  if ('formula' in cell) return record(0x06, place, u16(0), Buffer.alloc(8), Buffer.alloc(6));
  if ('coloured' in cell) return text(cell.coloured, 0);
  if (cell.then === undefined) return text(cell.struck, 1);
  return text(`${cell.struck} ${cell.then}`, 0, cell.struck.length);
}
