import type { FoundKind } from '../platform/finding';
import { many } from '../platform/messages/counted';
import { words } from '../platform/messages/words';

export const kindWords = words({
  people: { vi: 'Cán bộ, đảng viên', en: 'People' },
  classes: { vi: 'Lớp học', en: 'Classes' },
  nominations: { vi: 'Cử đi học', en: 'Nominations' },
  letters: { vi: 'Công văn', en: 'Letters' },
  certificates: { vi: 'Giấy chứng nhận', en: 'Certificates' },
  units: { vi: 'Đơn vị', en: 'Units' },
  accounts: { vi: 'Tài khoản', en: 'Accounts' },
} satisfies Record<FoundKind, { vi: string; en: string }>);

export const searchWords = words({
  help: {
    vi: 'Tìm người, lớp, công văn, giấy chứng nhận trong phạm vi đồng chí được xem. Gõ vài chữ là đủ, có dấu hay không dấu đều được.',
    en: 'Find people, classes, letters and certificates among what you may see. A few letters are enough, with or without accents.',
  },
  title: { vi: 'Tìm kiếm', en: 'Search' },
  nothing: { vi: (q: string) => `Không tìm thấy gì với “${q}”`, en: (q: string) => `Nothing found for “${q}”` },
  whatFor: {
    vi: 'Tìm được bằng họ tên (có dấu hay không), mã cán bộ, số điện thoại, thư điện tử; tên hoặc mã lớp; số công văn; số giấy chứng nhận hoặc mã xác minh; tên hoặc mã đơn vị. Chỉ hiện những gì đồng chí được xem.',
    en: 'Search by name (with or without accents), personal code, phone, e-mail; name or code of a class; number of a letter; number or code of a certificate; name or code of a unit. Only what you may see is shown.',
  },
  tooFew: { vi: 'Gõ từ 2 chữ hoặc số trở lên', en: 'Type two letters or digits, or more' },
  counted: {
    vi: (count: number) => `Tìm thấy ${count} kết quả.`,
    en: (count: number) => `${many(count, 'result')}.`,
  },
  countedOrMore: {
    vi: (count: number) => `Hiện ${count} kết quả đầu; còn nữa.`,
    en: (count: number) => `The first ${count} results; there are more.`,
  },
  all: { vi: (kind: string) => `Xem hết: ${kind}`, en: (kind: string) => `See all: ${kind}` },
  narrow: { vi: 'Còn nữa: gõ thêm chữ để thu hẹp.', en: 'There are more: type more to narrow them down.' },
  allKinds: { vi: 'Tìm ở mọi loại', en: 'Search all kinds' },
});
