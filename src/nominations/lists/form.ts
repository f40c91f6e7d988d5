import { classModeWords } from '../../classes/classes.labels';
import type { ClassItem } from '../../classes/classes.queries';
import { educationWords, theoryLevelWords } from '../../people/person.labels';
import type { Rating } from '../../people/person.values';
import type { Day } from '../../platform/clock';
import type { Written, WrittenCell } from '../../platform/sheets/xlsx/written-cell';
import type { ListedPerson } from './forms.queries';

/** Rows left for people the unit adds by hand. */
const spareRows = 10;

/** In characters, one for each column of the form. */
export const formWidths = [5, 26, 12, 12, 30, 20, 12, 12, 14, 14, 10, 11, 11, 16, 28, 16] as const;

/** As units write them, and short enough for the column. */
const shortRatings: Readonly<Record<Rating, string>> = {
  excellent: 'HTXSNV',
  good: 'HTTNV',
  completed: 'HTNV',
  not_completed: 'KHTNV',
};

export interface FormFacts {
  readonly unitName: string;
  /** The committee above the unit; '' at the root. */
  readonly superiorName: string;
  readonly trainingClass: Pick<ClassItem, 'name' | 'opensOn' | 'mode'>;
  readonly people: readonly ListedPerson[];
}

type FormRow = readonly (WrittenCell | null)[];

/** A danh sách trích ngang as units send it, with these people filled in; the form is official and so Vietnamese whoever asks for it. */
export function listForm({ unitName, superiorName, trainingClass, people }: FormFacts): FormRow[] {
  const lastYear = Number(trainingClass.opensOn.slice(0, 4)) - 1;
  const across = (value: string, look: WrittenCell['look']): FormRow => [{ value, look, columns: formWidths.length }];
  return [
    halves(superiorName.toLocaleUpperCase('vi'), 'ĐẢNG CỘNG SẢN VIỆT NAM', 'bold'),
    halves(unitName.toLocaleUpperCase('vi'), 'Thành phố Hồ Chí Minh, ngày …… tháng …… năm ……', 'italic'),
    [],
    across('DANH SÁCH TRÍCH NGANG', 'title'),
    across(`Cán bộ đề nghị cử học ${trainingClass.name}`, 'bold'),
    across('(Kèm theo Công văn số …… ngày …… )', 'italic'),
    [],
    ...headings(lastYear),
    ...people.map((person, index) =>
      [index + 1, ...valuesOf(person, lastYear), classModeWords.vi[trainingClass.mode], contactsOf(person), ''].map(
        asCell,
      ),
    ),
    ...Array.from({ length: spareRows }, (_, index) =>
      formWidths.map((__, column) => asCell(column === 0 ? people.length + index + 1 : '')),
    ),
    across('Tổng cộng danh sách có …… người./.', 'italic'),
    [],
    halves('', 'T/M BAN THƯỜNG VỤ\nBÍ THƯ', 'bold', 40),
  ];
}

function halves(left: string, right: string, rightLook: WrittenCell['look'], height = 20): FormRow {
  const middle = formWidths.length / 2;
  return [
    { value: left, look: 'bold', columns: middle, height },
    ...Array<null>(middle - 1).fill(null),
    { value: right, look: rightLook, columns: middle },
  ];
}

function headings(lastYear: number): [FormRow, FormRow] {
  const high = (value: string): WrittenCell => ({ value, look: 'heading', rows: 2, height: 32 });
  const wide = (value: string): WrittenCell[] => [{ value, look: 'heading', columns: 2 }];
  const low = (value: string): WrittenCell => ({ value, look: 'heading', height: 20 });
  const blanks = (count: number) => Array<null>(count).fill(null);
  const upper = [
    high('TT'),
    high('Họ và tên'),
    ...wide('Ngày sinh'),
    null,
    high('Chức vụ, đơn vị công tác'),
    high('Chức vụ Đảng'),
    high('Ngày vào Đảng'),
    high('Ngày chính thức'),
    high('Trình độ chuyên môn'),
    high('Trình độ LLCT'),
    high('Quy hoạch'),
    ...wide('Xếp loại 2 năm'),
    null,
    high('Hình thức học'),
    high('Điện thoại, email'),
    high('Ghi chú'),
  ];
  const years = [low(String(lastYear - 1)), low(String(lastYear))];
  return [upper, [...blanks(2), low('Nam'), low('Nữ'), ...blanks(7), ...years, ...blanks(3)]];
}

/** The columns from the name to the ratings. */
function valuesOf(person: ListedPerson, lastYear: number): Written[] {
  const day = (value: Day | null): Written => (value ? { day: value } : '');
  const rating = (year: number) => {
    const given = person.ratings[String(year)];
    return given ? shortRatings[given] : '';
  };
  return [
    person.fullName,
    person.sex === 'male' ? day(person.birthDate) : '',
    person.sex === 'female' ? day(person.birthDate) : '',
    person.position ?? '',
    person.partyPosition ?? '',
    day(person.joinedOn),
    day(person.officialOn),
    educationWords.vi[person.education],
    theoryLevelWords.vi[person.theoryLevel],
    person.plannedPost ?? (person.planned ? 'x' : ''),
    rating(lastYear - 1),
    rating(lastYear),
  ];
}

const contactsOf = ({ phone, email }: ListedPerson): string => [phone, email].filter(Boolean).join('; ');

const asCell = (value: Written): WrittenCell => ({ value });
