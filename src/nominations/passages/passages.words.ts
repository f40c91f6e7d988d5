import { words } from '../../platform/messages/words';

/** What goes along with people who change classes, in both directions. */
export const carriedWords = words({
  carried: {
    vi: (facts: readonly string[]) => `Mang theo: ${facts.join(', ')}.`,
    en: (facts: readonly string[]) => `Comes along: ${facts.join(', ')}.`,
  },
  nominations: {
    vi: (seats: number, open: number) => `${seats} chỉ tiêu có người${open > 0 ? ` (${open} hồ sơ chưa duyệt)` : ''}`,
    en: (seats: number, open: number) => `seats ${seats}${open > 0 ? ` (not decided yet: ${open})` : ''}`,
  },
  attendance: { vi: (count: number) => `${count} lượt điểm danh`, en: (count: number) => `attendance marks ${count}` },
  marks: { vi: (count: number) => `${count} điểm thi`, en: (count: number) => `examination marks ${count}` },
  leave: { vi: (count: number) => `${count} đơn xin nghỉ`, en: (count: number) => `requests for leave ${count}` },
  essays: { vi: (count: number) => `${count} bài thu hoạch`, en: (count: number) => `essays ${count}` },
  permissions: {
    vi: (count: number) => `${count} quyết định cho dự thi`,
    en: (count: number) => `permissions to sit an examination ${count}`,
  },
  exams: {
    vi: (count: number) => `${count} lượt dự thi sắp tới`,
    en: (count: number) => `places on lists of examinations to come ${count}`,
  },
  examsLost: {
    vi: (count: number) =>
      `${count} lượt có tên trong danh sách thi sắp tới không đi theo, vì lớp kia chưa có kỳ thi đó hoặc người đó bận giờ thi. Hãy lập lại danh sách thi.`,
    en: (count: number) =>
      `Places on lists of examinations to come that do not go along, because the other class has none of the kind or people are busy then: ${count}; list them anew.`,
  },
  lookedAfter: {
    vi: (names: readonly string[]) => (names.length > 0 ? `; ${names.join(', ')} phụ trách tiếp` : ''),
    en: (names: readonly string[]) => (names.length > 0 ? `; looked after by ${names.join(', ')} as before` : ''),
  },
  visits: {
    vi: (count: number) => `${count} buổi học ghép`,
    en: (count: number) => `half-days made up elsewhere ${count}`,
  },
});
