import { attendanceWorkbook } from '../src/enrollments/sheets/workbook';
import { readAttendanceSheet } from '../src/enrollments/sheets/filled-sheet';
import { attendanceTable, type WorkbookHalfDay } from '../src/enrollments/sheets/headings';
import { formWidths, listForm } from '../src/nominations/lists/form';
import type { ListedPerson } from '../src/nominations/lists/forms.queries';
import { listWords, verdictWords } from '../src/nominations/lists/imports.words';
import { listTable, readNominationList } from '../src/nominations/lists/sheet';
import { readRoster, rosterTable } from '../src/people/rosters/sheet';
import { momentAt } from '../src/platform/clock';
import { cellText } from '../src/platform/sheets/cells';
import { readTables } from '../src/platform/sheets/tables';
import { readWorkbook } from '../src/platform/sheets/workbook';
import { workbookWithColumns } from '../src/platform/sheets/workbook-with-columns';
import { listSheet } from '../src/platform/sheets/xlsx/list-sheet';
import { writeXlsx } from '../src/platform/sheets/xlsx/write-xlsx';
import type { Upload } from '../src/platform/uploads';
import { peopleColumns, peopleTable } from '../src/printouts/paper-parts';
import { xlsxOf } from '../src/printouts/paper-xlsx';
import { markTable, markWorkbook, readMarkSheet, workbookWidths } from '../src/theory-classes/mark-workbook';
import { plainRoster } from './office-workbooks';

/** A workbook as the service hands it out or takes it in, and what it understands of one. */
export interface OurWorkbook {
  readonly name: string;
  readonly file: Upload;
  /** The rows that are understood, and what was not read. */
  readonly read: (file: Upload) => Promise<readonly unknown[]>;
}

const count = 40;
const families = ['Nguyễn Thị Hồng', 'Lê Văn', 'Trần Hữu', 'Đặng Ngọc Ý', 'Huỳnh Thị Mỹ'];
const long = 'Phó Trưởng phòng Kế hoạch – Tổng hợp, Chủ nhiệm Ủy ban Kiểm tra Đảng ủy;\nChủ tịch Công đoàn cơ sở';
const two = (number: number) => String(number).padStart(2, '0');
const letters = 'ABCDEGHIKLMNOPQRSTUVXY';
const nameOf = (index: number) =>
  `${families[index % families.length]} ${letters[index % letters.length]}${['n', 'nh', 'ng'][index % 3]}`;
const codes = Array.from({ length: count }, (_, index) => two(index).padStart(6, '0'));
const trainingClass = { code: 'LLCT-01/2026', name: 'Bồi dưỡng “cập nhật” & kiến thức <mới>' };

const listed = codes.map((id, index): ListedPerson => ({
  id,
  fullName: nameOf(index),
  sex: index % 2 === 0 ? 'female' : 'male',
  birthDate: `19${two(60 + (index % 35))}-${two((index % 12) + 1)}-${two((index % 28) + 1)}`,
  position: index % 3 === 0 ? long : 'Chuyên viên',
  partyPosition: index % 4 === 0 ? '=1+1' : 'Đảng viên',
  joinedOn: `2008-${two((index % 12) + 1)}-01`,
  officialOn: index % 5 === 0 ? null : `2009-${two((index % 12) + 1)}-01`,
  education: 'university',
  theoryLevel: 'elementary',
  plannedPost: null,
  planned: index % 2 === 0,
  ratings: { '2024': 'good', '2025': index % 3 === 0 ? 'excellent' : 'completed' },
  phone: `0903${100_000 + index}`,
  email: `nguoi${index}@example.vn`,
}));

async function readList(file: Upload): Promise<readonly unknown[]> {
  const { inOrder, read } = readNominationList(await readTables(file, listTable));
  return [...inOrder, ...read.unread];
}

async function formWithPeople(): Promise<Buffer> {
  const facts = { unitName: 'Đảng ủy Tổng Công ty', superiorName: 'Đảng bộ Khối' };
  const form = listForm({
    ...facts,
    trainingClass: { name: trainingClass.name, opensOn: '2026-03-02', mode: 'part_time' },
    people: listed,
  });
  return writeXlsx('Trích ngang', formWidths, form);
}

async function formWithVerdicts(): Promise<Buffer> {
  const file = { name: 'trich-ngang.xlsx', content: await formWithPeople() };
  const tables = await readTables(file, listTable);
  const rows = readNominationList(tables).rows.map(({ rowNumber }) => rowNumber);
  const [verdict, reason] = [verdictWords.vi.seat, 'Đủ điều kiện theo Hướng dẫn; còn chỉ tiêu'];
  const columns = [
    { heading: listWords.vi.verdict, width: 18, texts: new Map(rows.map((row) => [row, verdict])) },
    { heading: listWords.vi.reason, width: 60, texts: new Map(rows.map((row) => [row, reason])) },
  ];
  const { sheet, header } = tables.read[0]!;
  return workbookWithColumns(file, [{ sheet, headingRows: [header.headerRow + 1], columns }]);
}

function attendance(): { content: Promise<Buffer>; read: OurWorkbook['read'] } {
  const halfDays = [1, 2, 3].map((date): WorkbookHalfDay => ({
    id: `buoi-${date}`,
    day: `2026-03-0${date}`,
    part: 'morning',
    time: null,
  }));
  const marks = ['present', 'excused', 'unexcused', 'unmarked'] as const;
  const people = codes.map((personCode, index) => ({
    ...{
      enrollmentId: personCode,
      personId: personCode,
      personCode,
      fullName: nameOf(index),
      unitName: 'Chi bộ 1',
      guestFrom: null,
      groupNumber: null,
    },
    lines: Object.fromEntries(
      halfDays.map(({ id }, at) => [
        id,
        { mark: marks[(index + at) % 4]!, expected: true, wasIn: false, wasOut: false },
      ]),
    ),
  }));
  const { widths, rows } = attendanceWorkbook(trainingClass, halfDays, people, momentAt('2026-03-01', '08:00'));
  const { code } = trainingClass;
  return {
    content: writeXlsx('Điểm danh', widths, rows),
    read: async (file) => {
      const sheet = readAttendanceSheet(await readTables(file, attendanceTable(halfDays)), {
        code,
        halfDays,
        earlier: [],
      });
      return [...sheet.rows, ...sheet.unread, ...sheet.warnings];
    },
  };
}

function marks(): { content: Promise<Buffer>; read: OurWorkbook['read'] } {
  const modules = ['Triết học Mác – Lênin', 'Kinh tế chính trị (phần 1)'].map((name, index) => ({
    id: `hp-${index + 1}`,
    number: index + 1,
    name,
  }));
  const rows = codes.map((personCode, index) => ({
    personCode,
    fullName: nameOf(index),
    unitName: 'Chi bộ 1',
    marks: modules.map(() => ({ first: ((index * 25) % 1001) / 100, resit: index % 7 === 0 ? 5.5 : null })),
  }));
  return {
    content: writeXlsx('Bảng điểm', workbookWidths(modules), markWorkbook(trainingClass, modules, rows)),
    read: async (file) => {
      const sheet = readMarkSheet(await readTables(file, markTable(modules)), trainingClass.code, modules);
      return [...sheet.rows, ...sheet.unread, ...sheet.warnings];
    },
  };
}

const paper = async () =>
  xlsxOf({
    title: 'Danh sách học viên',
    isLandscape: true,
    day: '2026-03-01',
    letterhead: {
      superior: 'THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH',
      body: 'ĐẢNG BỘ KHỐI',
      place: 'Thành phố Hồ Chí Minh',
      signerCapacity: 'TM. Ban Thường vụ',
      signerName: null,
    },
    parts: [
      { kind: 'head' },
      { kind: 'title', title: 'Danh sách học viên', about: [trainingClass.name] },
      peopleTable(
        [
          peopleColumns.number,
          peopleColumns.name,
          peopleColumns.bornMale,
          peopleColumns.bornFemale,
          peopleColumns.position,
        ],
        listed.map((person) => ({
          ...person,
          enrollmentId: person.id,
          unitId: 'u',
          unitName: 'Chi bộ 1',
          guestFrom: null,
          isMember: true,
          groupLetter: null,
          groupNumber: null,
        })),
      ),
    ],
  });

const list = async () =>
  writeXlsx(
    'Còn thiếu',
    [6, 28, 14, 34, 40],
    listSheet(
      'DANH SÁCH CÒN THIẾU VỀ ĐÀO TẠO',
      ['TT', 'Họ và tên', 'Mã số', 'Hạn', 'Căn cứ'],
      listed.map(({ id, fullName, birthDate }) => [fullName, id, { day: birthDate }, "'Quy định 350-QĐ/TW"]),
    ),
  );

/** What stands in the cells, where no door takes the workbook back. */
async function readCells(file: Upload): Promise<readonly unknown[]> {
  const { rows } = await readWorkbook(file);
  return rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cellText(cell) : cell)));
}

/** One of each kind, with texts that a program may take for something else. */
export async function ourWorkbooks(): Promise<readonly OurWorkbook[]> {
  const roster = plainRoster(count).map((row, index) =>
    row.map((value) => ({ value, ...(index === 0 ? { look: 'heading' as const } : {}) })),
  );
  const [taken, given] = [attendance(), marks()];
  const all: readonly (readonly [name: string, content: Buffer, read: OurWorkbook['read']])[] = [
    ['list form', await formWithPeople(), readList],
    ['list with verdicts', await formWithVerdicts(), readList],
    [
      'roster',
      await writeXlsx(
        'Danh sách',
        roster[0]!.map(() => 14),
        roster,
      ),
      async (file) => {
        const { rows, read } = readRoster(await readTables(file, rosterTable));
        return [...rows, ...read.unread];
      },
    ],
    ['attendance', await taken.content, taken.read],
    ['marks', await given.content, given.read],
    ['roster on paper', await paper(), readCells],
    ['list of a report', await list(), readCells],
  ];
  return all.map(([name, content, read]) => ({ name, file: { name: `${name}.xlsx`, content }, read }));
}

/** What a workbook says after another program wrote it, against what it said before. */
export async function compared({ file, read }: OurWorkbook, content: Buffer): Promise<Comparison> {
  const before = await read(file);
  const after = await read({ name: file.name, content });
  const texts = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row));
  const [was, is] = [texts(before), texts(after)];
  return {
    rows: was.length,
    lost: was.filter((row) => !is.includes(row)),
    strange: is.filter((row) => !was.includes(row)),
  };
}

export interface Comparison {
  readonly rows: number;
  /** Rows that are understood no more, or otherwise. */
  readonly lost: readonly string[];
  /** What is there instead. */
  readonly strange: readonly string[];
}
