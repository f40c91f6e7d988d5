import { cellText, isBlank, isYes } from '../../platform/sheets/cells';
import type { ColumnLabels, TableKind } from '../../platform/sheets/header';
import type { SheetRow } from '../../platform/sheets/sheet-row';
import { foldName, tidyName } from '../../platform/names';
import { type Contacts, firstContacts, firstEmail, firstPhone } from '../contacts/contacts';
import {
  examples,
  readEducation,
  readOneEducation,
  readSex,
  readTheoryLevel,
  theoryLevelWords,
  tickSpellings,
} from '../person.labels';
import type { Education, Sex, TheoryLevel } from '../person.values';
import { writtenLevels } from './written-levels';
import { nameAndPost, namesPost, whyNoName } from '../written-names';

const birth = [
  'Ngày sinh',
  'Ngày, tháng, năm sinh',
  'Ngày tháng năm sinh',
  'Sinh ngày',
  'Năm sinh',
  'Sinh năm',
  'Ng.sinh',
  'Tháng, năm sinh',
];
const sex = ['Giới tính', 'Nam/Nữ', 'Phái', 'Giới'];
/** Below the heading of the birth date, below that of the sex, or alone; what stands there is a date or a tick. */
const under = (half: string) => [...birth, ...sex, ''].map((label) => `${label} ${half}`.trim());

/** The headings under which offices write about people, in rosters and lists alike; the usual one first. */
const personLabels = {
  ordinal: ['TT', 'STT', 'Số TT', 'Số thứ tự'],
  code: ['Mã số', 'Mã', 'Mã cán bộ', 'Mã nhân viên', 'Mã số cán bộ', 'Mã CB', 'Mã NV', 'Mã đảng viên'],
  fullName: [
    ...['Họ và tên', 'Họ tên', 'Họ và tên khai sinh', 'Họ, tên', 'Họ tên cán bộ', 'Họ và tên cán bộ'],
    ...['Họ tên CBCNV', 'Họ và tên CBCNV', 'Họ tên đảng viên', 'Họ và tên đảng viên', 'Họ, tên khai sinh'],
    ...['Họ tên khai sinh', 'Họ đệm và tên', 'Họ, chữ đệm và tên', 'H. và tên', 'Cán bộ được cử'],
    ...['Họ và tên người được cử', 'Họ tên người được cử'],
  ],
  familyName: [
    ...[
      'Họ và tên đệm',
      'Họ đệm',
      'Họ và đệm',
      'Họ, tên đệm',
      'Họ tên đệm',
      'Họ và chữ đệm',
      'Họ lót',
      'Họ và tên lót',
    ],
    ...['Họ, chữ đệm', 'Họ'],
  ],
  givenName: ['Tên', 'Tên gọi'],
  birthDate: birth,
  birthMale: under('Nam'),
  birthFemale: under('Nữ'),
  sex,
  cell: ['Chi bộ', 'Chi bộ sinh hoạt', 'Sinh hoạt tại chi bộ'],
  position: [
    ...['Chức vụ chính quyền', 'Chức vụ', 'Chức vụ, đơn vị công tác', 'Chức vụ, đơn vị', 'Chức vụ công tác'],
    ...['Chức vụ, nơi công tác', 'Chức danh, đơn vị công tác', 'Chức danh', 'Chức vụ chuyên môn'],
  ],
  partyPosition: [...['Chức vụ Đảng', 'Chức vụ Đảng, đoàn thể', 'Chức vụ trong Đảng', 'Chức vụ Đảng và đoàn thể']],
  keyCadre: ['Cán bộ chủ chốt', 'Chủ chốt'],
  standing: ['Tình trạng', 'Tình trạng đảng viên', 'Đảng viên', 'Diện'],
  joinedOn: ['Ngày vào Đảng', 'Ngày kết nạp', 'Ngày kết nạp Đảng', 'Ngày vào Đảng dự bị'],
  officialOn: [
    ...['Ngày chính thức', 'Ngày vào Đảng chính thức', 'Ngày công nhận chính thức'],
    'Ngày công nhận đảng viên chính thức',
  ],
  education: ['Trình độ chuyên môn', 'Trình độ học vấn', 'Chuyên môn', 'Trình độ chuyên môn cao nhất'],
  theoryLevel: ['Trình độ LLCT', 'Trình độ lý luận chính trị', 'LLCT', 'Lý luận chính trị'],
  planned: ['Quy hoạch', 'Quy hoạch chức danh', 'Trong quy hoạch', 'Chức danh quy hoạch'],
  postSince: [
    ...[
      'Giữ chức vụ từ',
      'Giữ chức vụ từ ngày',
      'Ngày giữ chức vụ',
      'Ngày bổ nhiệm',
      'Thời điểm bổ nhiệm',
      'Ngày bổ nhiệm chức vụ',
    ],
    ...['Ngày bổ nhiệm chức vụ hiện tại', 'Thời điểm giữ chức vụ', 'Ngày giữ chức vụ hiện nay'],
  ],
  rating: [
    ...['Xếp loại {year}', 'Xếp loại năm {year}', 'Xếp loại chất lượng {year}', 'Xếp loại chất lượng năm {year}'],
    ...['Xếp loại cán bộ {year}', 'Xếp loại cán bộ năm {year}', 'Xếp loại đảng viên năm {year}'],
    ...['Xếp loại 2 năm liền kề {year}', 'Xếp loại 2 năm liền kề năm {year}', 'Xếp loại hai năm liền kề {year}'],
    ...[
      'XL {year}',
      'XL năm {year}',
      'Xếp loại 2 năm {year}',
      'Xếp loại 02 năm {year}',
      'Xếp loại 02 năm liền kề {year}',
    ],
  ],
  mode: ['Hình thức học', 'Hệ học', 'Hình thức đào tạo', 'Hệ đào tạo'],
  contacts: [
    ...['Điện thoại, email', 'Số điện thoại, email', 'SĐT, email', 'Điện thoại, e-mail', 'Liên hệ'],
    'Điện thoại liên hệ, email',
  ],
  phone: ['Điện thoại', 'Số điện thoại', 'SĐT', 'ĐT', 'Di động', 'Điện thoại liên hệ'],
  email: ['Email', 'E-mail', 'Thư điện tử', 'Địa chỉ email'],
  remarks: ['Ghi chú'],
  // What the service itself wrote beside a list it gave back.
  verdict: ['Kết quả', 'Outcome'],
  verdictReason: ['Lý do', 'Reason'],
  verdictPlace: ['Chỗ', 'Place'],
} as const satisfies ColumnLabels<string>;

/** What the service wrote itself is nothing a column of somebody else can be. */
const ours: readonly PersonColumn[] = ['verdict', 'verdictReason', 'verdictPlace'];

export type PersonColumn = keyof typeof personLabels;

/** A table of people, of which a reader asks for everything but `without`: what stands in those columns is told as not read. */
export function peopleTable(without: readonly PersonColumn[]): TableKind<PersonColumn> {
  const labels = { ...personLabels, ...Object.fromEntries(without.map((column) => [column, []])) };
  return {
    labels,
    required: [
      ['fullName', 'familyName'],
      // Both halves, or none: "Nam" alone is what stands in a column of the sex.
      ['birthDate', 'birthMale'],
      ['birthDate', 'birthFemale'],
    ],
    // Of a table of men alone only one half is there, and somebody says so.
    requiredOfSaid: [
      ['fullName', 'familyName'],
      ['birthDate', 'birthMale', 'birthFemale'],
    ],
    ticks: tickSpellings,
    days: ['birthDate', 'birthMale', 'birthFemale', 'joinedOn', 'officialOn', 'postSince'],
    texts: ['fullName'],
    byValues: { education: { labels: ['Trình độ', 'Học vấn', 'Bằng cấp'], fits: isDegree } },
    facts: (Object.keys(personLabels) as PersonColumn[]).filter(
      (fact) => !ours.includes(fact) && !without.includes(fact),
    ),
    own: ['code', 'ordinal', 'email', 'phone', 'contacts'],
  };
}

/** “Trung cấp” may be a level of the theory as well. */
function isDegree(text: string): boolean | null {
  if (readEducation(text) === null) return false;
  return readTheoryLevel(text) === null || null;
}

/** The full name in print, whether it stands in one column or in two; '' when missing. */
export function nameIn(row: SheetRow<PersonColumn>): string {
  const whole = wholeIn(row)?.name;
  const given = row.text('givenName') ?? '';
  // Beside a full name, the given name is there to sort by.
  if (whole && ` ${foldName(whole)}`.endsWith(` ${foldName(given)}`)) return tidyName(whole);
  return tidyName([whole ?? row.text('familyName'), given].filter(Boolean).join(' '));
}

/** The full name; where none stands there, the row says so. */
export function readName(row: SheetRow<PersonColumn>): { readonly fullName: string; readonly isName: boolean } {
  const fullName = nameIn(row);
  const noName = whyNoName(fullName);
  if (!fullName) row.note('fullName', 'missing', lacks('họ và tên', 'full name'));
  else if (noName) row.note('fullName', 'no_name', noName);
  return { fullName, isName: fullName !== '' && noName === null };
}

/** The post in its own column; where that is blank, the one behind the name. */
export function positionIn(row: SheetRow<PersonColumn>): string | null {
  return row.text('position') ?? wholeIn(row)?.post ?? null;
}

/** The post somebody is planned for, where the roster writes one instead of a mark; who has one is planned. */
export function plannedIn(row: SheetRow<PersonColumn>) {
  const text = row.text('planned');
  if (text !== null && namesPost(text)) return { planned: true, plannedPost: text };
  return { planned: row.mark('planned', 'planned'), plannedPost: null };
}

/** Whether a post was taken away from behind the name. */
export const hasPostBehindName = (row: SheetRow<PersonColumn>): boolean => Boolean(wholeIn(row)?.post);

/** As the file has it: a line break within the cell is one. */
function wholeIn(row: SheetRow<PersonColumn>) {
  const cell = row.cell('fullName');
  if (isBlank(cell)) return null;
  return nameAndPost(typeof cell === 'string' ? cell : cellText(cell));
}

const place =
  /^[,(–-]?\s*(?![Ââ]m\s|Khai\s)(?:(?:tại|tỉnh|huyện|xã|thành phố)\s)*(?:TP\.?\s*HCM|TPHCM|HCM|(?:TP\.?\s*)?\p{Lu}\p{Ll}+(?:[\s,–-]+\p{Lu}\p{Ll}+)*)[.)]?$/u;

/** What may stand behind a day and leave it the same one: where somebody was born, or that it is the day its column asks for. */
export const besideDay = {
  birthDate: place,
  joinedOn: /^\(?(?:DB|KN|dự bị|kết nạp)\)?$/iu,
  officialOn: /^\(?(?:CT|chính thức)\)?$/iu,
} as const;

/** The birth date stands below "Nam" or "Nữ" and so tells the sex; or those columns are ticked and it has a column of its own. */
export function birthIn(
  row: SheetRow<PersonColumn>,
  sexAbove: Sex | null,
): {
  /** Where the birth date is to be read; null when that is not clear. */
  readonly column: 'birthDate' | 'birthMale' | 'birthFemale' | null;
  readonly sex: Sex | null;
} {
  const sides = (['birthMale', 'birthFemale'] as const).filter((key) => row.text(key) !== null);
  if (sides.length === 2) {
    row.note('sex', 'ambiguous', {
      vi: 'Dòng này ghi ở cả cột Nam và cột Nữ. Hãy ghi ngày sinh hoặc đánh dấu ở đúng một cột.',
      en: 'This row is filled under both Nam (male) and Nữ (female). Write the birth date, or a tick, under one of them.',
    });
    return { column: null, sex: null };
  }
  const [side] = sides;
  if (!side) return { column: 'birthDate', sex: sexIn(row) ?? sexAbove };
  const column = isYes(row.cell(side)) ? 'birthDate' : side;
  return { column, sex: side === 'birthMale' ? 'male' : 'female' };
}

/** In a column “Nữ đánh dấu x” a tick says that sex, and a blank cell the other. */
function sexIn(row: SheetRow<PersonColumn>): Sex | null {
  const ticked = readSex(row.heading('sex'));
  if (ticked && isYes(row.cell('sex'))) return ticked;
  if (ticked && row.text('sex') === null) return ticked === 'male' ? 'female' : 'male';
  return row.value('sex', 'sex', readSex, examples.sex);
}

/** The education, without what its cell says of the theory. */
export const educationIn = (row: SheetRow<PersonColumn>): Education | null =>
  row.value('education', 'education', () => readEducation(levelsIn(row).degrees), examples.education);

/** “Đại học/Trung cấp”: which of both is the degree, and of what the other, the cell does not say. */
export function isOfSeveralDegrees(row: SheetRow<PersonColumn>): boolean {
  const { degrees } = levelsIn(row);
  return readEducation(degrees) !== null && readOneEducation(degrees) === null;
}

/** The level in its own column; where that says nothing, the one beside the degree. */
export function theoryLevelIn(row: SheetRow<PersonColumn>): TheoryLevel | null {
  const { theory } = levelsIn(row);
  const isSaid = row.text('theoryLevel') !== null || row.ticked('theoryLevel').length > 0;
  const own = row.value('theoryLevel', 'theoryLevel', readTheoryLevel, examples.theoryLevel);
  if (isSaid) {
    if (own && theory && theory !== own)
      row.remark('theoryLevel', 'said_twice', {
        vi: `${row.quote('education')} nêu trình độ LLCT khác cột riêng; lấy theo cột riêng: ${theoryLevelWords.vi[own]}.`,
        en: `${row.quote('education')} names another level of theory than the column of its own, which is taken: ${theoryLevelWords.en[own]}.`,
      });
    return own;
  }
  return theory;
}

/** What may be the level of theory, and is not read. */
export function doubtedLevelIn(row: SheetRow<PersonColumn>): string | null {
  return row.text('theoryLevel') === null && row.ticked('theoryLevel').length === 0 ? levelsIn(row).doubt : null;
}

/** Whether its cell says more than one degree. */
export const saysMoreThanDegree = (row: SheetRow<PersonColumn>): boolean =>
  isOfSeveralDegrees(row) || levelsIn(row).theory !== null || levelsIn(row).doubt !== null;

const levelsIn = (row: SheetRow<PersonColumn>) => writtenLevels(row.text('education') ?? '', row.heading('education'));

export function lacks(vi: string, en: string) {
  return {
    vi: `Dòng này thiếu ${vi}. Hãy bổ sung, hoặc xóa dòng nếu không phải là một người.`,
    en: `This row has no ${en}. Add it, or remove the row if it is not a person.`,
  };
}

/** What reaches somebody, in columns of its own or in one of both. */
export function contactsIn(row: SheetRow<PersonColumn>): Contacts {
  const both = row.firstValue('contacts', 'contacts', firstContacts, `${examples.phone}; ${examples.email}`);
  return {
    phone: both?.phone ?? row.firstValue('phone', 'phone', firstPhone, examples.phone),
    email: both?.email ?? row.firstValue('email', 'email', firstEmail, examples.email),
  };
}
