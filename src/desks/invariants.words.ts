import { words } from '../platform/messages/words';

export const invariantWords = words({
  title: { vi: 'Tính nhất quán của dữ liệu', en: 'Consistency of the data' },
  allHold: { vi: 'Tất cả các quy tắc đều đúng.', en: 'Everything holds.' },
  someBroken: {
    vi: (count: number) => `${count} quy tắc bị vi phạm: báo người vận hành kèm các mã bên dưới.`,
    en: (count: number) => `${count} broken: tell whoever runs the service, with the ids below.`,
  },
  caption: { vi: 'Các quy tắc luôn phải đúng', en: 'What always holds' },
  code: { vi: 'Mã', en: 'Code' },
  rule: { vi: 'Quy tắc', en: 'Rule' },
  verdict: { vi: 'Kết quả', en: 'Result' },
  ids: { vi: 'Mã vi phạm', en: 'Ids' },
  holds: { vi: 'Đúng', en: 'Holds' },
  broken: { vi: 'Vi phạm', en: 'Broken' },
  desk: { vi: 'Bàn làm việc', en: 'Desk' },
});
