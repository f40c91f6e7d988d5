import { dayOf } from '../../platform/clock';
import type { ColumnFacts } from '../../platform/imports/views/match-columns';
import { type Bilingual, type Locale, words } from '../../platform/messages/words';
import { isByYear } from '../../platform/sheets/columns';
import type { TableKind } from '../../platform/sheets/header';
import type { PersonColumn } from './person-columns';

const columnWords = words({
  ordinal: { vi: 'Số thứ tự', en: 'Number in the list' },
  code: { vi: 'Mã số', en: 'Code' },
  fullName: { vi: 'Họ và tên', en: 'Full name' },
  familyName: { vi: 'Họ và tên đệm', en: 'Family and middle names' },
  givenName: { vi: 'Tên', en: 'Given name' },
  birthDate: { vi: 'Ngày sinh', en: 'Birth date' },
  birthMale: { vi: 'Ngày sinh (Nam)', en: 'Birth date, of men' },
  birthFemale: { vi: 'Ngày sinh (Nữ)', en: 'Birth date, of women' },
  sex: { vi: 'Giới tính', en: 'Sex' },
  cell: { vi: 'Chi bộ', en: 'Party cell' },
  position: { vi: 'Chức vụ chính quyền', en: 'Position' },
  partyPosition: { vi: 'Chức vụ Đảng', en: 'Party position' },
  keyCadre: { vi: 'Cán bộ chủ chốt', en: 'Key cadre' },
  standing: { vi: 'Tình trạng đảng viên', en: 'Standing' },
  joinedOn: { vi: 'Ngày vào Đảng', en: 'Joined the Party' },
  officialOn: { vi: 'Ngày chính thức', en: 'Official since' },
  education: { vi: 'Trình độ chuyên môn', en: 'Education' },
  theoryLevel: { vi: 'Trình độ lý luận chính trị', en: 'Political theory level' },
  planned: { vi: 'Quy hoạch', en: 'Planned for a key post' },
  postSince: { vi: 'Giữ chức vụ từ ngày', en: 'In post since' },
  rating: { vi: 'Xếp loại', en: 'Rating' },
  mode: { vi: 'Hình thức học', en: 'Form of study' },
  contacts: { vi: 'Điện thoại và thư điện tử', en: 'Phone and e-mail' },
  phone: { vi: 'Điện thoại', en: 'Phone' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  remarks: { vi: 'Ghi chú', en: 'Remarks' },
  verdict: { vi: 'Kết quả', en: 'Outcome' },
  verdictReason: { vi: 'Lý do', en: 'Reason' },
  verdictPlace: { vi: 'Chỗ', en: 'Place' },
} satisfies Record<PersonColumn, { vi: string; en: string }>);

/** Ratings are of years that are over, or all but over. */
const yearsOffered = 5;

const hints: Bilingual = {
  vi: `Nếu họ và tên ở hai cột, hãy chọn “${columnWords.vi.familyName}” cho cột trước và “${columnWords.vi.givenName}” cho cột sau.`,
  en: `Where names are in two columns, choose “${columnWords.en.familyName}” for the first and “${columnWords.en.givenName}” for the second.`,
};

/** What a column of people can be said to be, in a file that was sent then. */
export function personFacts(kind: TableKind<PersonColumn>, sentAt: Date, locale: Locale): ColumnFacts {
  const years = Array.from({ length: yearsOffered }, (_, before) => Number(dayOf(sentAt).slice(0, 4)) - before);
  const facts = kind.facts ?? [];
  return {
    all: facts.flatMap((fact) => (isByYear(kind, fact) ? years.map((year) => `${fact}.${year}`) : fact)),
    hint: hints[locale],
    nameOf: (fact) => {
      const [key, year = ''] = fact.split('.') as [PersonColumn, string?];
      return `${columnWords[locale][key]} ${year}`.trim();
    },
  };
}
