import { words } from '../platform/messages/words';

export const invariantWords = words({
  help: {
    vi: 'Máy tự kiểm tra các quy tắc dữ liệu không được sai, như một chỗ học không có hai người. Có dòng báo sai thì hãy báo bộ phận kỹ thuật ngay.',
    en: 'The service examines the rules that must never be broken, such as one person to a seat. If a line is red, tell those who run the service at once.',
  },
  title: { vi: 'Tính nhất quán của dữ liệu', en: 'Consistency of the data' },
  allHold: { vi: 'Tất cả các quy tắc đều đúng.', en: 'All rules hold.' },
  someBroken: {
    vi: (count: number) => `${count} quy tắc bị vi phạm: báo người vận hành kèm các mã bên dưới.`,
    en: (count: number) => `${count} broken: tell the person who runs the service, with the ids below.`,
  },
  neverExamined: { vi: 'Chưa kiểm tra lần nào.', en: 'Not examined yet.' },
  neverExaminedNext: {
    vi: 'Việc kiểm tra tự chạy mỗi đêm. Muốn có ngay thì bấm “Kiểm tra toàn bộ ngay”.',
    en: 'It is examined every night. To have it at once, press “Examine everything now”.',
  },
  examine: { vi: 'Kiểm tra toàn bộ ngay', en: 'Examine everything now' },
  asked: { vi: 'Đang kiểm tra toàn bộ dữ liệu.', en: 'All data is being examined.' },
  underWay: { vi: 'Đang kiểm tra toàn bộ', en: 'Examining everything' },
  covers: {
    vi: (at: string | null) =>
      `Dữ liệu vừa thay đổi được kiểm tra 10 phút một lần; toàn bộ dữ liệu ${at ? `lúc ${at} hằng đêm` : 'khi bấm nút'}.`,
    en: (at: string | null) =>
      `What changed is examined every ten minutes; everything ${at ? `each night at ${at}` : 'when somebody presses the button'}.`,
  },
  wholeAt: { vi: 'Toàn bộ, lúc', en: 'Everything, at' },
  changesAt: { vi: 'Thay đổi, lúc', en: 'Changes, at' },
  caption: { vi: 'Các quy tắc luôn phải đúng', en: 'What always holds' },
  code: { vi: 'Mã', en: 'Code' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  verdict: { vi: 'Kết quả', en: 'Result' },
  ids: { vi: 'Mã vi phạm', en: 'Ids' },
  holds: { vi: 'Đúng', en: 'Holds' },
  broken: { vi: 'Vi phạm', en: 'Broken' },
  desk: { vi: 'Bàn làm việc', en: 'Desk' },
});
