import type { Day } from '../platform/clock';
import { tidyName } from '../platform/names';
import type { Bilingual } from '../platform/messages/words';
import type { FieldError } from '../platform/problems/refusal';
import { isBlank, type Sheet } from '../platform/sheets/cells';
import { doubtfulDays, doubtSentences } from '../platform/sheets/day-columns';
import { type ColumnLabels, findHeader } from '../platform/sheets/header';
import { SheetRow } from '../platform/sheets/sheet-row';
import { firstEmail, firstPhone } from './contacts';
import { examples, readEducation, readRating, readSex, readStanding, readTheoryLevel } from './person.labels';
import type { Education, Rating, Sex, Standing, TheoryLevel } from './person.values';
import { isOneWord, whyNoName } from './written-names';

/** One person of a unit's roster. Null is "not said", or not understood, and then `problems` says so. */
export interface RosterRow {
  readonly rowNumber: number;
  readonly code: string | null;
  /** '' when missing, which is a problem of the row. */
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly birthDate: Day | null;
  readonly cell: string | null;
  readonly position: string | null;
  readonly partyPosition: string | null;
  /** Of a mark, null is a cell left blank, too. */
  readonly keyCadre: boolean | null;
  readonly standing: Standing | null;
  readonly joinedOn: Day | null;
  readonly officialOn: Day | null;
  readonly education: Education | null;
  readonly theoryLevel: TheoryLevel | null;
  readonly planned: boolean | null;
  readonly ratings: Readonly<Record<number, Rating>>;
  readonly phone: string | null;
  readonly email: string | null;
  readonly problems: readonly FieldError[];
  /** What to know of what was read. */
  readonly remarks: readonly FieldError[];
}

export interface RosterSheet {
  /** Every row below the heading that is not blank, in order. */
  readonly rows: readonly RosterRow[];
  /** Headings the roster has beyond those that are read. */
  readonly unreadColumns: readonly string[];
  /** What to know of whole columns. */
  readonly warnings: readonly Bilingual[];
}

const labels = {
  code: ['Mã số', 'Mã', 'Mã cán bộ', 'Mã nhân viên', 'Mã số cán bộ'],
  fullName: ['Họ và tên', 'Họ tên', 'Họ và tên khai sinh'],
  ordinal: ['TT', 'STT', 'Số TT', 'Số thứ tự'],
  sex: ['Giới tính', 'Nam/Nữ'],
  birthDate: ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Ngày tháng năm sinh', 'Sinh ngày', 'Năm sinh'],
  cell: ['Chi bộ', 'Chi bộ sinh hoạt', 'Sinh hoạt tại chi bộ'],
  position: ['Chức vụ chính quyền', 'Chức vụ', 'Chức vụ, đơn vị công tác', 'Chức danh', 'Chức vụ chuyên môn'],
  partyPosition: ['Chức vụ Đảng', 'Chức vụ Đảng, đoàn thể', 'Chức vụ trong Đảng'],
  keyCadre: ['Cán bộ chủ chốt', 'Chủ chốt'],
  standing: ['Tình trạng', 'Tình trạng đảng viên', 'Đảng viên', 'Diện'],
  joinedOn: ['Ngày vào Đảng', 'Ngày kết nạp', 'Ngày kết nạp Đảng', 'Ngày vào Đảng dự bị'],
  officialOn: [
    'Ngày chính thức',
    'Ngày vào Đảng chính thức',
    'Ngày công nhận chính thức',
    'Ngày công nhận đảng viên chính thức',
  ],
  education: ['Trình độ chuyên môn', 'Trình độ học vấn', 'Chuyên môn', 'Trình độ chuyên môn cao nhất'],
  theoryLevel: ['Trình độ LLCT', 'Trình độ lý luận chính trị', 'LLCT', 'Lý luận chính trị'],
  planned: ['Quy hoạch', 'Quy hoạch chức danh', 'Trong quy hoạch'],
  rating: [
    'Xếp loại {year}',
    'Xếp loại năm {year}',
    'Xếp loại chất lượng {year}',
    'Xếp loại chất lượng năm {year}',
    'Xếp loại cán bộ năm {year}',
    'Xếp loại đảng viên năm {year}',
  ],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'ĐT', 'Di động'],
  email: ['Email', 'E-mail', 'Thư điện tử', 'Địa chỉ email'],
} as const satisfies ColumnLabels<string>;

type RosterColumn = keyof typeof labels;

/** Reads a unit's roster. Throws `MissingColumns` when no heading names at least the full name and the birth date. */
export function readRoster(sheet: Sheet): RosterSheet {
  const header = findHeader<RosterColumn>(sheet, labels, [['fullName'], ['birthDate']]);
  const doubtful = doubtfulDays(header, sheet.rows.slice(header.dataRow), ['birthDate', 'joinedOn', 'officialOn']);
  const rows = sheet.rows.flatMap((row, index) => {
    if (index < header.dataRow || row.every((cell) => isBlank(cell))) return [];
    return [readRow(new SheetRow(header, row, index + 1, doubtful))];
  });
  const unreadColumns = header.unknown.map((column) => column.label);
  return { rows, unreadColumns, warnings: doubtSentences(header, doubtful) };
}

function readRow(row: SheetRow<RosterColumn>): RosterRow {
  const fullName = tidyName(row.text('fullName') ?? '');
  const noName = whyNoName(fullName);
  if (!fullName) row.note('fullName', 'missing', missing('họ và tên', 'full name'));
  else if (noName) row.note('fullName', 'no_name', noName);
  else if (isOneWord(fullName)) row.remark('fullName', 'one_word', oneWord);
  const birthDate = row.day('birthDate', 'birthDate');
  if (row.text('birthDate') === null) row.note('birthDate', 'missing', missing('ngày sinh', 'birth date'));
  return {
    rowNumber: row.rowNumber,
    code: row.text('code'),
    fullName,
    sex: row.value('sex', 'sex', readSex, examples.sex),
    birthDate,
    cell: row.text('cell'),
    position: row.text('position'),
    partyPosition: row.text('partyPosition'),
    keyCadre: row.mark('keyCadre', 'keyCadre'),
    standing: row.value('standing', 'standing', readStanding, examples.standing),
    joinedOn: row.day('joinedOn', 'joinedOn'),
    officialOn: row.day('officialOn', 'officialOn'),
    education: row.value('education', 'education', readEducation, examples.education),
    theoryLevel: row.value('theoryLevel', 'theoryLevel', readTheoryLevel, examples.theoryLevel),
    planned: row.mark('planned', 'planned'),
    ratings: row.valuesByYear('rating', 'ratings', readRating, examples.rating),
    phone: row.firstValue('phone', 'phone', firstPhone, examples.phone),
    email: row.firstValue('email', 'email', firstEmail, examples.email),
    problems: row.problems,
    remarks: row.remarks,
  };
}

const oneWord: Bilingual = {
  vi: 'Họ tên chỉ có một từ. Hãy kiểm tra xem có thiếu họ hay tên đệm không.',
  en: 'The name is one word alone. Check whether the family name is missing.',
};

function missing(vi: string, en: string) {
  return {
    vi: `Dòng này thiếu ${vi}. Hãy bổ sung, hoặc xóa dòng nếu không phải là một người.`,
    en: `This row has no ${en}. Add it, or remove the row if it is not a person.`,
  };
}
