import type { CourseItem } from '../courses/courses.queries';
import { addMonths, type Day, showDay } from '../platform/clock';
import { aboutOneself } from '../platform/access/oneself';
import type { Bilingual } from '../platform/messages/words';
import { foldLabel, foldName } from '../platform/names';
import type { FieldError } from '../platform/problems/refusal';
import type { CertificateRow } from './certificate-sheet';
import { type EarlierCertificate, faultsOf } from './earlier-certificate';
import { isSameNumber, type TakenNumber } from './earlier-certificates.queries';

export const certificateVerdicts = ['new', 'same', 'refused'] as const;
export type CertificateVerdict = (typeof certificateVerdicts)[number];

/** What was said beside the file, for the cells that do not say it. */
export interface SaidBeside {
  readonly courseId: string | null;
  readonly issuedBy: string | null;
  /** How long certificates hold from their day on; 0 for ever, null when the file has to say. */
  readonly validMonths: number | null;
}

/** Somebody a row may be about. */
export interface KnownHolder {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly unitId: string;
  readonly unitName: string;
}

/** A row as it is shown: whose certificate would be entered, or why not. */
export interface ComparedCertificate {
  readonly rowNumber: number;
  readonly sheet: string | null;
  readonly fullName: string;
  readonly verdict: CertificateVerdict;
  readonly personId: string | null;
  readonly unitName: string | null;
  readonly courseName: string | null;
  /** Null where something is missing. */
  readonly certificate: EarlierCertificate | null;
  readonly problems: readonly FieldError[];
  /** The line that was entered; only once it was. */
  readonly recordId?: string;
}

interface Known {
  readonly people: readonly KnownHolder[];
  readonly courses: readonly CourseItem[];
  readonly taken: readonly TakenNumber[];
  readonly beside: SaidBeside;
  readonly today: Day;
  readonly isSender: (personId: string) => boolean;
}

/** What the rows would do; a number that stands in the file twice is refused the second time. */
export function compareCertificates(rows: readonly CertificateRow[], known: Known): ComparedCertificate[] {
  const seen: TakenNumber[] = [];
  const byCode = new Map(known.people.map((person) => [person.code, person]));
  const byName = new Map<string, KnownHolder[]>();
  for (const person of known.people) {
    const name = foldName(person.fullName);
    byName.set(name, [...(byName.get(name) ?? []), person]);
  }
  return rows.map((row) => {
    const { rowNumber, sheet, fullName } = row;
    const person = holderOf(row, byCode, byName);
    const course = courseOf(row, known);
    const said = certificateOf(row, course, known.beside);
    const problems = [...row.problems, ...person.problems, ...(said?.problems ?? course.problems)];
    const shown = {
      ...{ rowNumber, sheet, fullName },
      personId: person.is?.id ?? null,
      unitName: person.is?.unitName ?? null,
      courseName: course.is?.nameVi ?? null,
    };
    const certificate = said?.certificate ?? null;
    if (problems.length > 0 || !certificate || !person.is)
      return { ...shown, verdict: 'refused', certificate: null, problems };
    const { id: personId, birthDate, fullName: holder } = person.is;
    const refused = (faults: readonly FieldError[]): ComparedCertificate => ({
      ...{ ...shown, verdict: 'refused', certificate: null, problems: faults },
    });
    const faults = faultsOf(certificate, { birthDate }, known.today);
    if (faults.length > 0) return refused(faults);
    if (known.isSender(personId)) return refused([{ field: 'fullName', code: 'about_oneself', message: aboutOneself }]);
    const same = known.taken.find((one) => isSameNumber(one, certificate));
    if (same?.personId === personId) return { ...shown, verdict: 'same', certificate, problems: [] };
    const other = same ?? seen.find((one) => isSameNumber(one, certificate));
    if (other) return refused([{ field: 'number', code: 'number_taken', message: numberTaken(other.fullName) }]);
    const { number, issuedBy } = certificate;
    seen.push({ recordId: '', personId, fullName: holder, number, issuedBy });
    return { ...shown, verdict: 'new', certificate, problems: [] };
  });
}

interface Found<T> {
  readonly is: T | null;
  readonly problems: readonly FieldError[];
}
const found = <T>(is: T): Found<T> => ({ is, problems: [] });
const lost = (field: string, code: string, message: Bilingual): Found<never> => ({
  is: null,
  problems: [{ field, code, message }],
});

function holderOf(
  { code, fullName, birthDate }: CertificateRow,
  byCode: ReadonlyMap<string, KnownHolder>,
  byName: ReadonlyMap<string, readonly KnownHolder[]>,
): Found<KnownHolder> {
  const namesakes = byName.get(foldName(fullName)) ?? [];
  const meant = code === null ? undefined : byCode.get(code);
  if (meant) return namesakes.includes(meant) ? found(meant) : lost('code', 'code_of_another', codeOfAnother);
  if (birthDate === null) return lost('birthDate', 'nobody_known', code === null ? sayWho : nobody);
  const like = namesakes.filter((person) => person.birthDate === birthDate);
  if (like.length > 1) return lost('fullName', 'several_people', several);
  return like[0] ? found(like[0]) : lost('fullName', 'nobody_known', nobody);
}

function courseOf({ course }: CertificateRow, { courses, beside }: Known): Found<CourseItem> {
  if (course === null) {
    const chosen = courses.find(({ id }) => id === beside.courseId);
    return chosen ? found(chosen) : lost('course', 'missing', sayCourse);
  }
  const folded = foldLabel(course);
  const named = courses.find(({ nameVi, nameEn, code }) =>
    [nameVi, nameEn, code].some((one) => foldLabel(one) === folded),
  );
  return named ? found(named) : lost('course', 'unknown_course', unknownCourse(course));
}

function certificateOf(row: CertificateRow, course: Found<CourseItem>, beside: SaidBeside) {
  const { number, issuedOn, lasts, className, grade, unitName } = row;
  const issuedBy = row.issuedBy ?? beside.issuedBy;
  const saysWhen = row.problems.some(({ field }) => field === 'issuedOn' || field === 'validUntil');
  const months = beside.validMonths;
  const counted = issuedOn !== null && months !== null && months > 0 ? addMonths(issuedOn, months) : null;
  const validUntil = row.validUntil ?? (lasts ? null : counted);
  const isSaid = validUntil !== null || lasts || months === 0;
  const problems = [
    ...course.problems,
    ...(number === null ? [{ field: 'number', code: 'missing', message: missing('số giấy', 'number') }] : []),
    ...(issuedOn === null && !saysWhen
      ? [{ field: 'issuedOn', code: 'missing', message: missing('ngày cấp', 'day of issue') }]
      : []),
    ...(issuedBy === null ? [{ field: 'issuedBy', code: 'missing', message: missing('nơi cấp', 'issuer') }] : []),
    ...(!isSaid && !saysWhen ? [{ field: 'validUntil', code: 'missing', message: sayHowLong }] : []),
  ];
  const { is } = course;
  if (problems.length > 0 || !is || number === null || issuedOn === null || issuedBy === null) return { problems };
  const certificate: EarlierCertificate = {
    ...{ courseId: is.id, number, issuedOn, issuedBy, className, grade, validUntil, unitName },
    ...{ startedOn: null, endedOn: null, position: null },
  };
  return { certificate, problems };
}

const codeOfAnother = {
  vi: 'Mã này là của người có tên khác. Hãy sửa mã, hoặc bỏ mã để đối chiếu theo họ tên và ngày sinh.',
  en: 'This code is of somebody with another name. Correct it, or leave it out to go by name and birth date.',
};
const sayWho = {
  vi: 'Dòng này không có mã và ngày sinh nên chưa biết là ai. Hãy bổ sung một trong hai.',
  en: 'Without a code and a birth date nobody knows who this is. Add one of them.',
};
const nobody = {
  vi: 'Không có ai mang họ tên và ngày sinh này trong các đơn vị đã chọn. Hãy so lại, hoặc bổ sung người vào danh sách của đơn vị trước.',
  en: 'Nobody of the units chosen has this name and birth date. Compare them, or add the person to the roster of the unit first.',
};
const several = {
  vi: 'Có nhiều người trùng họ tên và ngày sinh. Hãy ghi mã cán bộ.',
  en: 'Several people have this name and birth date. Write the code.',
};
const sayCourse = {
  vi: 'Chưa biết giấy này của chương trình nào. Hãy chọn chương trình khi gửi tệp, hoặc thêm cột Chương trình.',
  en: 'It is not said of which course it is. Choose one when the file is sent, or add a column for it.',
};
const unknownCourse = (text: string) => ({
  vi: `“${text.slice(0, 100)}” không phải là tên một chương trình cấp giấy chứng nhận. Hãy ghi đúng tên ở trang Chương trình.`,
  en: `“${text.slice(0, 100)}” is no course that gives a certificate. Write its name as the page of courses has it.`,
});
const missing = (vi: string, en: string) => ({ vi: `Dòng này thiếu ${vi}.`, en: `This row has no ${en}.` });
const sayHowLong = {
  vi: 'Chưa biết giấy có giá trị đến ngày nào. Hãy ghi ngày hoặc “Không thời hạn”, hay ghi thời hạn chung khi gửi tệp.',
  en: 'It is not said until when it holds. Write the day or “Không thời hạn”, or say how long all hold when sending.',
};
const numberTaken = (name: string) => ({
  vi: `Số này đã là của ${name}.`,
  en: `This number is of ${name} already.`,
});
/** How a certificate of a row holds, as it is shown. */
export const heldFor = ({ validUntil }: EarlierCertificate): Bilingual =>
  validUntil === null
    ? { vi: 'không thời hạn', en: 'does not expire' }
    : { vi: `giá trị đến ${showDay(validUntil)}`, en: `valid until ${showDay(validUntil)}` };
